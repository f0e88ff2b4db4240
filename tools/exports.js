/** The package's named exports, with a type and documentation for each, from the catalogue. */
import { readFile, writeFile } from 'node:fs/promises';

/** @typedef {import('../web/catalogue.js').Entry} Entry */
const folder = new URL('../build/kernels/', import.meta.url);

/** @param {Entry} entry */
function declaration({ name, label, formula, derivative, aliases, parameters }) {
  const options = parameters.map((p) => `${p.name}?: number | undefined`).join('; ');
  const known = Object.values(aliases).flat();
  return [
    '/**',
    ` * ${label}: f(x) = $${formula}$, f′(x) = $${derivative}$.`,
    ...parameters.map((p) => ` * \`${p.name}\` ($${p.symbol}$): ${p.default} unless given; any finite float32.`),
    ...(known.length > 0 ? [` * Elsewhere: ${known.join(', ')}.`] : []),
    ` * @type {import('../../web/kernels.js').Elementwise<{ ${options} }>}`,
    ' */',
    `export const ${name} = activation('${name}');`,
  ].join('\n');
}

/** Writes build/kernels/activations.js from build/kernels/catalogue.json. */
export async function writeExports() {
  /** @type {Entry[]} */
  const catalogue = JSON.parse(await readFile(new URL('catalogue.json', folder), 'utf8'));
  const lines = [
    '// Generated from cpp/catalogue.h by tools/exports.js.',
    "import { activation } from '../../web/kernels.js';",
    ...catalogue.map(declaration),
  ];
  await writeFile(new URL('activations.js', folder), `${lines.join('\n\n')}\n`);
}
