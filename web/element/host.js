/**
 * The base of <activation-plot> and <activation-lab>: shadow root, attributes, language, theme, notes, connecting and
 * disconnecting.
 */

import { create } from './dom.js';
import { adoptStyles } from './styles.js';

/** @typedef {'en' | 'zh-Hant'} Language */

/** Every element has a Host in a private field. As a base class it would add to the element's public properties. */
export class Host {
  #element;
  #keys;
  #darkScheme = matchMedia('(prefers-color-scheme: dark)');
  #print = matchMedia('print');
  #connected = new AbortController();
  #frameRequest = 0;
  /** Everything that the element shows; it carries the theme. */
  root = create('div', { class: 'root' });
  #notes = create('div', { class: 'notes', part: 'notes', role: 'status' });

  /**
   * @param {HTMLElement} element
   * @param {readonly string[]} keys its attributes
   * @param {(Node | string)[]} content above the notes
   * @param {string[]} styles style sheets beside the shared one
   */
  constructor(element, keys, content, ...styles) {
    this.#element = element;
    this.#keys = keys;
    this.root.append(...content, this.#notes);
    const shadow = element.attachShadow({ mode: 'open' });
    adoptStyles(shadow, ...styles);
    shadow.append(this.root);
  }

  /**
   * For connectedCallback.
   * @param {() => void} changeScheme called when the system's colour scheme changes
   * @param {() => void} print called when printing begins or ends; it has to draw synchronously, before the browser prints
   */
  connect(changeScheme, print) {
    for (const key of this.#keys) this.#upgrade(key);
    this.#connected = new AbortController();
    const { signal } = this.#connected;
    this.#darkScheme.addEventListener('change', changeScheme, { signal });
    this.#print.addEventListener('change', print, { signal });
  }

  /** For disconnectedCallback. */
  disconnect() {
    this.#connected.abort();
    cancelAnimationFrame(this.#frameRequest);
    this.#frameRequest = 0;
  }

  /** Calls `work` once in the next frame, however often it is scheduled before. @param {() => void} work */
  schedule(work) {
    this.#frameRequest ||= requestAnimationFrame(() => {
      this.#frameRequest = 0;
      work();
    });
  }

  /** Sets again a property that was set before the element was defined, because it would hide the accessor. @param {string} key */
  #upgrade(key) {
    if (!Object.hasOwn(this.#element, key)) return;
    const value = Reflect.get(this.#element, key);
    Reflect.deleteProperty(this.#element, key);
    Reflect.set(this.#element, key, value);
  }

  /** Their values by name, null where one is absent. @returns {Record<string, string | null>} */
  get attributes() {
    return Object.fromEntries(this.#keys.map((key) => [key, this.#element.getAttribute(key)]));
  }

  /**
   * The element's language.
   * @param {Language | undefined} lang its attribute, which wins over the page's @returns {Language}
   */
  language(lang) {
    const declared = this.#element.parentElement?.closest('[lang]')?.getAttribute('lang') ?? '';
    return lang ?? (/^zh\b/i.test(declared) ? 'zh-Hant' : 'en');
  }

  /** @param {'light' | 'dark' | undefined} theme the attribute, which wins over the system's; prints are light */
  applyTheme(theme) {
    const isDark = theme ? theme === 'dark' : this.#darkScheme.matches;
    this.root.dataset.theme = isDark && !this.#print.matches ? 'dark' : 'light';
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
      /** @this {HTMLElement} @param {unknown} value */
      set(value) {
        if (value === null || value === undefined || value === false) this.removeAttribute(key);
        else this.setAttribute(key, value === true ? '' : String(value));
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
