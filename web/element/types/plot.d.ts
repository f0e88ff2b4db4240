/** The tag <activation-plot> and its events, for TypeScript's types of the DOM. */
import type { ActivationPlot } from '../activation-plot.js';
import type { PlotEvents } from './attributes.js';

export * from '../activation-plot.js';

declare global {
  interface HTMLElementTagNameMap {
    'activation-plot': ActivationPlot;
  }
  interface GlobalEventHandlersEventMap extends PlotEvents {}
}
