/** The parts of pages that describe one function. */
import { create, table } from '../../web/element/dom.js';
import { format } from '../../web/messages/format.js';
import { find } from '../../web/package/catalogue.js';
import { frameworks as lists } from '../frameworks.js';
import { readReferences } from '../functions.js';

/** @typedef {import('./page.js').Tools} Tools */
/** @typedef {import('../../web/package/catalogue.js').Entry} Entry */
/** @typedef {import('../functions.js').Framework} Framework */
/** @typedef {import('../functions.js').Reference} Reference */

export const references = await readReferences();

/** The file of a function's page. @param {string} name @param {import('./page.js').Lang} lang */
export const fileOf = (name, lang) => `${name}${lang === 'en' ? '' : `.${lang}`}.html`;

/** @param {string} name @returns {Reference} */
export const referenceOf = (name) => /** @type {Reference} */ (references.find((reference) => reference.name === name));

/** The input of the functions without a curve. Sparsemax makes two zeros of it, softmax none. */
export const row = [1.4, 1, 0.6, -1];

/** The query of a plot of functions of one kind on the view of the first. @param {string[]} names */
export function queryOf(...names) {
  const { min, max } = referenceOf(names[0]).view;
  const range = find(names[0])?.kind === 'elementwise' ? `min=${min}&max=${max}` : `logits=${row.join('+')}`;
  return `functions=${names.join('+')}&${range}`;
}

/** @param {import('./page.js').Lang} lang */
const colonOf = (lang) => (lang === 'en' ? ': ' : '：');

/** The card that describes a drawn function. @param {Entry} about @param {Tools} tools */
export function card({ name, label, kind, formula }, { math, texts, lang }) {
  const { fullName, use, care } = referenceOf(name);
  const href = `./functions/${fileOf(name, lang)}`;
  return create(
    'article',
    { class: 'card', 'data-function': name },
    create('h3', {}, create('a', { href }, label), ' ', create('span', { class: 'full' }, fullName[lang])),
    create('p', {}, math(kind === 'elementwise' ? `f(x) = ${formula}` : formula)),
    create('p', {}, use[lang]),
    create('p', {}, create('strong', {}, `${texts.care}${colonOf(lang)}`), care[lang]),
  );
}

/** @param {Entry} about @param {Reference} reference @param {Tools} tools */
export function facts(
  { kind, derivative, parameters },
  { range, smoothness, monotonicity, kinks, paper, ...reference },
  tools,
) {
  const { math, texts, lang } = tools;
  const isCurve = kind === 'elementwise';
  const fact = (/** @type {string} */ title, /** @type {(Node | string)[]} */ ...content) => [
    create('dt', {}, texts[`fact_${title}`]),
    create('dd', {}, ...content),
  ];
  const of = { elementwise: 'derivative', row: 'jacobian', gated: 'gradient' }[kind];
  const [colon, comma] = [colonOf(lang), lang === 'en' ? ', ' : '，'];
  const list = parameters.map((p) => {
    const meaning = `${colon}${reference.parameters[p.name][lang]}${comma}${texts.defaultIs}\u00a0${format(p.default)}`;
    return create('li', {}, create('code', {}, p.name), ' ', math(p.symbol), meaning);
  });
  const cited =
    paper && create('span', { lang: 'en' }, `${paper.authors} (${paper.year}), `, create('cite', {}, paper.title));
  return [
    ...fact(of, math(isCurve ? `f'(x) = ${derivative}` : derivative)),
    ...fact('range', math(range)),
    ...fact('smoothness', texts[`smoothness_${smoothness}`]),
    ...(isCurve ? fact('monotonicity', texts[`monotonicity_${monotonicity}`]) : []),
    ...(kinks.here ? fact('kinks', math(kinks.here)) : []),
    ...(list.length > 0 ? fact('parameters', create('ul', {}, ...list)) : []),
    ...(cited ? fact('origin', cited) : []),
  ];
}

/** The frameworks that have the function, side by side. @param {Reference} reference @param {Tools} tools */
export function frameworkTable({ frameworks, kinks, remarks = {} }, { math, texts, lang }) {
  const known = Object.entries(frameworks).filter(([, names]) => names.length > 0);
  if (known.length === 0) return create('p', {}, texts.noFramework);
  const marked = (/** @type {Node} */ content) =>
    create('mark', {}, create('span', { role: 'img', 'aria-label': texts.differs }, '≠'), ' ', content);
  const rows = known.map(([key, names]) => {
    // These two call PyTorch's functions. ONNX, ggml, WebNN and Core ML define no gradients.
    const own = kinks[/** @type {'torch'} */ (/^(huggingFace|timm)$/.test(key) ? 'torch' : key)];
    const remark = remarks[/** @type {Framework} */ (key)];
    const list = names.map(({ name, defaults, differs }) => {
      // Long names may break after a dot, a parenthesis or a comma.
      const parts = (defaults ? `${name}(${defaults})` : name).split(/(?<=[.(](?!\d)|, )/);
      const code = create('code', {}, ...parts.flatMap((part, i) => (i === 0 ? [part] : [create('wbr', {}), part])));
      return create('li', {}, differs ? marked(code) : code);
    });
    return [
      lists[/** @type {Framework} */ (key)].title,
      create('ul', {}, ...list, ...(remark ? [create('li', {}, remark[lang])] : [])),
      ...(kinks.here ? [own === undefined ? '–' : own ? marked(math(own)) : math(kinks.here)] : []),
    ];
  });
  const heads = [texts.framework, texts.nameAndDefaults, ...(kinks.here ? [texts.atKink] : [])];
  const made = create('table', {}, ...table(heads, rows));
  if (made.querySelector('mark')) made.prepend(create('caption', {}, texts.explainedMark));
  return made;
}
