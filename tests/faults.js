/**
 * What can go wrong around a plot or an experiment through nobody's words, and what readers see then. The README has the
 * same lines; tests/browsers/faults.test.js provokes what has a `script` or a `policy` in three engines, and what else is
 * theirs; tests/element/faults.spec.js the others.
 */

/** @typedef {'plot' | 'cost' | 'death'} Part the plot, and experiments */
/**
 * @typedef {object} Fault
 * @property {string} [seen] by the reader, as the README has it where it tells of this
 * @property {string} [script] provokes it, before all others, in a page that has no Worker to be without the fault
 * @property {string} [policy] provokes it
 * @property {Part[]} [stops] what is not to be had then; plots and death work unless they stop
 * @property {Record<'en' | 'zh-Hant', RegExp>} [told] the sentence
 * @property {string} [ends] a script after which the second try works
 */

const why = 'the fallback, or the first picture, and why';
/** @type {Part[]} */
const all = ['plot', 'cost', 'death'];

/** @type {Record<string, Fault>} */
export const scripted = {
  'WebAssembly, or its SIMD, is missing': {
    seen: why,
    script: 'delete globalThis.WebAssembly;',
    stops: all,
    told: {
      en: /this engine lacks WebAssembly SIMD; .*Safari 16\.4.* have it$/,
      'zh-Hant': /這個瀏覽器沒有 WebAssembly SIMD；.*Safari 16\.4/,
    },
  },
  'a policy forbids WebAssembly': {
    seen: `${why}: the words that the policy lacks`,
    policy: "script-src 'self' 'nonce-embed'",
    stops: all,
    told: {
      en: /must allow 'wasm-unsafe-eval' in script-src$/,
      'zh-Hant': /必須在 script-src 允許 'wasm-unsafe-eval'。$/,
    },
  },
  'compiling fails': {
    script: "WebAssembly.Module = function () { throw new WebAssembly.CompileError('no executable pages'); };",
    stops: all,
    told: {
      en: /could not be compiled \(no executable pages\);/,
      'zh-Hant': /無法編譯 WebAssembly（no executable pages）；/,
    },
  },
  'memory runs out': {
    seen: `${why}; another try works once there is memory`,
    script: `
      const { Instance } = WebAssembly;
      WebAssembly.Instance = function () { throw new RangeError('Out of memory'); };`,
    stops: all,
    told: {
      en: /there is not enough memory for .* \(Out of memory\);/,
      'zh-Hant': /記憶體不足，無法啟動 WebAssembly（Out of memory）；/,
    },
    ends: 'WebAssembly.Instance = Instance;',
  },
  'there is no canvas': {
    seen: why,
    script: `
      const { getContext } = HTMLCanvasElement.prototype;
      HTMLCanvasElement.prototype.getContext = () => null;`,
    stops: ['plot', 'death'],
    told: { en: /The browser gives no canvas/, 'zh-Hant': /瀏覽器無法提供畫布/ },
    ends: 'HTMLCanvasElement.prototype.getContext = getContext;',
  },
  'the clock does not move': {
    seen: 'plots and networks; of the experiment that measures, why it cannot',
    script: 'const now = performance.now; performance.now = () => 5;',
    stops: ['cost'],
    told: { en: /: the clock stands still$/, 'zh-Hant': /：時鐘停住不動，無法計時。$/ },
    ends: 'performance.now = now.bind(performance);',
  },
  'ResizeObserver is missing': {
    seen: 'everything, at the size that it had when it was drawn',
    script: 'delete globalThis.ResizeObserver;',
  },
  'style sheets cannot be shared': {
    seen: 'everything, where the policy allows styles within the page',
    script:
      'globalThis.CSSStyleSheet = undefined; delete ShadowRoot.prototype.adoptedStyleSheets; delete Document.prototype.adoptedStyleSheets;',
  },
  'storage is forbidden': {
    script: `for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(globalThis, name, { get() { throw new DOMException('forbidden', 'SecurityError'); } });`,
  },
};

/** @type {Record<string, Fault>} */
export const faults = {
  'a script is missing': {
    seen: 'the fallback, or the first picture; on the page everything but what needs the script',
  },
  ...scripted,
  'the network goes away': { seen: 'what was loaded; of the rest, that it can be tried again' },
  'the canvas is lost, or too large': { seen: 'the plot, drawn anew; no more than 4096 pixels of it' },
  'the tab is hidden': { seen: 'a training that waits, and then the same result' },
  'messages or attributes come in a flood': { seen: 'one drawing, and one answer, in the time of a frame' },
};
