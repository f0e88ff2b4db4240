/**
 * Writes modules of the build: the package's named exports, each with its type and documentation from the catalogue; the
 * WebAssembly modules as text; and the expressions from which the page makes programs.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { pathsOf, plain } from './formula.js';
import { readReferences } from './functions.js';

/** @typedef {import('../web/package/catalogue.js').Entry} Entry */
/** @typedef {import('./functions.js').Reference} Reference */
const folder = new URL('../build/kernels/', import.meta.url);

/** @param {string} name of a file that the build made */
const json = async (name) => JSON.parse(await readFile(new URL(name, folder), 'utf8'));

const domains = {
  all: 'any finite float32',
  notNegative: 'a finite float32, at least 0',
  positive: 'a finite float32 above 0',
  notBelowPrevious: 'a finite float32, at least the option before it',
};

const shapes = {
  elementwise: 'The result and `out` have the length of x.',
  row: 'x holds rows of `columns` elements; without `columns`, x is one row. The result and `out` have the length of x.',
  reduction:
    'x holds rows of `columns` elements; without `columns`, x is one row. The result and `out` have one number for each row.',
  gated:
    'x holds rows of `columns` elements, an even number; without `columns`, x is one row. The first half of a row is a, ' +
    'the second half is b; `gate` names the part that is activated. The result and `out` have half the length of x. Or two ' +
    'arrays of the same length, the activated one first. `limit` bounds both parts, and `offset` is added to the other one.',
};

/** The options of rows are documented with their types. @type {Record<string, string>} */
const options = {
  seed:
    'for training, an integer from 0 to 2³² − 1. Each element with x ≤ 0 has a random slope between `lower` and ' +
    '`upper`, which depends only on the seed and on the index of the element. Without it, every slope is the mean ' +
    'of `lower` and `upper`.',
};

/** The formula and the derivative as equations, in TeX. @param {Entry} entry @returns {[string, string]} */
export function equations({ kind, formula, derivative }) {
  if (kind === 'elementwise') return [`f(x) = ${formula}`, `f'(x) = ${derivative}`];
  return kind === 'row' ? [formula, derivative] : [`f(a, b) = ${formula}`, `\\nabla f(a, b) = ${derivative}`];
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** @param {number} value */
const shown = (value) => String(Number(value.toPrecision(6))).replace('-', '−');

/** The options of a call with their descriptions. @param {Entry} entry @param {Reference} reference @returns {[string, string][]} */
function optionsOf(entry, { parameters }) {
  return [
    ...entry.parameters.map(({ name, symbol, domain, min, max, default: initial }) => {
      const about = `${parameters[name].en}, ${symbol} in the formula: ${domains[domain]}, ${shown(initial)} unless given`;
      return /** @type {[string, string]} */ ([name, `${about}; plots offer ${shown(min)} to ${shown(max)}.`]);
    }),
    ...entry.options.map((name) => /** @type {[string, string]} */ ([name, options[name]])),
  ];
}

/** @param {Entry} entry */
const parametersType = ({ name }) => `${name[0].toUpperCase()}${name.slice(1)}Parameters`;

/** @param {Entry} entry */
function type(entry) {
  const { name, kind, parameters, calls } = entry;
  const alpha = entry.options.includes('alpha') ? ', Alpha' : '';
  if (kind === 'gated') return `Gated<'${name}'${alpha}>`;
  if (kind === 'row')
    return `${entry.reduces ? 'Reduction' : calls.includes('sinkBackward') ? 'Attentive' : 'Row'}<'${name}'>`;
  const given = parameters.length > 0 ? parametersType(entry) : '{}';
  const slope = calls.includes('slopeBackward') ? ` & SlopeBackward<${given}>` : '';
  return `Elementwise<${given}, '${name}'>${slope}`;
}

/** @param {(string | string[])[]} lines */
const comment = (lines) => ['/**', ...lines.flat().map((line) => ` * ${line}`.trimEnd()), ' */'];

/** @param {Entry} entry @param {Reference} reference */
function typedef(entry, reference) {
  return comment([
    `Options of \`${entry.name}\`.`,
    `@typedef {object} ${parametersType(entry)}`,
    optionsOf(entry, reference).map(([name, about]) => `@property {number | undefined} [${name}] ${about}`),
  ]).join('\n');
}

/** @param {Entry} entry @param {Reference} reference */
function declaration(entry, reference) {
  const { name, label, kind, aliases, parameters } = entry;
  const { paper } = reference;
  const known = Object.values(aliases).flat();
  const [use] = sentences.segment(reference.use.en);
  const given = optionsOf(entry, reference);
  const tex = equations(entry);
  return [
    ...comment([
      `**${label}**. ${use.segment.trim()}`,
      '',
      tex.map((equation) => `- \`${plain(equation)}\``),
      `- Range${parameters.length > 0 ? ', with the defaults' : ''}: \`${plain(reference.range)}\``,
      kind === 'elementwise' ? given.map(([option, about]) => `- \`${option}\`: ${about}`) : [],
      `- ${entry.reduces ? shapes.reduction : shapes[kind]}`,
      '',
      paper ? `${paper.authors} (${paper.year}), *${paper.title}*.` : [],
      known.length > 0 ? `Elsewhere: ${known.map((alias) => `\`${alias}\``).join(', ')}.` : [],
      `@formula ${tex.map((equation) => `$${equation}$`).join(', ')}`,
      `@type {${type(entry)}}`,
    ]),
    `export const ${name} = /* @__PURE__ */ activation('${name}');`,
  ].join('\n');
}

/**
 * Bytes as text that bundlers copy unchanged: printable ASCII without quotation marks and backslashes, which
 * would need escapes. The 89 most frequent neighbouring values, from 239 on, are one character, the others two. Base64
 * hides repetitions from gzip; this is a third smaller once compressed. `decode` in web/package/wasm.js reads it.
 * @param {Uint8Array} bytes
 */
export function encode(bytes) {
  const digit = (/** @type {number} */ value) => String.fromCharCode(value + (value < 57 ? 35 : 36));
  return Array.from(bytes, (byte) => {
    const place = (byte + 256 - 239) % 256;
    return place < 89 ? digit(place) : digit(89 + Math.floor((place - 89) / 91)) + digit((place - 89) % 91);
  }).join('');
}

/**
 * Adds the package's version to every module, as a custom section that ready() reads, and writes wasm.js beside it: the
 * module as text.
 */
export async function writeWasm() {
  const { name, version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
  const content = Buffer.from([String.fromCharCode(name.length), name, version].join(''));
  for (const module of ['kernels.wasm', 'small/kernels.wasm', 'lab/lab.wasm']) {
    const linked = new URL(module, folder);
    const bytes = Buffer.concat([await readFile(linked), Buffer.from([0, content.length]), content]);
    await writeFile(new URL('versioned.wasm', linked), bytes);
    // Without this type, the declaration file would repeat the whole text.
    const lines = [
      `export default /** @type {string} */ (${JSON.stringify(encode(bytes))});`,
      `export const version = '${version}';`,
    ];
    await writeFile(new URL('wasm.js', linked), `${lines.join('\n')}\n`);
  }
}

/** Writes build/kernels/code.js, the expressions from which the page makes programs. */
export async function writeCode() {
  const code = Object.fromEntries(
    (await readReferences()).map(({ name, code, plainCode }) => [
      name,
      { ...code, ...(plainCode && { plain: plainCode }) },
    ]),
  );
  await writeFile(new URL('code.js', folder), `export default ${JSON.stringify(code, null, 1)};\n`);
}

/** A formula with the function's label: `SiLU(x) = …`. @param {Entry} entry */
function equation({ label, kind, formula }) {
  const [name] = label.split(' (');
  const sides = { elementwise: '(x) = ', gated: '(a, b) = ', row: '\\text{:}\\quad ' };
  return name === label || kind !== 'elementwise'
    ? `\\text{${label}}${sides[kind]}${formula.replace('\\sigma(x) = ', '')}`
    : `\\text{${label}:}\\quad f(x) = ${formula}`;
}

/** Writes build/kernels/formulas.js, the formulas for pictures. Each glyph is there once, and formulas refer to its number. */
export async function writeFormulas() {
  /** @type {Entry[]} */
  const catalogue = await json('catalogue.json');
  /** @type {Map<string, number>} */
  const glyphs = new Map();
  const numberOf = (/** @type {string} */ glyph) => glyphs.get(glyph) ?? glyphs.set(glyph, glyphs.size).size - 1;
  const formulas = Object.fromEntries(
    catalogue.map((entry) => {
      const { paths, ...size } = pathsOf(equation(entry));
      return [entry.name, { ...size, paths: paths.replace(/ d="(.*?)"/g, (_, glyph) => ` d="${numberOf(glyph)}"`) }];
    }),
  );
  const text = JSON.stringify({ glyphs: [...glyphs.keys()], formulas });
  await writeFile(new URL('formulas.js', folder), `export default ${text};\n`);
}

/** Writes build/kernels/activations.js, the package's named exports with their documentation. */
export async function writeExports() {
  /** @type {Entry[]} */
  const catalogue = await json('catalogue.json');
  const references = await readReferences();
  const names = catalogue.map(({ name }) => `'${name}'`);
  const lines = [
    '// Generated from cpp/catalogue.h by tools/exports.js.',
    "import { activation } from '../../web/package/kernels.js';",
    "/** @import { Alpha, Attentive, Elementwise, Gated, Reduction, Row, SlopeBackward } from '../../web/package/kernels.js' */",
    ...catalogue.map((entry, i) => declaration(entry, references[i])),
    // At the end, where editors do not take it for the documentation of an export.
    comment(['The names of the catalogue.', `@typedef {${names.join(' | ')}} ActivationName`]).join('\n'),
    ...catalogue.flatMap((entry, i) => (entry.parameters.length > 0 ? [typedef(entry, references[i])] : [])),
  ];
  await writeFile(new URL('activations.js', folder), `${lines.join('\n\n')}\n`);
}
