/** @typedef {import('./measure.js').Figure} Figure */

const widths = { name: 18, cell: 27 };

/** @param {number} value with two or three digits that matter */
const digits = (value) => value.toFixed(value < 0.1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0);

/** @param {number} n */
export const grouped = (n) => n.toLocaleString('en');

/** @param {import('./measure.js').Spread} spread */
export const spreadText = ({ median, min, max }) => `${digits(median)} [${digits(min)}–${digits(max)}]`;

/**
 * A row for each contender, a column for each length.
 * @param {string} title
 * @param {Map<number, Figure[]>} byLength
 */
export function table(title, byLength) {
  const columns = [...byLength.values()];
  const rows = columns[0].map(({ group, name }, row) => ({
    group,
    name,
    figures: columns.map((column) => column[row]),
  }));
  const head = [...byLength.keys()].map((n) => grouped(n).padStart(widths.cell)).join('');
  const lines = rows.flatMap(({ group, name, figures }, row) => {
    const isBase = group !== rows[row - 1]?.group;
    const cells = figures.map(({ ns, ratio }) => `${spreadText(ns)}${isBase ? '' : `${digits(ratio)}×`.padStart(7)}`);
    return [
      ...(isBase ? [`  ${group}`] : []),
      `    ${name.padEnd(widths.name)}${cells.map((cell) => cell.padStart(widths.cell)).join('')}`,
    ];
  });
  return [title.padEnd(widths.name + 4) + head, ...lines].join('\n');
}
