/** The pictures and tables of the experiments. */

import { Drawing } from '../element/canvas.js';
import { create, svg, table } from '../element/dom.js';
import { swatch } from '../element/readout.js';
import { twoDigits } from '../messages/format.js';
import { deadIn, hiddenUnits, reach, resolution, revivedIn } from './training.js';

/** @typedef {import('./training.js').Training} Training */
/** @typedef {import('./training.js').Moment} Moment */
/** @typedef {import('../element/canvas.js').Look} Look */
/** @typedef {typeof import('../messages/en.js').lab} Texts */
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
   * @param {number} [unit] of time, for each moment
   * @param {import('../element/scene.js').Range} [y] the range of the values; it fits the lines if omitted
   */
  draw({ moments, max }, value, at, look, unit = 1, y = undefined) {
    const curves = moments.map((own) => Float32Array.from(own, value));
    const finite = curves.flatMap((own) => [...own]).filter(Number.isFinite);
    const [low, high] = [Math.min(...finite), Math.max(...finite)];
    const margin = 0.05 * (high - low) || 0.5;
    const x = Float32Array.from({ length: max + 1 }, (_, i) => i * unit);
    this.#drawing.draw(
      {
        kind: 'curves',
        labels: [],
        colors: [...curves.keys()],
        samples: curves.map((y) => ({ x: x.subarray(0, y.length), y, derivative: y, kinks: [] })),
        lines: curves.map((y, curve) => ({
          curve,
          dash: 'solid',
          points: Array.from(y, (value, i) => ({ x: x[i], y: value })),
        })),
        dots: [],
        bands: [],
        saturated: [],
        x: { min: 0, max: max * unit },
        step: unit,
        y: y ?? (finite.length > 0 ? { min: low - margin, max: high + margin } : { min: 0, max: 1 }),
        isFramed: true,
      },
      look,
    );
    this.#drawing.point(at * unit);
  }

  destroy() {
    this.#drawing.destroy();
  }
}

/** A label behind the mark of its curve. @param {number} i @param {string} label */
const marked = (i, label) => [swatch(i, { mark: false }), label];

/** A table that the reader may have to scroll. @param {string} label @param {HTMLTableElement} node */
const scrollable = (label, node) =>
  create('div', { class: 'values', role: 'group', tabindex: '0', 'aria-label': label }, node);

/** Colours of the classes. The curves' colours would stand for the functions. */
const classColors = { light: ['#d97706', '#2563eb', '#7c3aed'], dark: ['#f0a24a', '#7aa5ff', '#b692f6'] };

/**
 * The loss, what each network has learned, and numbers.
 * @param {Training} training @param {Texts} texts @param {string} task @returns {Picture}
 */
export function convergencePicture(training, texts, task) {
  const chart = new Chart(texts.loss);
  const canvases = training.labels.map((label) =>
    create('canvas', { width: '240', height: '240', role: 'img', 'aria-label': texts.pictureOf(label, task) }),
  );
  const figures = training.labels.map((label, i) =>
    create('figure', {}, canvases[i], create('figcaption', {}, ...marked(i, label))),
  );
  const numbers = create('table', {});
  return {
    node: create(
      'div',
      {},
      chart.node,
      create('div', { class: 'figures' }, ...figures),
      scrollable(texts.columns.norms, numbers),
    ),
    destroy: () => chart.destroy(),
    show(training, at, look, isDark) {
      chart.draw(training, ({ loss }) => Math.log10(loss), at, look);
      training.moments.forEach((moments, i) => {
        paint(canvases[i], training, moments[at].picture, look, isDark);
      });
      numbers.replaceChildren(...convergenceTable(training, at, texts));
    },
  };
}

/** @param {Training} training @param {number} at @param {Texts} texts */
function convergenceTable({ labels, moments }, at, { columns }) {
  const hasAccuracy = moments[0][0].accuracy !== undefined;
  const heads = ['', columns.loss, ...(hasAccuracy ? [columns.accuracy] : []), columns.norms];
  const rows = labels.map((label, i) => {
    const { loss, accuracy, norms, diverged } = moments[i][at];
    const cells = [
      twoDigits(loss),
      ...(hasAccuracy ? [`${Math.round(100 * (accuracy ?? 0))}\u00a0%`] : []),
      Array.from(norms, twoDigits).join(' · '),
    ];
    return [marked(i, label), ...(diverged === undefined ? cells : cells.map(() => '–'))];
  });
  return table(heads, rows);
}

/**
 * @param {HTMLCanvasElement} canvas @param {Training} training
 * @param {Float32Array | undefined} picture undefined after the network has diverged: only the samples are painted
 * @param {Look} look @param {boolean} isDark
 */
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
    picture?.forEach((y, i) => {
      context.lineTo(((i + 0.5) / resolution.line) * size, size - place(y));
    });
    context.stroke();
    return;
  }
  const cell = size / resolution.square;
  context.globalAlpha = 0.35;
  picture?.forEach((label, i) => {
    const [x, y] = [i % resolution.square, Math.floor(i / resolution.square)];
    context.fillStyle = colors[label];
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
 * The share of dead units, and a map of all units.
 * @param {Training} training @param {Texts} texts @returns {Picture}
 */
export function deathPicture(training, texts) {
  const chart = new Chart(texts.deadShare);
  const maps = training.labels.map(() =>
    create('div', { class: 'units', role: 'img' }, ...Array.from({ length: hiddenUnits }, () => create('i', {}))),
  );
  const captions = training.labels.map(() => create('figcaption', {}));
  const figures = maps.map((map, i) => create('figure', {}, map, captions[i]));
  return {
    node: create(
      'div',
      {},
      chart.node,
      create('p', { class: 'credit' }, texts.unitsLegend),
      create('div', { class: 'figures' }, ...figures),
    ),
    destroy: () => chart.destroy(),
    show(training, at, look) {
      const share = (/** @type {Moment} */ { alive, diverged }) =>
        diverged === undefined ? (100 * deadIn(alive)) / hiddenUnits : NaN;
      chart.draw(training, share, at, look, training.stepsEach, { min: 0, max: 100 });
      training.moments.forEach((moments, i) => {
        const { alive, diverged } = moments[at];
        const before = moments.slice(0, at + 1);
        const label = training.labels[i];
        const text =
          diverged === undefined
            ? texts.unitsOf({ label, dead: deadIn(alive), units: hiddenUnits, revived: revivedIn(before) })
            : texts.divergedAt([label, diverged]);
        maps[i].setAttribute('aria-label', text);
        captions[i].replaceChildren(...marked(i, text));
        [...maps[i].children].forEach((unit, k) => {
          const state = !alive[k] ? 'dead' : before.some((moment) => !moment.alive[k]) ? 'revived' : 'alive';
          const shown = diverged === undefined ? state : 'diverged';
          if (unit.className !== shown) unit.className = shown;
        });
      });
    },
  };
}

/**
 * The times of loops and kernels: bars with their quartiles, and numbers.
 * @param {import('./benchmark.js').Table} table @param {Texts} texts
 */
export function costTable({ timings }, { timing }) {
  const max = Math.max(...timings.flatMap(({ loop, kernel }) => [loop?.high ?? 0, kernel.high]));
  const spread = (/** @type {import('./benchmark.js').Spread} */ { low, median, high }) =>
    create(
      'td',
      {},
      twoDigits(median),
      create('span', { class: 'quartiles' }, ` (${twoDigits(low)}–${twoDigits(high)})`),
    );
  const heads = [timing.ns, '', timing.loop, timing.kernel, timing.times, timing.speed];
  const rows = timings.map(({ label, loop, kernel, ratio }, i) => {
    const color = `var(--color-${i + 1})`;
    const outline = { fill: 'none', stroke: color, 'stroke-width': 2, 'vector-effect': 'non-scaling-stroke' };
    return [
      label,
      create('td', { class: 'bars' }, loop ? bar(loop, max, outline) : '', bar(kernel, max, { fill: color })),
      loop ? spread(loop) : '–',
      spread(kernel),
      ratio ? `${twoDigits(ratio)}×` : '–',
      twoDigits(1000 / kernel.median),
    ];
  });
  return scrollable(timing.ns, create('table', {}, ...table(heads, rows)));
}

/**
 * A bar as long as the median, with a line from quartile to quartile.
 * @param {import('./benchmark.js').Spread} spread @param {number} max at the full width
 * @param {Record<string, string | number>} paint
 */
function bar({ low, median, high }, max, paint) {
  const x = (/** @type {number} */ value) => (100 * value) / max;
  return svg(
    'svg',
    { viewBox: '0 0 100 10', preserveAspectRatio: 'none', class: 'bar', 'aria-hidden': 'true' },
    svg('rect', { x: 0, y: 1, width: x(median), height: 8, ...paint }),
    svg('path', {
      d: `M${x(low)} 5H${x(high)}`,
      stroke: 'var(--text)',
      'stroke-width': 3,
      'vector-effect': 'non-scaling-stroke',
    }),
  );
}
