import { groups } from './contenders.js';

/** @typedef {import('./measure.js').Figure} Figure */

const widths = { name: 18, cell: 27 };

/** @param {number} value with two or three significant digits */
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
  /** @param {Figure} figure */
  const key = ({ group, name }) => `${group}: ${name}`;
  // The longest arrays have the most contenders, because shorter arrays have no rows of 1,000 elements.
  const rows = columns[columns.length - 1].map((last) => ({
    ...last,
    figures: columns.map((column) => column.find((figure) => key(figure) === key(last))),
  }));
  const head = [...byLength.keys()].map((n) => grouped(n).padStart(widths.cell)).join('');
  const lines = rows.flatMap(({ group, name, figures }, row) => {
    const isBase = group !== rows[row - 1]?.group;
    const cells = figures.map((figure) =>
      figure ? spreadText(figure.ns) + (isBase ? '' : `${digits(figure.ratio)}×`.padStart(7)) : '',
    );
    return [
      ...(isBase ? [`  ${group}`] : []),
      `    ${name.padEnd(widths.name)}${cells.map((cell) => cell.padStart(widths.cell)).join('')}`,
    ];
  });
  return [title.padEnd(widths.name + 4) + head, ...lines].join('\n');
}

/**
 * The most important figures: a row for each activation, or for each length of its rows.
 * @param {(Figure & { activation: string, length: number })[]} figures
 */
export function summary(figures) {
  const n = 4096;
  const lines = figures
    .filter(({ group, name, length }) => group.startsWith(groups.wholeCall) && name === 'ours with out' && length === n)
    .map(({ activation, group, ns }) => {
      /** @param {string} group @param {string} name @param {number} [length] */
      const find = (group, name, length = n) =>
        figures.find(
          (own) => own.activation === activation && own.group === group && own.name === name && own.length === length,
        );
      const rows = group.slice(groups.wholeCall.length);
      const between = groups.between + rows;
      const copy = find(between, 'v128 copy');
      return [
        activation + rows,
        find(between, 'ours')?.ns.median,
        copy && 1 / copy.ratio,
        find(between, 'TensorFlow.js op')?.ratio,
        find(groups.derivative, 'ours, backward')?.ratio,
        ns.median,
        find(group, 'JS loop', 401)?.ratio,
        find(group, 'JS loop')?.ratio,
        find(group, 'ONNX Runtime')?.ratio,
        find(group, 'TensorFlow.js')?.ratio,
        find(group, 'TensorFlow.js', 2 ** 24)?.ratio,
      ];
    });
  const heads = [
    ['', 'kernel', 'kernel', 'tfjs op', 'backward', 'whole call', 'JS loop', 'JS loop', 'ORT', 'tfjs', 'tfjs'],
    ['', 'ns', '÷ copy', '÷ kernel', '÷ deriv.', 'ns', 'at 401', '', '', '', 'at 2^24'],
  ];
  /** @param {string | number | undefined} cell */
  const text = (cell = '–') => (typeof cell === 'number' ? digits(cell) : cell);
  const rows = [...heads, ...lines].map(
    ([name, ...cells]) => text(name).padEnd(26) + cells.map((cell) => text(cell).padStart(11)).join(''),
  );
  return [
    'At 4,096 elements unless a heading says more: our kernel and our whole call with out, nanoseconds per element;',
    'kernel ÷ v128 copy, TensorFlow.js op ÷ kernel, backward ÷ derivative; then whole calls of others ÷ ours.',
    ...rows,
  ].join('\n');
}
