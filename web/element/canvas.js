/** Draws a scene on a canvas. No other file imports Chart.js. */
import { Chart, LinearScale, LineController, LineElement, PointElement } from 'chart.js';
import { plotNotes } from '../messages/en.js';
import { codedError } from '../package/errors.js';
import { colors, pictureFont } from './colors.js';
import { watchSize, zoomOf } from './dom.js';
import { fontSize } from './labels.js';
import { layoutOf } from './layout.js';
import { halo, readingDots, rules, shapesAbove, shapesBelow, strokes } from './shapes.js';

/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {{ text: string, axis: string, grid: string, background: string, curves: readonly string[], font: string, isColorless?: boolean }} Look CSS colours, font family, and whether curves have to be known without colours */
/** @typedef {Chart<any, any, any>} AnyChart */

Chart.register(LinearScale, LineController, LineElement, PointElement);

/** Browsers leave larger canvases blank. */
const maxPixels = 8192;

/**
 * The colours and the font of an element, as styles.js and its author set them.
 * @param {HTMLElement} root @returns {Look}
 */
export function lookOf(root) {
  const style = getComputedStyle(root);
  const font = style.fontFamily;
  // The computed style of a detached element is empty.
  if (!font) return { ...colors[/** @type {'light' | 'dark'} */ (root.dataset.theme)], font: pictureFont };
  const color = (/** @type {string} */ name) => style.getPropertyValue(`--${name}`).trim();
  return {
    text: color('text'),
    axis: color('axis'),
    grid: color('grid'),
    background: color('background'),
    curves: colors.light.curves.map((_, i) => color(`color-${i + 1}`)),
    font,
    isColorless: root.classList.contains('colorless'),
  };
}

/** A drawing on a canvas, as large as its frame. */
export class Drawing {
  /** @type {Scene | undefined} */
  #scene;
  /** @type {Look | undefined} */
  #look;
  /** Empty before the first drawing. @type {import('./layout.js').Panel[]} */
  #panels = [];
  /** @type {number | undefined} */
  #crosshair;
  #canvas;
  /** @type {AnyChart | undefined} */
  #chart;
  /** While there is a drawing. @type {AbortController | undefined} */
  #watching;

  #laidOut;
  #readAt;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {(panel: import('./layout.js').Panel, height: number) => void} [laidOut] called with each new layout of f
   * @param {(x: number) => import('./scene.js').Reading[]} [readAt] the values of the curves, which get dots where x is read
   */
  constructor(canvas, laidOut, readAt) {
    this.#canvas = canvas;
    this.#laidOut = laidOut;
    this.#readAt = readAt;
  }

  get #frame() {
    return /** @type {HTMLElement} */ (this.#canvas.parentElement);
  }

  #watch() {
    this.#watching = new AbortController();
    const { signal } = this.#watching;
    watchSize(this.#frame, () => this.#fit(), signal);
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
   * Fits the chart into its frame, which Chart.js measures wrongly in a transformed page.
   * @returns {boolean | undefined} whether that redrew the chart
   */
  #fit() {
    const chart = /** @type {AnyChart} */ (this.#chart);
    const style = getComputedStyle(this.#frame);
    const [width, height] = [style.width, style.height].map(Number.parseFloat);
    if (!(width > 0 && height > 0)) return; // hidden
    const { devicePixelRatio = 1 } = this.#canvas.ownerDocument.defaultView ?? {};
    const ratio = Math.min(zoomOf(this.#canvas) * devicePixelRatio, maxPixels / Math.max(width, height));
    const sizeOf = () => [this.#canvas.width, this.#canvas.height, chart.width, chart.currentDevicePixelRatio].join();
    const before = sizeOf();
    chart.options.devicePixelRatio = ratio;
    chart.resize(width, height);
    return sizeOf() !== before;
  }

  /** Chart.js maps and draws the lines in the areas of the layout. */
  #makeChart() {
    if (!this.#canvas.getContext('2d')) throw codedError(plotNotes, 'noCanvas');
    const padding = (/** @type {{ chart: AnyChart }} */ { chart: { width, height } }) => {
      const { left, right, top, bottom } = this.#whole;
      return { left, top, right: width - right, bottom: height - bottom };
    };
    this.#chart = new Chart(this.#canvas, {
      type: 'line',
      data: { datasets: [] },
      options: {
        animation: false,
        maintainAspectRatio: false,
        responsive: false,
        events: [], // gestures.js handles them
        // Chart.js need not parse points that are sorted {x, y} objects.
        // https://www.chartjs.org/docs/latest/general/performance.html
        parsing: false,
        normalized: true,
        elements: { point: { radius: 0 } },
        layout: { autoPadding: false, padding },
      },
      plugins: [
        {
          id: 'picture',
          beforeLayout: (chart) => {
            if (!this.#scene) return;
            this.#panels = layoutOf(this.#scene, chart);
            this.#laidOut?.(this.#panels[0], chart.height);
          },
          afterLayout: ({ scales: { y, y2 } }) => {
            const [first] = this.#panels;
            for (const [i, scale] of [y, y2].entries()) {
              const { area, scene } = this.#panels[i] ?? first;
              if (scale) Object.assign(scale, { top: area.top, bottom: area.bottom, ...scene.y }).configure();
            }
          },
          beforeDatasetsDraw: ({ ctx }) => this.#drawBelow(ctx),
          afterDatasetsDraw: ({ ctx }) => this.#drawAbove(ctx),
        },
      ],
    });
    this.#watch();
    return this.#chart;
  }

  /** @param {Scene} scene @param {Look} look */
  draw(scene, look) {
    this.#scene = scene;
    this.#look = look;
    const chart = this.#chart ?? this.#makeChart();
    const x = scene.kind === 'curves' ? scene.x : { min: 0, max: scene.names.length };
    const axis = (/** @type {import('./scene.js').Range} */ range) => ({
      ...range,
      type: 'linear',
      display: false,
      ticks: { autoSkip: false }, // skipping would measure ticks that the layout draws
    });
    const hasStack = scene.kind === 'curves' && scene.stack;
    chart.options.scales = { x: axis(x), y: axis(scene.y), ...(hasStack && { y2: axis(scene.y) }) };
    const { datasets } = chart.data;
    const lines = scene.kind === 'curves' ? scene.lines : [];
    // The same objects each time: for new ones, Chart.js would make all points anew.
    chart.data.datasets = lines.map(({ curve, dash, points }, i) =>
      Object.assign(datasets[i] ?? {}, {
        data: points,
        yAxisID: hasStack && dash !== 'solid' ? 'y2' : 'y',
        borderColor: look.curves[scene.colors[curve]],
        // Without dashes, Chart.js draws one point for each CSS pixel, which shows as steps on fine screens.
        borderDash: dash === 'solid' ? [2 ** 24, 0] : strokes[dash].dash,
        borderWidth: strokes[dash].width,
        order: dash === 'solid' ? 1 : 2,
      }),
    );
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
    const { min, max } = /** @type {AnyChart} */ (this.#chart).scales.x;
    const [first, below] = this.#panels.map(({ scene: { y }, area: { left, right, top, bottom } }) => ({
      area: { left, right, top, bottom },
      y,
    }));
    return { ...first, x: { min, max }, below };
  }

  /** The box around all areas. */
  get #whole() {
    const [{ area }] = this.#panels;
    return { ...area, bottom: this.#panels[this.#panels.length - 1].area.bottom };
  }

  destroy() {
    this.#watching?.abort();
    this.#chart?.destroy();
    this.#chart = this.#scene = this.#look = undefined;
    this.#panels = [];
  }

  /** @param {CanvasRenderingContext2D} context */
  #drawBelow(context) {
    const look = /** @type {Look} */ (this.#look);
    for (const { scene, area, grid, axes, bars } of this.#panels) {
      drawShapes(context, [{ d: grid, stroke: look.grid, ...rules.grid }]);
      for (const { curve, x, y, width, height } of bars) {
        context.fillStyle = look.curves[scene.colors[curve]];
        context.fillRect(x, y, width, height);
      }
      if (scene.kind === 'curves') clipped(context, area, shapesBelow(scene, area, look));
      drawShapes(context, [{ d: axes, stroke: look.axis, ...rules.axes }]);
    }
  }

  /** @param {CanvasRenderingContext2D} context */
  #drawAbove(context) {
    if (this.#panels.length === 0) return;
    const look = /** @type {Look} */ (this.#look);
    const x = this.#crosshair;
    const readings = x === undefined || this.#scene?.kind !== 'curves' ? undefined : this.#readAt?.(x);
    if (x !== undefined) {
      const { toX, top, bottom } = this.#whole;
      drawShapes(context, [{ d: `M${toX(x)} ${top}V${bottom}`, stroke: look.axis, width: 1 }]);
    }
    context.save();
    Object.assign(context, { font: `${fontSize}px ${look.font}`, textBaseline: 'alphabetic', lineJoin: 'round' });
    Object.assign(context, { lineWidth: halo, strokeStyle: look.background });
    for (const { scene, area, labels } of this.#panels) {
      if (scene.kind === 'curves') {
        clipped(context, area, shapesAbove(scene, area, look));
        if (x !== undefined && readings) clipped(context, area, readingDots(scene, area, look, x, readings));
      }
      for (const { words, x, y, anchor, curve } of labels) {
        context.textAlign = anchor === 'middle' ? 'center' : anchor;
        context.fillStyle = curve === undefined ? look.text : look.curves[scene.colors[curve]];
        context.strokeText(words, x, y);
        context.fillText(words, x, y);
      }
    }
    context.restore();
  }
}

/** @param {CanvasRenderingContext2D} context @param {import('./layout.js').Area} area @param {import('./shapes.js').Shape[]} shapes */
function clipped(context, { left, right, top, bottom }, shapes) {
  context.save();
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  context.clip();
  drawShapes(context, shapes);
  context.restore();
}

/** @param {CanvasRenderingContext2D} context @param {import('./shapes.js').Shape[]} shapes */
function drawShapes(context, shapes) {
  for (const { d, at: [x, y] = [0, 0], fill, opacity, stroke, width } of shapes) {
    const path = new Path2D(d);
    context.save();
    context.translate(x, y);
    context.globalAlpha = opacity ?? 1;
    context.fillStyle = fill ?? 'transparent';
    context.fill(path);
    context.strokeStyle = stroke ?? 'transparent';
    context.lineWidth = width ?? 1;
    context.stroke(path);
    context.restore();
  }
}
