/** Public types of modules that also export private ones. */

/**
 * A function of a plot with its parameters.
 * @typedef {object} PlotFunction
 * @property {string} name in the catalogue
 * @property {Record<string, number>} parameters all of them; formatPlot() and toSVG() take the defaults of missing ones
 */
/**
 * What a plot shows. The functions are all of one kind: elementwise functions are drawn as curves over x, row functions
 * as bars over one row, and gated functions as bars over that row's halves.
 * @typedef {object} Plot
 * @property {PlotFunction[]} functions the curves, or the groups of bars
 * @property {number | undefined} min of x; undefined: from the functions' own ranges, as docs/embedding.md describes
 * @property {number | undefined} max of x
 * @property {number | undefined} step of x; undefined: 400 steps over the range
 * @property {number | undefined} ymin undefined: fitted to the curves
 * @property {number | undefined} ymax undefined: fitted to the curves
 * @property {boolean} derivative whether f′ is also drawn
 * @property {boolean} stacked whether f′ is drawn below f, on the same x axis; parsePlot() then sets `derivative` too
 * @property {boolean} saturation whether regions with |f′| below 0.01 are shaded
 * @property {number[]} logits the input row
 * @property {number} temperature divides the row; gated functions take the row as it is
 * @property {boolean} controls whether the plot has sliders for the parameters, or for the row
 * @property {'en' | 'zh-Hant' | undefined} lang undefined: that of the host page
 * @property {'light' | 'dark' | undefined} theme undefined: the reader's colour scheme
 */
/**
 * A part of a plot that could not be read.
 * @typedef {object} Note
 * @property {string} key such as `min`
 * @property {string} code of the sentence, for translation
 * @property {Record<string, string>} values in the sentence
 * @property {string} message the English sentence
 */
/**
 * The keys and values of a plot: a query string, attributes by name, a plot, or the result of parsing one.
 * @typedef {string | URLSearchParams | Record<string, string | null | undefined> | Partial<Plot> | Reading} Source
 */
/**
 * The result of parsing.
 * @typedef {object} Reading
 * @property {Plot} plot with defaults in place of what could not be read
 * @property {Note[]} notes one for each key that is unknown or whose value could not be read
 */
/**
 * A source of kernels.wasm: a URL, a Response, bytes, or a WebAssembly.Module, for which TypeScript has no name
 * without DOM types.
 * @typedef {string | URL | Response | ArrayBuffer | ArrayBufferView | object} WasmSource
 */
export {};
