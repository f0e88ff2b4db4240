/**
 * The base of <activation-plot> and <activation-lab>: shadow root, attributes, language, theme, notes, connecting and
 * disconnecting.
 */

import { formatPlot } from '../package/grammar.js';
import { closestLanguage } from '../package/languages.js';
import { create, svg } from './dom.js';
import { adoptStyles } from './styles.js';

/** @typedef {'en' | 'zh-Hant'} Language */

/** Every element has a Host in a private field. As a base class it would add to the element's public properties. */
export class Host {
  #element;
  #keys;
  #styles;
  #shadow;
  #connected = new AbortController();
  #changeSurroundings = () => {};
  /** While a frame is requested. @type {(() => void) | undefined} */
  #cancelFrame;
  /** Everything that the element shows; it carries the theme. */
  root = create('div', { class: 'root', part: 'root' });
  #room = create('div', { class: 'room' });
  #notes = create('div', { class: 'notes', part: 'notes', role: 'status' });
  /**
   * Invisible. Its width is the natural width of the element, and its background the colour of the page in the colour
   * scheme around. A change of the scheme or of the language starts a transition, which is the only way to hear of it.
   */
  #probe = svg('svg', { class: 'probe', 'aria-hidden': 'true' });

  /**
   * @param {HTMLElement} element
   * @param {readonly string[]} keys its attributes
   * @param {(Node | string)[]} content above the notes
   * @param {string[]} styles style sheets beside the shared one
   */
  constructor(element, keys, content, ...styles) {
    this.#element = element;
    this.#keys = keys;
    this.#styles = styles;
    this.root.append(...content, this.#notes);
    this.#probe.addEventListener('transitionrun', () => this.#changeSurroundings());
    this.#shadow = element.attachShadow({ mode: 'open' });
    this.adoptStyles();
    this.#room.append(this.root);
    this.#shadow.append(this.#room, this.#probe);
  }

  /** The window of the element's document, if it can draw there: test environments without layout lack observers. */
  get view() {
    const view = this.#element.ownerDocument.defaultView;
    return view && 'IntersectionObserver' in view ? view : undefined;
  }

  /** For adoptedCallback too, because a style sheet works in one document only. */
  adoptStyles() {
    if (this.view) adoptStyles(this.#shadow, ...this.#styles);
  }

  /**
   * For connectedCallback.
   * @param {() => void} changeSurroundings called when the colour scheme, the language or the pixel ratio changes
   * @param {() => void} print called when printing begins or ends; it has to draw synchronously, before the browser prints
   * @returns {AbortSignal} which aborts when the element is disconnected
   */
  connect(changeSurroundings, print) {
    this.#upgrade();
    this.#connected = new AbortController();
    const { view } = this;
    const { signal } = this.#connected;
    if (!view) return signal;
    this.#changeSurroundings = changeSurroundings;
    view.addEventListener('beforeprint', print, { signal });
    view.matchMedia('print').addEventListener('change', print, { signal });
    let ratio = 0;
    const checkRatio = () => {
      if (view.devicePixelRatio === ratio) return;
      if (ratio) changeSurroundings();
      ratio = view.devicePixelRatio;
      view.matchMedia(`(resolution: ${ratio}dppx)`).addEventListener('change', checkRatio, { signal, once: true });
    };
    checkRatio();
    view.addEventListener('resize', checkRatio, { signal }); // Chromium can omit the event of the query
    return signal;
  }

  /** For disconnectedCallback. */
  disconnect() {
    this.#connected.abort();
    this.#changeSurroundings = () => {};
    this.#cancelFrame?.();
    this.#cancelFrame = undefined;
  }

  /** Calls `work` once in the next frame, however often it is scheduled before. @param {() => void} work */
  schedule(work) {
    const { view } = this;
    if (!view || this.#cancelFrame) return;
    const request = view.requestAnimationFrame(() => {
      this.#cancelFrame = undefined;
      work();
    });
    this.#cancelFrame = () => view.cancelAnimationFrame(request);
  }

  /**
   * Sets again, in their order, the properties that were set before the element was defined, because they hide the
   * accessors. All are deleted first: `plot` sets the others. No caller is left that could catch an error.
   */
  #upgrade() {
    const given = Object.entries(this.#element).filter(([key]) => key === 'plot' || this.#keys.includes(key));
    for (const [key] of given) Reflect.deleteProperty(this.#element, key);
    for (const [key, value] of given)
      try {
        Reflect.set(this.#element, key, value);
      } catch (error) {
        console.error(error);
      }
  }

  /** All attributes. The parser ignores those that resemble none of the element's own. */
  get attributes() {
    return new URLSearchParams(Array.from(this.#element.attributes, ({ name, value }) => [name, value]));
  }

  /** Sets properties to the words of a query. @param {string} query @param {readonly string[]} keys of the properties */
  write(query, keys) {
    const words = new URLSearchParams(query);
    for (const key of keys) Reflect.set(this.#element, key, words.get(key));
  }

  /**
   * The element's language.
   * @param {Language | undefined} lang its attribute, which wins over the page's @returns {Language}
   */
  language(lang) {
    /** @type {any} the nearest node around that declares a language, also through shadow roots */
    let node = this.#element.parentNode;
    while (node && !node.hasAttribute?.('lang')) node = node.parentNode ?? node.host;
    return lang ?? closestLanguage(node?.getAttribute('lang') ?? '') ?? 'en';
  }

  /** Whether the page around is dark. */
  get #isDark() {
    const color = this.view && getComputedStyle(this.#probe).backgroundColor;
    const [red, green, blue] = color?.match(/[\d.]+/g)?.map(Number) ?? [255, 255, 255];
    return 0.3 * red + 0.6 * green + 0.1 * blue < 128;
  }

  /**
   * Applies the theme and the height that surround the element. Prints are light. Without colours, as some prints and
   * forced colours are, marks tell the curves apart. The reader's forced colours win over the attribute, and the attribute over the host page.
   * @param {'light' | 'dark' | undefined} theme the attribute
   */
  applyTheme(theme) {
    const is = (/** @type {string} */ query) => this.view?.matchMedia(query).matches;
    const [isPrint, isForced] = [is('print'), is('(forced-colors: active)')];
    const isDark = !isPrint && (theme && !isForced ? theme === 'dark' : this.#isDark);
    this.root.classList.toggle('colorless', Boolean(isPrint || isForced));
    this.root.dataset.theme = isDark ? 'dark' : 'light';
    if (!this.view) return;
    // The content keeps within the height of the element, but an aspect ratio only reserves space: a long table exceeds it.
    const style = this.view.getComputedStyle(this.#element);
    const { aspectRatio, maxHeight } = style;
    this.#room.classList.toggle('bounded', aspectRatio === 'auto');
    this.#room.classList.toggle('capped', !maxHeight.endsWith('%')); // a percentage would refer to the element itself
    // Where the limits of the height include padding and border, the room's do so too.
    for (const side of /** @type {const} */ (['Top', 'Bottom'])) {
      const edge = Number.parseFloat(style[`padding${side}`]) + Number.parseFloat(style[`border${side}Width`]);
      this.#room.style.setProperty(`--${side}`, `${style.boxSizing === 'border-box' ? edge : 0}px`);
    }
  }

  /** @param {string[]} sentences */
  showNotes(sentences) {
    this.#notes.replaceChildren(...sentences.map((sentence) => create('p', {}, sentence)));
  }

  /** Dispatches an event that the element's ancestors see too. @param {string} type @param {object} detail */
  fire(type, detail) {
    this.#element.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }
}

/**
 * Makes properties of an element's attributes.
 * @param {CustomElementConstructor} Element @param {readonly string[]} keys
 * @param {(element: any, key: string) => unknown} read the value of a property
 */
export function reflectAttributes(Element, keys, read) {
  for (const key of keys)
    Object.defineProperty(Element.prototype, key, {
      configurable: true,
      enumerable: true,
      /** @this {HTMLElement} */
      get() {
        return read(this, key);
      },
      /** @this {HTMLElement} @param {any} value */
      set(value) {
        // `functions` are always printed, and a value of any type as its text. textOf() would bring the reader into plot.js.
        const isObject = Object(value) === value;
        const word = isObject ? new URLSearchParams(formatPlot({ functions: value })).get('functions') : value;
        if ((word ?? false) === false) this.removeAttribute(key);
        else this.setAttribute(key, word === true ? '' : String(word));
      },
    });
}

/**
 * Defines an element. A page may load its module from two places: the first one wins. Does nothing where there is no DOM,
 * as in Node.js.
 * @param {string} name @param {CustomElementConstructor} Element
 */
export function define(name, Element) {
  if (globalThis.customElements && !customElements.get(name)) customElements.define(name, Element);
}
