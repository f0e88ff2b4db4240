/** Formulas of the catalogue as MathML, as paths for pictures, and as plain text for editors, which draw neither TeX nor MathML. */
import { liteAdaptor } from 'mathjax-full/js/adaptors/liteAdaptor.js';
import { RegisterHTMLHandler } from 'mathjax-full/js/handlers/html.js';
import { TeX } from 'mathjax-full/js/input/tex.js';
import 'mathjax-full/js/input/tex/ams/AmsConfiguration.js';
import { mathjax } from 'mathjax-full/js/mathjax.js';
import { SVG } from 'mathjax-full/js/output/svg.js';
import temml from 'temml';

const letters = {
  ...{ alpha: 'α', beta: 'β', delta: 'δ', lambda: 'λ', mu: 'μ', pi: 'π', sigma: 'σ', tau: 'τ', theta: 'θ', Phi: 'Φ' },
  ...{ partial: '∂', nabla: '∇', sum: '∑', infty: '∞', cup: '∪', cdot: '·', le: '≤', ge: '≥', ldots: '…', quad: ' ' },
  ...{ ln: 'ln', max: 'max', min: 'min', cosh: 'cosh', tanh: 'tanh', left: '', right: '' },
};
const small = { 2: '²', 3: '³', i: 'ᵢ', j: 'ⱼ', k: 'ₖ' };

/** @param {Record<string, string>} table @param {string} key */
const look = (table, key, fallback = key) => table[key] ?? fallback;

/** @param {string} text in parentheses, unless it needs none as a part of a fraction or a power */
const whole = (text) => (/^[^\s/()+-]*(\([^()]*\))?[²³]?$/.test(text) ? text : `(${text})`);

/** @type {[RegExp, (...groups: any[]) => string][]} each from the inside to the outside: groups have no braces left */
const rules = [
  [/\\([a-zA-Z]+)/g, (command, name) => look(letters, name, command)],
  [/\\[,;]/g, () => ' '],
  [/\\(?:text|operatorname)\{([^{}]*)\}/g, (_, text) => text],
  [/([∂∇]) /g, (_, sign) => sign],
  [/_(?:([ijk])|\{([ijk]+)\})/g, (_, one, more) => Array.from(one ?? more, (index) => look(small, index)).join('')],
  [/\^([23])/g, (_, power) => look(small, power)],
  [/\^\{([^{}]*)\}/g, (_, power) => `^${whole(power)}`],
  [/\\sqrt (.)/g, (_, digit) => `√${digit}`],
  [/\\sqrt\{([^{}]*)\}/g, (_, text) => `√(${text})`],
  [/\\t?frac\{([^{}]*)\}\{([^{}]*)\}/g, fraction],
];

/** @param {string} match @param {string} over @param {string} under @param {number} at @param {string} text around */
function fraction(match, over, under, at, text) {
  const quotient = `${whole(over)}/${whole(under)}`;
  const isFactor = /[\p{L})]\s*$/u.test(text.slice(0, at)) || /^\s*[\p{L}\d(√]/u.test(text.slice(at + match.length));
  return isFactor ? `(${quotient})` : quotient;
}

/** @param {string} rows `a x & x ≤ 0 \\ x & x > 0` */
function cases(rows) {
  const pairs = rows.split('\\\\').map((row) => row.split('&').map((cell) => cell.trim()));
  return pairs.map(([value, when]) => (when === 'otherwise' ? `${value} otherwise` : `${value} if ${when}`)).join('; ');
}

/** @param {string} tex @returns {string} */
export function plain(tex) {
  const next = rules.reduce((text, [pattern, write]) => text.replace(pattern, write), tex);
  if (next !== tex) return plain(next);
  return tex
    .replace(/\\begin\{cases\}(.*?)\\end\{cases\}/g, (_, rows) => cases(rows))
    .replace(/\\([{}])/g, '$1')
    .replaceAll('-', '−')
    .replaceAll("'", '′')
    .replace(/\s+/g, ' ')
    .trim();
}

/** MathML without inline styles, which the pages' policies forbid; style sheets have them. @param {string} tex */
export function mathML(tex, displayMode = false) {
  const text = temml.renderToString(tex, { displayMode, wrap: 'tex', throwOnError: true });
  // Primes are raised already, and as superscripts they would float above the letter.
  const prime = /<msup>(<mi>[^<]*<\/mi><mo [^>]*?)class="tml-prime[^"]*"(>[^<]*<\/mo>)<\/msup>/g;
  return (
    text
      .replace(/ style="[^"]*"/g, '')
      .replace(prime, '<mrow>$1form="postfix"$2</mrow>')
      // By default "…" has spaces on both sides, and Temml puts a comma in a row of its own, where it has none.
      .replaceAll('<mo>…</mo>', '<mo lspace="0" rspace="0">…</mo>')
      .replaceAll('</mrow><mrow><mo separator="true">,</mo></mrow>', '<mo separator="true">,</mo></mrow>')
      .replace(/ fence="true"/g, '') // has no effect on the layout: https://www.w3.org/TR/mathml-core/#operator-fence-separator
      .replace(/(?<=<mrow><mo) form="prefix"/g, '') // as the place says
      .replace(/ form="postfix"(?=[^>]*>[^<]+<\/mo><\/mrow>)/g, '')
  );
}

const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);
const typesetter = mathjax.document('', {
  InputJax: new TeX({ packages: ['base', 'ams'] }),
  OutputJax: new SVG({ fontCache: 'none' }),
});

/** A formula as SVG paths, which need no font and look the same in every program. @param {string} tex @returns {import('../web/page/slide.js').Formula} */
export function pathsOf(tex) {
  const markup = adaptor.innerHTML(typesetter.convert(tex, { display: true }));
  if (/<text|data-mjx-error/.test(markup)) throw new Error(`MathJax cannot draw ${tex}`);
  const [, box, paths] = /** @type {RegExpExecArray} */ (/^<svg [^>]*viewBox="([^"]*)"[^>]*>(.*)<\/svg>$/.exec(markup));
  const [, top, width, height] = box.split(' ').map(Number);
  const plainPaths = paths.replace(/ (?:data-[\w-]+|stroke|fill|stroke-width|class|style)="[^"]*"/g, '');
  return { width, ascent: -top, descent: height + top, paths: plainPaths };
}
