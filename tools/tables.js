/** The tables of README.md and docs/ that are made from the sources: `node tools/tables.js` writes them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { labWords } from '../web/lab/labWords.js';
import { plotWords } from '../web/package/plotWords.js';
import { decided, frameworks } from './frameworks.js';
import { labMeanings, plotMeanings } from './words.js';

/** @typedef {import('../web/package/catalogue.js').Entry} Entry */
/** @typedef {{ ulps: number, x?: number | string }} Worst */

/** @param {string} document a path in the repository */
export const urlOf = (document) => new URL(`../${document}`, import.meta.url);

/**
 * The text of a document with new lines between the marks of a table.
 * @param {string} text @param {string} name @param {string[]} lines
 */
export function withTable(text, name, lines) {
  const table = new RegExp(`(<!-- ${name}: [^\n]* -->\n).*?(<!-- end of ${name} -->)`, 's');
  if (!table.test(text)) throw new Error(`there are no marks <!-- ${name}: … --> and <!-- end of ${name} -->`);
  return text.replace(table, (_, start, end) => `${start}${lines.join('\n')}\n${end}`);
}

/** @param {string} path in the repository */
const json = (path) => JSON.parse(readFileSync(urlOf(path), 'utf8'));

/** @param {string[]} head @param {string[][]} rows */
const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);

/** @param {readonly string[]} names */
const codes = (names) => names.map((name) => `\`${name}\``).join(' ') || '–';

/** A bar would end the cell. @param {string} text */
const escaped = (text) => text.replaceAll('|', '\\|');

/** @param {string} tex */
const math = (tex) => `$\`${escaped(tex)}\`$`;

/** @param {Entry} entry */
function formulaRow({ name, formula, parameters }) {
  const defaults = parameters.map((p) => `\`${p.name}\` ${math(p.symbol)} = ${Number(p.default.toPrecision(6))}`);
  return [`\`${name}\``, math(formula), defaults.join(', ') || '–'];
}

/** @param {Worst | undefined} worst */
const errorCells = (worst) => [
  worst?.ulps.toFixed(3) ?? '–',
  worst?.ulps ? String(worst.x ?? '–').replaceAll('-', '−') : '–',
];

/** @param {number} value */
const number = (value) => value.toLocaleString('en', { maximumFractionDigits: 6 }).replace('-', '−');

/** @param {{ min: number, max: number }} range */
const between = ({ min, max }) => `from ${number(min)} to ${number(max)}`;

/** @param {string} key of a framework */
const listOf = (key) => frameworks[/** @type {import('../web/package/catalogue.js').Framework} */ (key)];

/** The names of a framework's list that the catalogue lacks. @param {string} key @param {Entry[]} catalogue */
export const missingIn = (key, catalogue) =>
  listOf(key).names.filter(
    (name) => !catalogue.some(({ aliases }) => aliases[/** @type {'torch'} */ (key)].includes(name)),
  );

/** @typedef {(typeof plotWords)[keyof typeof plotWords] | (typeof labWords)[keyof typeof labWords]} Word */

/** @param {Word} word */
function valuesOf(word) {
  if (word.type === 'functions') return `up to ${word.maxCount} functions`;
  if (word.type === 'numbers') return `up to ${word.maxCount} numbers, each ${between(word)}`;
  if (word.type === 'choice') return codes(word.choices);
  if (word.type === 'flag') return 'present or absent';
  if ('maxCount' in word) return `above 0, for up to ${number(word.maxCount)} points`;
  return word.type === 'integer' ? `an integer ${between(word)}` : between(word);
}

/** @param {Word} word */
function defaultOf(word) {
  if ('defaultOfDeath' in word) return `\`${word.default}\`; for \`death\` \`${word.defaultOfDeath}\``;
  return word.default ? `\`${word.default}\`` : '–';
}

/** @param {string} head of the first column @param {Record<string, Word>} words @param {Record<string, string>} meanings */
const wordTable = (head, words, meanings) =>
  table(
    [head, 'values', 'default', 'meaning'],
    Object.entries(words).map(([name, word]) => [
      `\`${name}\``,
      valuesOf(word),
      defaultOf(word),
      escaped(meanings[name]),
    ]),
  );

/** The tables, by document and name. @returns {Record<string, Record<string, string[]>>} */
export function tables() {
  /** @type {Entry[]} */
  const catalogue = json('build/kernels/catalogue.json');
  /** @type {Record<string, { value: Worst, derivative?: Worst } | undefined>} */
  const accuracy = json('web/page/accuracy.json');
  const families = [...new Set(catalogue.map(({ family }) => family))];
  return {
    'README.md': {
      families: table(
        ['family', 'functions'],
        families.map((family) => [family, codes(catalogue.filter((e) => e.family === family).map(({ name }) => name))]),
      ),
    },
    'docs/embedding.md': {
      attributes: wordTable('attribute', plotWords, plotMeanings),
      experiments: wordTable('key', labWords, labMeanings),
    },
    'docs/package.md': {
      functions: table(['name', 'f(x)', 'parameters'], catalogue.map(formulaRow)),
      names: table(
        ['name', 'names elsewhere'],
        catalogue.map(({ name, aliases }) => [
          `\`${name}\``,
          Object.entries(aliases)
            .flatMap(([key, names]) => (names.length > 0 ? `${listOf(key).title}: ${codes(names)}` : []))
            .join(' · ') || '–',
        ]),
      ),
    },
    'docs/coverage.md': {
      coverage: table(
        ['framework', 'in the catalogue', 'list'],
        Object.keys(frameworks).map((key) => {
          const { title, source, names } = listOf(key);
          return [title, `${names.length - missingIn(key, catalogue).length} of ${names.length}`, source];
        }),
      ),
      missing: table(
        ['framework', 'missing', 'why'],
        Object.keys(frameworks).flatMap((key) =>
          missingIn(key, catalogue).map((name) => [listOf(key).title, codes([name]), listOf(key).missing[name]]),
        ),
      ),
      decided: table(
        ['name', 'is', 'because'],
        Object.entries(decided).map(([name, [entry, reason]]) => [codes([name]), codes([entry]), reason]),
      ),
    },
    'docs/accuracy.md': {
      errors: table(
        ['name', 'f, ULP', 'at x', 'f′, ULP', 'at x'],
        catalogue.map(({ name }) => {
          const measured = accuracy[name];
          return [`\`${name}\``, ...errorCells(measured?.value), ...errorCells(measured?.derivative)];
        }),
      ),
    },
  };
}

/** A document as it is, and as the sources require it. @param {string} document */
export function compare(document) {
  const present = readFileSync(urlOf(document), 'utf8');
  const wanted = Object.entries(tables()[document]).reduce(
    (text, [name, lines]) => withTable(text, name, lines),
    present,
  );
  return { present, wanted };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  for (const document of Object.keys(tables())) writeFileSync(urlOf(document), compare(document).wanted);
