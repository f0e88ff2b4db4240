/** The README's table of activations, from the catalogue: `npm run readme` writes it, a test compares it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** @typedef {import('../web/catalogue.js').Entry} Entry */
const file = new URL('../README.md', import.meta.url);
const marks = ['<!-- catalogue: written by npm run readme -->', '<!-- end of catalogue -->'];

/** @param {Entry} entry */
function row({ name, formula, parameters, aliases }) {
  const names = Object.values(aliases).map((list) => list.map((alias) => `\`${alias}\``).join(' ') || '–');
  const defaults = parameters.map((p) => `\`${p.name}\` $\`${p.symbol}\`$ = ${p.default}`).join(', ') || '–';
  return `| \`${name}\` | $\`${formula}\`$ | ${defaults} | ${names.join(' | ')} |`;
}

/** The README as it stands and as the catalogue wants it. */
export function readme() {
  /** @type {Entry[]} */
  const catalogue = JSON.parse(readFileSync(new URL('../build/kernels/catalogue.json', import.meta.url), 'utf8'));
  const present = readFileSync(file, 'utf8');
  const [before, rest] = present.split(marks[0]);
  const after = rest?.split(marks[1])[1];
  if (after === undefined) throw new Error(`README.md lacks the lines ${marks.join(' and ')}`);
  const table = [
    '| name | f(x) | parameters | PyTorch | Keras 3 | ONNX | JAX | TensorFlow.js |',
    '|---|---|---|---|---|---|---|---|',
    ...catalogue.map(row),
  ];
  return { present, wanted: [before, marks[0], '\n', table.join('\n'), '\n', marks[1], after].join('') };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(file, readme().wanted);
