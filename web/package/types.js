/** Types of the package whose modules export more than is public. */

/**
 * A function of a plot, with the parameters that it is drawn with.
 * @typedef {object} PlotFunction
 * @property {string} name as the catalogue has it
 * @property {Record<string, number>} parameters all of them given
 */
/**
 * What a plot shows. The functions are all of one kind: elementwise ones are curves over x, those of whole rows bars over
 * one row, and gated ones bars over that row's halves.
 * @typedef {object} Plot
 * @property {PlotFunction[]} functions at most 8
 * @property {number} min of x
 * @property {number} max of x
 * @property {number | undefined} step of x; undefined: 400 steps over the range
 * @property {number | undefined} ymin undefined: so that everything fits in
 * @property {number | undefined} ymax undefined: so that everything fits in
 * @property {boolean} derivative whether f′ is drawn too
 * @property {boolean} saturation whether it is shaded where |f′| is below 0.01
 * @property {number[]} logits the row
 * @property {number} temperature by which the row is divided; gated functions take it as it is
 * @property {boolean} controls whether sliders for the parameters, or for the row, stand under the plot
 * @property {'en' | 'zh-Hant' | undefined} lang undefined: as the page around
 * @property {'light' | 'dark' | undefined} theme undefined: as the page around
 */
/**
 * What could not be read of a plot.
 * @typedef {object} Note
 * @property {string} key the word that it stands under, such as `min`
 * @property {string} code for translation, with the values
 * @property {Record<string, string>} values that the sentence names
 * @property {string} message the English sentence
 */
/**
 * The words of a plot: a query string, or attributes by name.
 * @typedef {string | URLSearchParams | Record<string, string | null | undefined>} Source
 */
/**
 * What has been read.
 * @typedef {object} Reading
 * @property {Plot} plot with defaults for what could not be read
 * @property {Note[]} notes one for each word that could not be read
 */
/**
 * Where kernels.wasm comes from: an address, a response, bytes, or a WebAssembly.Module, which is any object to TypeScript,
 * and without a browser's types has no name.
 * @typedef {string | URL | Response | ArrayBuffer | ArrayBufferView | object} WasmSource
 */
export {};
