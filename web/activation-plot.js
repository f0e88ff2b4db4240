/** <activation-plot>: a plot of activation functions. Its attributes, all optional, are the words of grammar.js. */
import { find } from './catalogue.js';
import { keys, parsePlot } from './grammar.js';
import { messages } from './messages.js';
import { Drawing, format } from './plot.js';
import { automaticStep, sample } from './sample.js';
import { styles } from './styles.js';

/** @typedef {import('./grammar.js').Plot} Plot */
/** @typedef {import('./grammar.js').Note} Note */

const dark = matchMedia('(prefers-color-scheme: dark)');
const walkKeys = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 };

/** @param {string} name @param {Record<string, string>} attributes @param {Node[]} children */
function create(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** 'Leaky ReLU (a = 0.07)' @param {import('./grammar.js').PlotFunction} curve */
function labelOf({ name, parameters }) {
  const entry = find(name);
  const values = entry?.parameters.map((p) => `${p.symbol} = ${format(parameters[p.name])}`).join(', ');
  return `${entry?.label}${values ? ` (${values})` : ''}`;
}

/**
 * Draws when it comes near the viewport and after each change of an attribute or of the colour scheme.
 *
 * Every attribute is also a property of the same name, a string or null; `derivative` is a boolean. Content is the
 * fallback: it shows until the plot is drawn.
 * @fires activation-plot:draw after each drawing; `detail`: `plot`, its `step` (also where the plot leaves it to be
 *   chosen), and where it lies on the canvas (`area` in CSS pixels, the spans of `x` and `y`)
 * @fires activation-plot:error when something could not be read; `detail.notes`
 */
export class ActivationPlot extends HTMLElement {
  static observedAttributes = keys;

  /** @type {Drawing | undefined} */
  #drawing;
  #canvas = document.createElement('canvas');
  #fallback = create('div', { class: 'fallback' }, create('slot', {}));
  #frame = create('div', { class: 'frame', part: 'plot' }, this.#canvas, this.#fallback);
  #legend = create('ul', { class: 'legend', part: 'legend' });
  #notes = create('div', { class: 'notes', part: 'notes', role: 'status' });
  #root = create('div', { class: 'root' }, this.#frame, this.#legend, this.#notes);
  #near = new IntersectionObserver((entries) => this.#approach(entries.at(-1)?.isIntersecting ?? false), {
    rootMargin: '200px',
  });
  #visible = false;
  #frameRequest = 0;
  /** What was drawn last. @type {Plot} */
  #drawn = parsePlot({}).plot;
  #walkedTo = 0;
  #redraw = () => this.#schedule();

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [styles()];
    root.append(this.#root);
    this.#frame.addEventListener('keydown', (event) => this.#walk(event));
    this.#frame.addEventListener('blur', () => this.#drawing?.hide());
  }

  /** What is drawn: every word read, defaults filled in. A copy. */
  get plot() {
    return this.#read().plot;
  }

  /** What could not be read; empty when all is well. */
  get notes() {
    return this.#read().notes;
  }

  connectedCallback() {
    for (const key of keys) this.#upgrade(key);
    this.#near.observe(this);
    dark.addEventListener('change', this.#redraw);
  }

  disconnectedCallback() {
    this.#near.disconnect();
    dark.removeEventListener('change', this.#redraw);
    cancelAnimationFrame(this.#frameRequest);
    this.#frameRequest = 0;
    this.#visible = false;
    this.#drawing?.destroy();
    this.#drawing = undefined;
  }

  attributeChangedCallback() {
    this.#schedule();
  }

  /** A property set before the element was defined hides the accessor: hand it over. @param {string} key */
  #upgrade(key) {
    if (!Object.hasOwn(this, key)) return;
    const value = Reflect.get(this, key);
    Reflect.deleteProperty(this, key);
    Reflect.set(this, key, value);
  }

  /** @param {boolean} near */
  #approach(near) {
    this.#visible = near;
    if (near) this.#schedule();
  }

  #schedule() {
    if (!this.#visible || this.#frameRequest !== 0) return;
    this.#frameRequest = requestAnimationFrame(() => {
      this.#frameRequest = 0;
      this.#draw();
    });
  }

  #read() {
    return parsePlot(Object.fromEntries(keys.map((key) => [key, this.getAttribute(key)])));
  }

  get #messages() {
    const around = this.parentElement?.closest('[lang]')?.getAttribute('lang') ?? '';
    return messages[this.#drawn.lang ?? (/^zh\b/i.test(around) ? 'zh-Hant' : 'en')];
  }

  #draw() {
    const { plot, notes } = this.#read();
    this.#drawn = plot;
    const { functions, min, max, step = automaticStep(plot), theme } = plot;
    this.#root.dataset.theme = theme ?? (dark.matches ? 'dark' : 'light');
    const style = getComputedStyle(this.#root);
    const color = (/** @type {string} */ name) => style.getPropertyValue(`--${name}`).trim();
    const fire = (/** @type {string} */ type, /** @type {object} */ detail) =>
      this.dispatchEvent(new CustomEvent(`activation-plot:${type}`, { bubbles: true, detail }));
    /** @type {Note[]} */
    const failures = [];
    try {
      const curves = functions.map((curve, i) => ({
        label: labelOf(curve),
        color: color(`color-${i + 1}`),
        samples: sample(curve.name, { min, max, step, ...curve.parameters }),
      }));
      this.#drawing ??= new Drawing(this.#canvas);
      const look = { text: color('text'), axis: color('axis'), grid: color('grid'), background: color('background') };
      this.#drawing.draw(curves, plot, { ...look, font: style.fontFamily });
      this.#describe(curves);
      this.#fallback.hidden = true;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      failures.push({ key: 'functions', code: 'notComputed', values: { reason: message }, message });
    }
    const wrong = [...notes, ...failures];
    this.#notes.replaceChildren(...wrong.map((note) => create('p', {}, new Text(this.#messages.note(note)))));
    if (wrong.length > 0) fire('error', { notes: wrong });
    if (failures.length === 0) fire('draw', { plot, step, ...this.#drawing?.geometry });
  }

  /** Legend and the words for a screen reader. @param {import('./plot.js').Curve[]} curves */
  #describe(curves) {
    const { min, max, derivative } = this.#drawn;
    const texts = this.#messages;
    const swatch = (/** @type {string} */ color, dashed = '') => {
      const line = create('span', { class: `swatch ${dashed}` });
      line.style.borderColor = color;
      return line;
    };
    this.#legend.replaceChildren(
      ...curves.flatMap(({ label, color }) => [
        create('li', {}, swatch(color), new Text(label)),
        ...(derivative ? [create('li', {}, swatch(color, 'dashed'), new Text(`${label}: f′`))] : []),
      ]),
    );
    this.#walkedTo = Math.min(Math.max(this.#walkedTo, min), max);
    const words = {
      role: 'slider',
      tabindex: 0,
      'aria-label': texts.summary(
        curves.map(({ label }) => label),
        derivative,
        format(min),
        format(max),
      ),
      'aria-roledescription': texts.plot,
      'aria-valuemin': min,
      'aria-valuemax': max,
      'aria-valuenow': this.#walkedTo,
      'aria-valuetext': `x = ${format(this.#walkedTo)}`,
    };
    for (const [key, value] of Object.entries(words)) this.#frame.setAttribute(key, String(value));
  }

  /** Reads the curves' values aloud, step by step. @param {KeyboardEvent} event */
  #walk(event) {
    const { min, max, step = automaticStep(this.#drawn) } = this.#drawn;
    const steps = { ...walkKeys, Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY }[event.key];
    if (steps === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    // By index, so that walking does not drift off the samples.
    const index = Math.round((this.#walkedTo - min) / step) + steps;
    this.#walkedTo = Math.min(Math.max(min + index * step, min), max);
    const values = this.#drawing?.show(this.#walkedTo) ?? [];
    this.#frame.setAttribute('aria-valuenow', String(this.#walkedTo));
    this.#frame.setAttribute('aria-valuetext', [`x = ${format(this.#walkedTo)}`, ...values].join('; '));
  }
}

for (const key of keys)
  Object.defineProperty(ActivationPlot.prototype, key, {
    configurable: true,
    enumerable: true,
    /** @this {ActivationPlot} */
    get() {
      return key === 'derivative' ? this.plot.derivative : this.getAttribute(key);
    },
    /** @this {ActivationPlot} @param {unknown} value */
    set(value) {
      if (value === null || value === undefined || value === false) this.removeAttribute(key);
      else this.setAttribute(key, value === true ? '' : String(value));
    },
  });

// A page may load this module from two places; the first one wins.
if (!customElements.get('activation-plot')) customElements.define('activation-plot', ActivationPlot);
