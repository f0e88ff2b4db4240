/**
 * Faults other than wrong input of authors or readers, and what readers see then. docs/embedding.md lists them.
 * tests/browsers/faults.test.js provokes those with a `script` or a `policy` in three engines, and others that differ
 * between engines; tests/element/faults.spec.js provokes the rest in Chromium.
 */

/** @typedef {'plot' | 'cost' | 'death'} Part the plot, and experiments */
/**
 * @typedef {object} Fault
 * @property {string} [seen] what a reader sees, as docs/embedding.md prints it; not every fault is listed there
 * @property {string} [script] provokes it; runs before all other scripts, in a page without Workers, which would not have the fault
 * @property {string} [policy] provokes it
 * @property {Part[]} [stops] the parts that no longer work; plots and death work unless they are listed
 * @property {Record<'en' | 'zh-Hant', RegExp>} [told] the message
 * @property {string} [ends] a script after which the second try works
 */

const why = 'the fallback, or the static picture, and the reason';
/** @type {Part[]} */
const all = ['plot', 'cost', 'death'];

/** @type {Record<string, Fault>} */
export const scripted = {
  'the browser lacks WebAssembly or its SIMD instructions': {
    seen: why,
    script: 'delete globalThis.WebAssembly;',
    stops: all,
    told: {
      en: /there is no WebAssembly here; .*Lockdown Mode$/,
      'zh-Hant': /這個環境沒有 WebAssembly；.*封閉模式/,
    },
  },
  'the Content-Security-Policy forbids WebAssembly': {
    seen: `${why}: the directive that the policy needs`,
    policy: "script-src 'self' 'nonce-embed'",
    stops: all,
    told: {
      en: /must allow 'wasm-unsafe-eval' in script-src$/,
      'zh-Hant': /必須在 script-src 允許 'wasm-unsafe-eval'。$/,
    },
  },
  'the WebAssembly module cannot be compiled': {
    script: "WebAssembly.Module = function () { throw new WebAssembly.CompileError('no executable pages'); };",
    stops: all,
    told: {
      en: /could not be compiled \(no executable pages\);/,
      'zh-Hant': /無法編譯 WebAssembly（no executable pages）；/,
    },
  },
  'the browser has no memory for the WebAssembly module': {
    seen: `${why}; another try works once memory is free`,
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
  'the browser provides no canvas': {
    seen: why,
    script: `
      const { getContext } = HTMLCanvasElement.prototype;
      HTMLCanvasElement.prototype.getContext = () => null;`,
    stops: ['plot', 'death'],
    told: { en: /The browser could not provide a canvas/, 'zh-Hant': /瀏覽器無法提供畫布/ },
    ends: 'HTMLCanvasElement.prototype.getContext = getContext;',
  },
  'the browser’s clock does not advance': {
    seen: 'plots and training still work; the experiment that measures time says why it cannot run',
    script: 'const now = performance.now; performance.now = () => 5;',
    stops: ['cost'],
    told: { en: /: The browser’s clock does not advance\.$/, 'zh-Hant': /：瀏覽器的時鐘停住不動，無法計時。$/ },
    ends: 'performance.now = now.bind(performance);',
  },
  'the browser lacks ResizeObserver': {
    seen: 'everything, at the size of the first drawing',
    script: 'delete globalThis.ResizeObserver;',
  },
  'the browser lacks constructable style sheets': {
    seen: 'everything, if the policy allows inline styles',
    script:
      'globalThis.CSSStyleSheet = undefined; delete ShadowRoot.prototype.adoptedStyleSheets; delete Document.prototype.adoptedStyleSheets;',
  },
  'the browser forbids storage': {
    script: `for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(globalThis, name, { get() { throw new DOMException('forbidden', 'SecurityError'); } });`,
  },
};

/** @type {Record<string, Fault>} */
export const faults = {
  'a script cannot be loaded': {
    seen: 'the fallback, or the static picture; on the site, everything that does not need the script',
  },
  ...scripted,
  'the network connection is lost': { seen: 'what has loaded; the rest offers another try' },
  'the canvas loses its content, or is too large': { seen: 'the plot, redrawn, with at most 4096 pixels a side' },
  'the tab is hidden': { seen: 'training pauses, and then reaches the same result' },
  'attributes change or messages arrive thousands of times a second': { seen: 'one drawing and one answer per frame' },
};
