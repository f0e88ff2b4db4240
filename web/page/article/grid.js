/** The table of #sampling: one grid made by adding and made by index, for the step that the reader picks. */

const min = -20;
const max = 20;

/** @type {Record<string, (step: number) => number[]>} by the rows' data-grid */
const ways = {
  loop(step) {
    const points = [];
    for (let x = min; x <= max; x += step) points.push(x);
    return points;
  },
  index: (step) => Array.from({ length: Math.floor((max - min) / step) + 1 }, (_, i) => min + i * step),
};

/** Wires the select, which is disabled until then. @param {ParentNode} root */
export function grid(root = document) {
  const select = /** @type {HTMLSelectElement} */ (root.querySelector('#grid-step'));
  const update = () => {
    for (const [way, make] of Object.entries(ways)) {
      const points = make(Number(select.value));
      const nearest = points.reduce((best, x) => (Math.abs(x) < Math.abs(best) ? x : best));
      const values = [nearest, points.length, points[points.length - 1]];
      const cells = root.querySelectorAll(`[data-grid="${way}"] td`);
      for (const [i, value] of values.entries()) cells[i].textContent = String(value);
    }
  };
  select.addEventListener('change', update);
  select.disabled = false;
  update(); // a browser that restores forms may have picked another step
}
