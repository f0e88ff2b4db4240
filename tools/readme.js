/**
 * The README's table of activations, from the catalogue and web/page/accuracy.json: `npm run readme` writes it, a test
 * compares it.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** @typedef {import('../web/package/catalogue.js').Entry} Entry */
export const file = new URL('../README.md', import.meta.url);

/**
 * `text` with another table between the marks of that name.
 * @param {string} text @param {string} name @param {string} command that writes it @param {string[]} lines
 */
export function withTable(text, name, command, lines) {
  const marks = [`<!-- ${name}: written by ${command} -->`, `<!-- end of ${name} -->`];
  const [before, rest] = text.split(marks[0]);
  const after = rest?.split(marks[1])[1];
  if (after === undefined) throw new Error(`README.md lacks the lines ${marks.join(' and ')}`);
  return [before, marks[0], '\n', lines.join('\n'), '\n', marks[1], after].join('');
}

/** @param {string} text */
const withoutVersions = (text) => new Set(text.replace(/ \d+(\.\d+)+/g, '').split('\n'));

/**
 * Asserts that the README has a table that a test has measured, or with `--write` writes it. Other versions than then
 * pass too, and the second Node.js is not there on every system.
 * @param {string} name of the table and of the command that writes it @param {string[]} lines
 */
export function assertTold(name, lines) {
  const present = readFileSync(file, 'utf8');
  const wanted = withTable(present, name, `npm run ${name}`, lines);
  if (process.argv.includes('--write')) writeFileSync(file, wanted);
  else assert.deepEqual(withoutVersions(present), withoutVersions(wanted), `npm run ${name} renews it`);
}

/** @param {string} path from here */
const json = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

/** @param {Entry} entry @param {Record<string, { ulps: number, x?: number | string } | undefined>} worst */
function row({ name, formula, parameters, aliases }, worst = {}) {
  const names = Object.values(aliases).map((list) => list.map((alias) => `\`${alias}\``).join(' ') || '–');
  const defaults =
    parameters.map((p) => `\`${p.name}\` $\`${p.symbol}\`$ = ${Number(p.default.toPrecision(6))}`).join(', ') || '–';
  const ulps = [worst.value, worst.derivative].map((error) => {
    if (!error) return '–';
    return error.ulps > 0 && error.x !== undefined ? `${error.ulps.toFixed(3)} at ${error.x}` : error.ulps.toFixed(3);
  });
  const math = formula.replaceAll('|', '\\|'); // a bar ends a cell of the table
  return `| \`${name}\` | $\`${math}\`$ | ${defaults} | ${[...ulps, ...names].join(' | ')} |`;
}

/** The README as it stands and as the catalogue wants it. */
export function readme() {
  /** @type {Entry[]} */
  const catalogue = json('../build/kernels/catalogue.json');
  const accuracy = json('../web/page/accuracy.json');
  const present = readFileSync(file, 'utf8');
  const table = [
    '| name | f(x) | parameters | ULP f | ULP f′ | PyTorch | Keras 3 | ONNX | JAX | TensorFlow.js |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...catalogue.map((entry) => row(entry, accuracy[entry.name])),
  ];
  return { present, wanted: withTable(present, 'catalogue', 'npm run readme', table) };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(file, readme().wanted);
