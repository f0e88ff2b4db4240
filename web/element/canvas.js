/** Draws a scene on a canvas. No other file imports Chart.js. */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from 'chart.js';
import { plotNotes } from '../messages/en.js';
import { format } from '../messages/format.js';
import { codedError } from '../package/errors.js';
import { colors, lookIn } from './colors.js';
import { zoomOf } from './dom.js';
import { shapesAbove, shapesBelow, strokes } from './shapes.js';

/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {{ text: string, axis: string, grid: string, background: string, curves: readonly string[], font: string }} Look CSS colours, font family */
/** @typedef {Chart<any, any, any>} AnyChart */

/**
 * A y axis inside the chart. Chart.js would print its labels on the axis line itself. InnerAxis prints them to the left of
 * the line, or to the right where five digits would not fit.
 */
class InnerAxis extends LinearScale {
  static id = 'inner';
  static defaults = LinearScale.defaults;

  /** @param {import('chart.js').ChartArea} [area] @override */
  getLabelItems(area) {
    const items = super.getLabelItems(area);
    const at = this.chart.scales.x.getPixelForValue(0);
    const side = at < 50 ? 1 : -1;
    for (const { options } of items) {
      options.translation = [at + side * 11, options.translation?.[1] ?? 0];
      options.textAlign = side > 0 ? 'left' : 'right';
    }
    return items;
  }
}

Chart.register(
  LinearScale,
  CategoryScale,
  InnerAxis,
  LineController,
  LineElement,
  PointElement,
  BarController,
  BarElement,
);

/** Browsers leave larger canvases blank. */
const maxPixels = 8192;

/** @param {import('./scene.js').Range} range @returns {'low' | 'inside' | 'high'} where 0 lies, or the nearest edge */
const zero = ({ min, max }) => (min >= 0 ? 'low' : max <= 0 ? 'high' : 'inside');

/**
 * The pixels that the labels of an x axis inside the plot need below the lower end of y: they are 28 pixels high.
 * @param {Scene | undefined} scene @param {number} height of the canvas
 */
function roomBelow(scene, height) {
  if (scene?.kind !== 'curves' || scene.isFramed || zero(scene.y) !== 'inside') return 0;
  const { min, max } = scene.y;
  return Math.max(0, (28 * (max - min) + min * height) / max);
}

/**
 * The colours and the font of an element, as styles.js and its author set them.
 * @param {HTMLElement} root @returns {Look}
 */
export function lookOf(root) {
  const style = getComputedStyle(root);
  const font = style.fontFamily;
  // The computed style of a detached element is empty.
  if (!font) return lookIn(/** @type {'light' | 'dark'} */ (root.dataset.theme));
  const color = (/** @type {string} */ name) => style.getPropertyValue(`--${name}`).trim();
  return {
    text: color('text'),
    axis: color('axis'),
    grid: color('grid'),
    background: color('background'),
    curves: colors.light.curves.map((_, i) => color(`color-${i + 1}`)),
    font,
  };
}

/** A drawing on a canvas, as large as its frame. */
export class Drawing {
  /** @type {Scene | undefined} */
  #scene;
  /** @type {Look | undefined} */
  #look;
  /** @type {number | undefined} */
  #crosshair;
  #canvas;
  /** @type {AnyChart | undefined} */
  #chart;
  /** While there is a drawing. @type {AbortController | undefined} */
  #watching;

  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.#canvas = canvas;
  }

  get #frame() {
    return /** @type {HTMLElement} */ (this.#canvas.parentElement);
  }

  get #view() {
    return /** @type {Window & typeof globalThis} */ (this.#canvas.ownerDocument.defaultView);
  }

  #watch() {
    this.#watching = new AbortController();
    const { signal } = this.#watching;
    if ('ResizeObserver' in this.#view) {
      const observer = new this.#view.ResizeObserver(() => this.#fit());
      observer.observe(this.#frame);
      signal.addEventListener('abort', () => observer.disconnect());
    }
    // The context has lost its scale too, which only a new chart sets.
    // https://html.spec.whatwg.org/multipage/canvas.html#context-lost-steps
    const restore = () => {
      const [scene, look] = [this.#scene, this.#look];
      this.destroy();
      if (scene && look) this.draw(scene, look);
    };
    this.#canvas.addEventListener('contextrestored', restore, { signal });
  }

  /**
   * Fits the chart into the frame, whose size in its own pixels Chart.js cannot find in a transformed page.
   * @returns {boolean | undefined} whether that has drawn it again
   */
  #fit() {
    const chart = /** @type {AnyChart} */ (this.#chart);
    const style = getComputedStyle(this.#frame);
    const [width, height] = [style.width, style.height].map(Number.parseFloat);
    if (!(width > 0 && height > 0)) return; // hidden
    const ratio = Math.min(zoomOf(this.#canvas) * this.#view.devicePixelRatio, maxPixels / Math.max(width, height));
    const sizeOf = () => [this.#canvas.width, this.#canvas.height, chart.width, chart.currentDevicePixelRatio].join();
    const before = sizeOf();
    chart.options.devicePixelRatio = ratio;
    chart.resize(width, height);
    return sizeOf() !== before;
  }

  /** A chart of the scene's kind. @param {Scene['kind']} kind */
  #chartOf(kind) {
    if (this.#scene?.kind === kind && this.#chart) return this.#chart;
    this.destroy();
    if (!this.#canvas.getContext('2d')) throw codedError(plotNotes, 'noCanvas');
    this.#chart = new Chart(this.#canvas, {
      type: kind === 'curves' ? 'line' : 'bar',
      data: { datasets: [] },
      options: {
        animation: false,
        maintainAspectRatio: false,
        responsive: false,
        events: [], // gestures.js handles them
        // Chart.js need not parse points that are sorted {x, y} objects.
        // https://www.chartjs.org/docs/latest/general/performance.html
        parsing: kind === 'curves' ? false : undefined,
        normalized: true,
        elements: { point: { radius: 0 } },
        layout: { padding: () => ({ bottom: roomBelow(this.#scene, this.#canvas.clientHeight) }) },
      },
      plugins: [
        {
          id: 'marks',
          beforeDatasetsDraw: (chart) => this.#drawShapes(chart, shapesBelow),
          afterDatasetsDraw: (chart) => {
            this.#drawCrosshair(chart);
            this.#drawShapes(chart, shapesAbove);
          },
        },
      ],
    });
    this.#watch();
    return this.#chart;
  }

  /** @param {Scene} scene @param {Look} look */
  draw(scene, look) {
    const chart = this.#chartOf(scene.kind);
    this.#scene = scene;
    this.#look = look;
    if (scene.kind === 'curves') setCurves(chart, scene, look);
    else setBars(chart, scene, look);
    if (!this.#fit()) chart.update('none');
  }

  /** Draws a vertical line at x, or at the bar of that index; undefined removes it. @param {number | undefined} x */
  point(x) {
    if (x === this.#crosshair) return;
    this.#crosshair = x;
    this.#chart?.draw();
  }

  /** Where the axes lie, in CSS pixels, and their ranges. */
  get geometry() {
    const { chartArea, scales } = /** @type {Chart} */ (this.#chart);
    const { left, right, top, bottom } = chartArea;
    const span = (/** @type {string} */ id) => ({ min: scales[id].min, max: scales[id].max });
    return { area: { left, right, top, bottom }, x: span('x'), y: span('y') };
  }

  destroy() {
    this.#watching?.abort();
    this.#chart?.destroy();
    this.#chart = this.#scene = this.#look = undefined;
  }

  /** @param {AnyChart} chart @param {typeof shapesBelow} shapesOf */
  #drawShapes({ ctx, chartArea, scales }, shapesOf) {
    if (this.#scene?.kind !== 'curves' || !this.#look || !scales.x || !scales.y) return;
    const { left, right, top, bottom } = chartArea;
    const area = {
      top,
      bottom,
      toX: (/** @type {number} */ x) => scales.x.getPixelForValue(x),
      toY: (/** @type {number} */ y) => scales.y.getPixelForValue(y),
    };
    ctx.save();
    ctx.beginPath();
    ctx.rect(left, top, right - left, bottom - top);
    ctx.clip();
    for (const { d, at: [x, y] = [0, 0], fill, opacity, stroke, width } of shapesOf(this.#scene, area, this.#look)) {
      const path = new Path2D(d);
      ctx.save();
      ctx.translate(x, y);
      ctx.globalAlpha = opacity ?? 1;
      ctx.fillStyle = fill ?? 'transparent';
      ctx.fill(path);
      ctx.strokeStyle = stroke ?? 'transparent';
      ctx.lineWidth = width ?? 1;
      ctx.stroke(path);
      ctx.restore();
    }
    ctx.restore();
  }

  /** @param {AnyChart} chart */
  #drawCrosshair({ ctx, chartArea, scales }) {
    if (this.#crosshair === undefined || !this.#look || !scales.x) return;
    const x = scales.x.getPixelForValue(this.#crosshair);
    ctx.strokeStyle = this.#look.axis;
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.moveTo(x, chartArea.top);
    ctx.lineTo(x, chartArea.bottom);
    ctx.stroke();
  }
}

/** @param {Look} look */
const axisOf = ({ axis, grid, text, font }) => ({
  border: { color: axis, width: 1.5 },
  grid: { color: grid, tickColor: axis },
  ticks: { color: text, font: { family: font, size: 12 }, includeBounds: false, maxRotation: 0, padding: 5 },
});

/** @param {Chart<any, any, any>} chart @param {import('./scene.js').Curves} scene @param {Look} look */
function setCurves(chart, { lines, x, y, isFramed }, look) {
  chart.data.datasets = lines.map(({ curve, dash, points }) => ({
    data: points,
    borderColor: look.curves[curve],
    borderDash: strokes[dash].dash,
    borderWidth: strokes[dash].width,
    order: dash === 'solid' ? 1 : 2,
  }));
  const axis = axisOf(look);
  // Each axis crosses the other at 0, or lies at the edge nearest to 0.
  const across = isFramed ? 'low' : zero(x);
  const along = isFramed ? 'low' : zero(y);
  chart.options.scales = {
    x: {
      ...axis,
      ...x,
      type: 'linear',
      position: { low: 'bottom', inside: { y: 0 }, high: 'top' }[along],
      ticks: { ...axis.ticks, callback: (/** @type {number} */ value) => format(value) },
    },
    y: {
      ...axis,
      ...y,
      type: across === 'inside' ? InnerAxis.id : LinearScale.id,
      position: { low: 'left', inside: { x: 0 }, high: 'right' }[across],
      ticks: {
        ...axis.ticks,
        // Where the axes cross, the label 0 of the x axis is enough.
        callback: (/** @type {number} */ value) => (value === 0 && across === 'inside' ? '' : format(value)),
      },
    },
  };
}

/** @param {Chart<any, any, any>} chart @param {import('./scene.js').Bars} scene @param {Look} look */
function setBars(chart, { names, values, y }, look) {
  chart.data.labels = names;
  chart.data.datasets = values.map((data, i) => ({ data, backgroundColor: look.curves[i] }));
  const axis = axisOf(look);
  const ticks = { ...axis.ticks, callback: (/** @type {number} */ value) => format(value) };
  chart.options.scales = {
    x: { ...axis, type: 'category', grid: { display: false } },
    y: { ...axis, ...y, type: 'linear', ticks },
  };
}
