/** The element for authors; also a script of the pages for frames, whose other scripts take these modules from it. */
export { ActivationPlot } from '../element/activation-plot.js';
export { Drawing, lookOf } from '../element/canvas.js';
export { catalogue, find } from '../package/catalogue.js';
export { encode, formatPlot } from '../package/grammar.js';
export { activation } from '../package/kernels.js';
