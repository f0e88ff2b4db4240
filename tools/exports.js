/** Modules that the build writes: the package's named exports, with a type and documentation for each, from the
 * catalogue, the WebAssembly module as text, and what the page writes programs from. */
import { readFile, writeFile } from 'node:fs/promises';

/** @typedef {import('../web/catalogue.js').Entry} Entry */
const folder = new URL('../build/kernels/', import.meta.url);

const domains = {
  all: 'any finite float32',
  notNegative: 'a finite float32, at least 0',
  positive: 'a finite float32 above 0',
};

/** What the options and shapes of a call are. @type {Record<Entry['kind'] | 'seed', string[]>} */
const texts = {
  elementwise: [],
  row: ['Takes rows: `columns` elements of x each, all of x unless given. The result has the shape of x.'],
  gated: [
    'Takes rows of two halves, a and b: `columns` elements of x each, even, all of x unless given. The rows of the',
    'result have half as many.',
  ],
  seed: [
    '`seed`: for training, an integer from 0 to 2³² − 1. Every element with x ≤ 0 then has a slope of its own, uniform',
    'from `lower` to `upper`, by its index and the seed alone: the same in backward. Without, the slope is their mean.',
  ],
};

/** @param {Entry} entry */
function type({ kind, parameters, calls, options }) {
  if (kind !== 'elementwise') return kind === 'row' ? 'Row' : 'Gated';
  const names = [...parameters.map((p) => p.name), ...options];
  const given = `{ ${names.map((name) => `${name}?: number | undefined`).join('; ')} }`;
  const slope = calls.includes('slopeBackward') ? ` & import('../../web/kernels.js').SlopeBackward<${given}>` : '';
  return `Elementwise<${given}>${slope}`;
}

/** @param {Entry} entry */
function declaration(entry) {
  const { name, label, kind, formula, derivative, aliases, parameters, options } = entry;
  const known = Object.values(aliases).flat();
  return [
    '/**',
    kind === 'elementwise'
      ? ` * ${label}: f(x) = $${formula}$, f′(x) = $${derivative}$.`
      : ` * ${label}: $${formula}$; ${kind === 'row' ? 'its Jacobian' : 'its gradient'}: $${derivative}$.`,
    ...parameters.map((p) => ` * \`${p.name}\` ($${p.symbol}$): ${p.default} unless given; ${domains[p.domain]}.`),
    ...[...texts[kind], ...(options.includes('seed') ? texts.seed : [])].map((text) => ` * ${text}`),
    ...(known.length > 0 ? [` * Elsewhere: ${known.join(', ')}.`] : []),
    ` * @type {import('../../web/kernels.js').${type(entry)}}`,
    ' */',
    `export const ${name} = activation('${name}');`,
  ].join('\n');
}

/**
 * Adds the package's version to each kernels.wasm, as a custom section that ready() reads, and writes wasm.js beside it:
 * one character for each byte, 32 above it, because characters below 32 would need escapes. Base64 hides repetitions
 * from gzip; this is a quarter smaller once compressed.
 */
export async function writeWasm() {
  const { name, version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
  const content = Buffer.from([String.fromCharCode(name.length), name, version].join(''));
  for (const directory of [folder, new URL('small/', folder)]) {
    const linked = await readFile(new URL('kernels.wasm', directory));
    const bytes = Buffer.concat([linked, Buffer.from([0, content.length]), content]);
    await writeFile(new URL('versioned.wasm', directory), bytes);
    const text = Array.from(bytes, (byte) => String.fromCharCode(byte + 32)).join('');
    const lines = [
      `export default /** @type {string} */ (${JSON.stringify(text)});`,
      `export const version = '${version}';`,
    ];
    await writeFile(new URL('wasm.js', directory), `${lines.join('\n')}\n`);
  }
}

/** Writes build/kernels/code.js: of reference.json what the page needs to write programs. */
export async function writeCode() {
  /** @type {import('./page/entry.js').Reference[]} */
  const references = JSON.parse(await readFile(new URL('reference.json', folder), 'utf8'));
  const code = Object.fromEntries(references.map(({ name, code }) => [name, code]));
  await writeFile(new URL('code.js', folder), `export default ${JSON.stringify(code, null, 1)};\n`);
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
