/** What the experiments show. */

import { Drawing } from '../element/canvas.js';
import { create } from '../element/dom.js';
import { swatch } from '../element/readout.js';
import { twoDigits as two } from '../messages/format.js';
import { deadIn, layers, reach, resolution, revivedIn } from './training.js';

/** @typedef {import('./training.js').Training} Training */
/** @typedef {import('./training.js').Moment} Moment */
/** @typedef {import('../element/canvas.js').Look} Look */
/** @typedef {import('../element/scene.js').Curves} Curves */
/** @typedef {(typeof import('../messages/lab.js').messages)['en']} Texts */
/** @typedef {{ node: Node, show(training: Training, at: number, look: Look, isDark: boolean): void, destroy(): void }} Picture */

/** Lines over time, up to a moment. */
class Chart {
  #canvas = create('canvas', {});
  #drawing = new Drawing(this.#canvas);
  node;

  /** @param {string} title */
  constructor(title) {
    const frame = create('div', { class: 'frame', role: 'img', 'aria-label': title }, this.#canvas);
    this.node = create('figure', {}, create('figcaption', {}, title), frame);
  }

  /**
   * @param {Training} training @param {(moment: Moment) => number} value @param {number} at @param {Look} look
   * @param {number} [unit] of time, in moments
   * @param {import('../element/scene.js').Range} [y] what it spans unless it fits the lines
   */
  draw({ moments, max }, value, at, look, unit = 1, y = undefined) {
    const all = moments.map((own) => Float32Array.from(own, value));
    const finite = all.flatMap((own) => [...own]).filter(Number.isFinite);
    const [low, high] = [Math.min(...finite), Math.max(...finite)];
    const room = 0.05 * (high - low) || 0.5;
    const x = Float32Array.from({ length: max + 1 }, (_, i) => i * unit);
    /** @type {Curves} */
    const scene = {
      ...{ kind: 'curves', labels: [], dots: [], bands: [], saturated: [], isFramed: true },
      samples: all.map((y) => ({ x: x.subarray(0, y.length), y, derivative: y, kinks: [] })),
      lines: all.map((y, curve) => ({
        ...{ curve, dash: 'solid' },
        points: Array.from(y, (value, i) => ({ x: x[i], y: value })),
      })),
      x: { min: 0, max: max * unit },
      y: y ?? (finite.length > 0 ? { min: low - room, max: high + room } : { min: 0, max: 1 }),
    };
    this.#drawing.draw(scene, look);
    this.#drawing.point(at * unit);
  }

  destroy() {
    this.#drawing.destroy();
  }
}

/** @param {number} i @param {string} label */
const named = (i, label) => [swatch(i, { isMarked: true }), label];

/** Colours of classes, and of the values between: the curves' own would say which function it is. */
const classColors = { light: ['#d97706', '#2563eb', '#7c3aed'], dark: ['#f0a24a', '#7aa5ff', '#b692f6'] };

/**
 * Loss, what each network has learned, and numbers.
 * @param {Training} training @param {Texts} texts @param {string} task @returns {Picture}
 */
export function learning(training, texts, task) {
  const chart = new Chart(texts.loss);
  const canvases = training.labels.map((label) =>
    create('canvas', { width: '240', height: '240', role: 'img', 'aria-label': texts.pictureOf(label, task) }),
  );
  const figures = training.labels.map((label, i) =>
    create('figure', {}, canvases[i], create('figcaption', {}, ...named(i, label))),
  );
  const table = create('table', {});
  const scroll = create(
    'div',
    { class: 'values', role: 'group', tabindex: '0', 'aria-label': texts.columns.norms },
    table,
  );
  const node = create('div', {}, chart.node, create('div', { class: 'figures' }, ...figures), scroll);
  return {
    node,
    destroy: () => chart.destroy(),
    show(training, at, look, isDark) {
      chart.draw(training, ({ loss }) => Math.log10(loss), at, look);
      training.moments.forEach((moments, i) => {
        const { picture } = moments[at];
        if (picture) paint(canvases[i], training, picture, look, isDark);
      });
      table.replaceChildren(...rowsOf(training, at, texts));
    },
  };
}

/** @param {Training} training @param {number} at @param {Texts} texts */
function rowsOf({ labels, moments }, at, { columns }) {
  const heads = [columns.loss, ...(moments[0][0].accuracy === undefined ? [] : [columns.accuracy]), columns.norms];
  const cell = (/** @type {string} */ text) => create('td', {}, text);
  const rows = labels.map((label, i) => {
    const { loss, accuracy, norms } = moments[i][at];
    return create(
      'tr',
      {},
      create('th', { scope: 'row' }, ...named(i, label)),
      cell(two(loss)),
      ...(accuracy === undefined ? [] : [cell(`${Math.round(100 * accuracy)} %`)]),
      cell(Array.from(norms, two).join(' · ')),
    );
  });
  return [
    create(
      'thead',
      {},
      create('tr', {}, create('td', {}), ...heads.map((text) => create('th', { scope: 'col' }, text))),
    ),
    create('tbody', {}, ...rows),
  ];
}

/** @param {HTMLCanvasElement} canvas @param {Training} training @param {Float32Array} picture @param {Look} look @param {boolean} isDark */
function paint(canvas, { data }, picture, look, isDark) {
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const { width: size } = canvas;
  const place = (/** @type {number} */ value) => (size * (value / reach + 1)) / 2;
  context.fillStyle = look.background;
  context.fillRect(0, 0, size, size);
  const colors = classColors[isDark ? 'dark' : 'light'];
  if (data.inputs === 1) {
    context.fillStyle = look.axis;
    for (let i = 0; i < data.count; ++i) context.fillRect(place(data.x[i]) - 2, size - place(data.y[i]) - 2, 4, 4);
    context.strokeStyle = colors[1];
    context.lineWidth = 3;
    context.beginPath();
    picture.forEach((y, i) => {
      context.lineTo(((i + 0.5) / resolution.line) * size, size - place(y));
    });
    context.stroke();
    return;
  }
  const cell = size / resolution.square;
  context.globalAlpha = 0.35;
  picture.forEach((of, i) => {
    const [x, y] = [i % resolution.square, Math.floor(i / resolution.square)];
    context.fillStyle = colors[of];
    context.fillRect(x * cell, y * cell, cell, cell);
  });
  context.globalAlpha = 1;
  for (let i = 0; i < data.count; ++i) {
    const [x, y] = data.x.subarray((i + 1) * data.inputs - 2, (i + 1) * data.inputs);
    context.fillStyle = colors[data.y[i]];
    context.beginPath();
    context.arc(place(x), size - place(y), 3, 0, 2 * Math.PI);
    context.fill();
  }
}

/**
 * The share of dead units, and a map of them.
 * @param {Training} training @param {Texts} texts @returns {Picture}
 */
export function dying(training, texts) {
  const chart = new Chart(texts.deadShare);
  const units = layers.reduce((sum, width) => sum + width, 0);
  const maps = training.labels.map(() =>
    create('div', { class: 'units', role: 'img' }, ...Array.from({ length: units }, () => create('i', {}))),
  );
  const captions = training.labels.map(() => create('figcaption', {}));
  const node = create(
    'div',
    {},
    chart.node,
    create('p', { class: 'credit' }, texts.unitsLegend),
    create('div', { class: 'figures' }, ...maps.map((map, i) => create('figure', {}, map, captions[i]))),
  );
  return {
    node,
    destroy: () => chart.destroy(),
    show(training, at, look) {
      chart.draw(training, ({ alive }) => (100 * deadIn(alive)) / units, at, look, training.stepsEach, {
        min: 0,
        max: 100,
      });
      training.moments.forEach((moments, i) => {
        const { alive } = moments[at];
        const before = moments.slice(0, at + 1);
        const text = texts.unitsOf({
          label: training.labels[i],
          dead: deadIn(alive),
          units,
          revived: revivedIn(before),
        });
        maps[i].setAttribute('aria-label', text);
        captions[i].replaceChildren(...named(i, text));
        [...maps[i].children].forEach((unit, k) => {
          const state = !alive[k] ? 'dead' : before.some((moment) => !moment.alive[k]) ? 'revived' : 'alive';
          if (unit.className !== state) unit.className = state;
        });
      });
    },
  };
}

/**
 * Bars of both times with their spread, and the numbers.
 * @param {import('./benchmark.js').Table} table @param {Texts} texts
 */
export function timingTable({ timings }, { timing }) {
  const max = Math.max(...timings.map(({ loop }) => loop.high));
  const bar = (
    /** @type {number} */ i,
    /** @type {import('./benchmark.js').Spread} */ { low, median, high },
    isLoop = false,
  ) => {
    const draw = (/** @type {string} */ name, /** @type {Record<string, string | number>} */ attributes) => {
      const node = document.createElementNS('http://www.w3.org/2000/svg', name);
      for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
      return node;
    };
    const color = `var(--color-${i + 1})`;
    const x = (/** @type {number} */ value) => (100 * value) / max;
    const picture = draw('svg', {
      viewBox: '0 0 100 10',
      preserveAspectRatio: 'none',
      class: 'bar',
      'aria-hidden': 'true',
    });
    /** @type {Record<string, string | number>} */
    const rest = isLoop
      ? { fill: 'none', stroke: color, 'stroke-width': 2, 'vector-effect': 'non-scaling-stroke' }
      : { fill: color };
    picture.append(
      draw('rect', { x: 0, y: 1, width: x(median), height: 8, ...rest }),
      draw('path', {
        d: `M${x(low)} 5H${x(high)}`,
        stroke: 'var(--text)',
        'stroke-width': 3,
        'vector-effect': 'non-scaling-stroke',
      }),
    );
    return picture;
  };
  const row = (
    /** @type {import('./benchmark.js').Timing} */ { label, loop, kernel, ratio },
    /** @type {number} */ i,
  ) =>
    create(
      'tr',
      {},
      create('th', { scope: 'row' }, label),
      create('td', { class: 'bars' }, bar(i, loop, true), bar(i, kernel)),
      ...[loop, kernel].map(({ low, median, high }) => create('td', {}, `${two(median)} (${two(low)}–${two(high)})`)),
      create('td', {}, `${two(ratio)}×`),
      create('td', {}, two(1000 / kernel.median)),
    );
  const heads = [timing.ns, timing.loop, timing.kernel, timing.times, timing.speed];
  return create(
    'div',
    { class: 'values', role: 'group', tabindex: '0', 'aria-label': timing.ns },
    create(
      'table',
      {},
      create(
        'thead',
        {},
        create('tr', {}, create('td', {}), ...heads.map((text) => create('th', { scope: 'col' }, text))),
      ),
      create('tbody', {}, ...timings.map(row)),
    ),
  );
}
