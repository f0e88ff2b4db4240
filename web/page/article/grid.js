/** The table of #sampling: a grid made by adding the step, and one made by multiplying an index, for the step chosen. */

const min = -20;
const max = 20;

/** The keys are the columns' data-grid. @type {Record<string, (step: number) => number[]>} */
const ways = {
  loop(step) {
    const points = [];
    for (let x = min; x <= max; x += step) points.push(x);
    return points;
  },
  index: (step) => Array.from({ length: Math.floor((max - min) / step) + 1 }, (_, i) => min + i * step),
};

/** Enables the select and makes the table follow it. @param {ParentNode} root */
export function enableGrid(root = document) {
  const select = /** @type {HTMLSelectElement} */ (root.querySelector('#grid-step'));
  const update = () => {
    for (const [way, make] of Object.entries(ways)) {
      const points = make(Number(select.value));
      const nearest = points.reduce((best, x) => (Math.abs(x) < Math.abs(best) ? x : best));
      const values = [nearest, points.length, points[points.length - 1]];
      const cells = root.querySelectorAll(`td[data-grid="${way}"]`);
      for (const [i, value] of values.entries()) cells[i].textContent = String(value);
    }
  };
  select.addEventListener('change', update);
  select.disabled = false;
  update(); // the browser may have restored another step
}
