/** From samples to a drawing. The only file that knows Chart.js. */
import { Chart, Interaction, LinearScale, LineController, LineElement, PointElement, Tooltip } from 'chart.js';

/**
 * A y axis inside the chart. Chart.js sets its labels on the axis itself, without the distance that it gives the
 * x axis's: here they stand left of it, or right where there is no room for five digits.
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

Chart.register(LinearScale, InnerAxis, LineController, LineElement, PointElement, Tooltip);

/** @typedef {{ label: string, color: string, samples: import('./sample.js').Samples }} Curve */
/** @typedef {{ text: string, axis: string, grid: string, background: string, font: string }} Look CSS colours, font family */

/** A number as people read it: six digits, a true minus sign. @param {number} value */
export function format(value) {
  return String(Number(value.toPrecision(6))).replace(/-/g, '−');
}

/** @param {readonly { x: number }[]} points ascending @param {number} x @returns {number} the index of the nearest */
function nearest(points, x) {
  let [low, high] = [0, points.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle].x < x) low = middle + 1;
    else high = middle;
  }
  return low > 0 && x - points[low - 1].x <= points[low].x - x ? low - 1 : low;
}

/** The derivative's points: where it jumps, both limits, so that the jump is upright. @param {Curve['samples']} samples */
function derivativePoints({ x, derivative, kinks }) {
  const points = [];
  let next = 0;
  for (let i = 0; i < x.length; ++i) {
    const kink = kinks[next];
    if (kink && x[i] === kink.x) {
      points.push({ x: kink.x, y: kink.derivative[0] }, { x: kink.x, y: kink.derivative[1] });
      if (x[i + 1] === kink.x) ++i;
      ++next;
    } else points.push({ x: x[i], y: derivative[i] });
  }
  return points;
}

/** What of the y axis is shown: all finite values and a little room. @param {{ y: number }[][]} lines */
function extent(lines) {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const line of lines)
    for (const { y } of line)
      if (Number.isFinite(y)) {
        low = Math.min(low, y);
        high = Math.max(high, y);
      }
  if (low > high) return { min: -1, max: 1 };
  const room = 0.05 * (high - low) || Math.max(1, Math.abs(low));
  return { min: low - room, max: high + room };
}

/** @param {{ min: number, max: number }} range @returns {'low' | 'inside' | 'high'} where 0 lies, or the nearest edge */
const zero = ({ min, max }) => (min >= 0 ? 'low' : max <= 0 ? 'high' : 'inside');

/** A drawing on a canvas. Its container gives the size. */
export class Drawing {
  /** @type {readonly Curve[]} */
  #curves = [];
  #chart;

  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.#chart = new Chart(canvas, {
      type: 'line',
      data: { datasets: [] },
      options: {
        animation: false,
        maintainAspectRatio: false,
        // Sorted {x, y} objects go in as they are. https://www.chartjs.org/docs/latest/general/performance.html
        parsing: false,
        normalized: true,
        elements: { line: { borderWidth: 2.5 }, point: { radius: 0, hoverRadius: 5, hitRadius: 0 } },
        interaction: { mode: /** @type {'index'} */ ('curves'), intersect: false },
        plugins: {
          tooltip: {
            // A curve's points are its samples, so the derivative is there whether or not it is drawn.
            callbacks: {
              title: ([item]) => (item ? `x = ${format(Number(item.parsed.x))}` : ''),
              label: ({ datasetIndex, dataIndex }) => this.#values(datasetIndex, dataIndex),
            },
          },
        },
      },
    });
  }

  /** @param {number} curve @param {number} i */
  #values(curve, i) {
    const { label, samples } = this.#curves[curve];
    return `${label}: f(x) = ${format(samples.y[i])}, f′(x) = ${format(samples.derivative[i])}`;
  }

  /**
   * @param {readonly Curve[]} curves
   * @param {{ min: number, max: number, derivative: boolean }} plot
   * @param {Look} look
   */
  draw(curves, plot, look) {
    this.#curves = curves;
    const values = curves.map(({ samples: { x, y } }) => Array.from(x, (at, i) => ({ x: at, y: y[i] })));
    const derivatives = plot.derivative ? curves.map(({ samples }) => derivativePoints(samples)) : [];
    const range = extent([...values, ...derivatives]);
    const { options, data } = this.#chart;
    data.datasets = [
      ...values.map((points, i) => ({
        data: points,
        borderColor: curves[i].color,
        backgroundColor: curves[i].color,
        pointHoverBackgroundColor: curves[i].color,
        pointHoverBorderColor: look.background,
        pointHoverBorderWidth: 2,
        order: 1,
      })),
      ...derivatives.map((points, i) => ({
        data: points,
        borderColor: curves[i].color,
        borderDash: [6, 4],
        borderWidth: 2,
        pointHoverRadius: 0,
        order: 2,
      })),
    ];
    const font = { family: look.font, size: 12 };
    const axis = {
      border: { color: look.axis, width: 1.5 },
      grid: { color: look.grid, tickColor: look.axis },
      ticks: {
        color: look.text,
        font,
        includeBounds: false,
        maxRotation: 0,
        padding: 5,
      },
    };
    // Each axis crosses the other at 0, or lies at the edge that is nearest to it.
    options.scales = {
      x: {
        ...axis,
        type: 'linear',
        min: plot.min,
        max: plot.max,
        position: /** @type {const} */ ({ low: 'bottom', inside: { y: 0 }, high: 'top' })[zero(range)],
        ticks: { ...axis.ticks, callback: (value) => format(Number(value)) },
      },
      y: {
        ...axis,
        type: /** @type {'linear'} */ (zero(plot) === 'inside' ? InnerAxis.id : LinearScale.id),
        ...range,
        position: /** @type {const} */ ({ low: 'left', inside: { x: 0 }, high: 'right' })[zero(plot)],
        // Where the axes cross, the x axis has the 0.
        ticks: {
          ...axis.ticks,
          callback: (value) => (value === 0 && zero(plot) === 'inside' ? '' : format(Number(value))),
        },
      },
    };
    Object.assign(options.plugins?.tooltip ?? {}, {
      backgroundColor: look.background,
      titleColor: look.text,
      bodyColor: look.text,
      borderColor: look.axis,
      borderWidth: 1,
      titleFont: font,
      bodyFont: font,
      boxPadding: 4,
    });
    this.#chart.update('none');
  }

  /** Where the axes lie, in CSS pixels of the canvas, and what they span. */
  get geometry() {
    const { chartArea, scales } = this.#chart;
    const { left, right, top, bottom } = chartArea;
    const span = (/** @type {string} */ id) => ({ min: scales[id].min, max: scales[id].max });
    return { area: { left, right, top, bottom }, x: span('x'), y: span('y') };
  }

  /** Shows the values at `x`, as a pointer there would. @param {number} x @returns {string[]} a line for each curve */
  show(x) {
    const items = itemsAt(this.#chart, x);
    this.#activate(items);
    return items.map(({ datasetIndex, index }) => this.#values(datasetIndex, index));
  }

  /** Takes the values away again. */
  hide() {
    this.#activate([]);
  }

  /** @param {ReturnType<typeof itemsAt>} items */
  #activate(items) {
    this.#chart.setActiveElements(items);
    this.#chart.tooltip?.setActiveElements(items, { x: 0, y: 0 });
    this.#chart.update('none');
  }

  destroy() {
    this.#chart.destroy();
  }
}

/** The sample nearest to `x` of every curve. Derivatives' lines are left out. @param {Chart} chart @param {number} x */
function itemsAt(chart, x) {
  return chart.data.datasets.flatMap(({ data, order }, datasetIndex) => {
    if (order !== 1) return [];
    const index = nearest(/** @type {{ x: number }[]} */ (data), x);
    return [{ element: chart.getDatasetMeta(datasetIndex).data[index], datasetIndex, index }];
  });
}

// Chart.js's own modes pick one index for all datasets; curves differ in where their kinks are.
Object.assign(Interaction.modes, {
  /** @param {Chart} chart @param {{ x: number }} event */
  curves: (chart, event) => itemsAt(chart, Number(chart.scales.x.getValueForPixel(event.x))),
});
