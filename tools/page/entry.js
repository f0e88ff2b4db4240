/** The parts of pages that describe one function. */
import { create, table } from '../../web/element/dom.js';
import { format } from '../../web/messages/format.js';
import { find } from '../../web/package/catalogue.js';
import { readReferences } from '../functions.js';

/** @typedef {import('./page.js').Tools} Tools */
/** @typedef {import('../../web/package/catalogue.js').Entry} Entry */
/** @typedef {import('../functions.js').Framework} Framework */
/** @typedef {import('../functions.js').Reference} Reference */

export const references = await readReferences();
export const titles = { torch: 'PyTorch', keras: 'Keras 3', onnx: 'ONNX', jax: 'JAX', tfjs: 'TensorFlow.js' };

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
    create('p', {}, create('strong', {}, texts.care), ' ', care[lang]),
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
  const [colon, comma] = lang === 'en' ? [': ', ', '] : ['：', '，'];
  const list = parameters.map((p) => {
    const meaning = `${colon}${reference.parameters[p.name][lang]}${comma}${texts.defaultIs} ${format(p.default)}`;
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

/** The frameworks side by side. @param {Reference} reference @param {Tools} tools */
export function frameworkTable({ frameworks, kinks }, { math, texts }) {
  if (Object.values(frameworks).every((names) => names.length === 0)) return create('p', {}, texts.noFramework);
  const marked = (/** @type {Node} */ content) =>
    create('mark', {}, create('span', { role: 'img', 'aria-label': texts.differs }, '≠'), ' ', content);
  const rows = Object.entries(frameworks).map(([key, names]) => {
    const own = key === 'onnx' ? '' : kinks[/** @type {'torch'} */ (key)];
    const kink = own || (names.length > 0 && key !== 'onnx' ? kinks.here : '');
    const list = names.map(({ name, defaults, differs }) => {
      // Long names may break after a dot or a parenthesis.
      const parts = (defaults ? `${name}(${defaults})` : name).split(/(?<=[.(](?!\d))/);
      const code = create('code', {}, ...parts.flatMap((part, i) => (i === 0 ? [part] : [create('wbr', {}), part])));
      return create('li', {}, differs ? marked(code) : code);
    });
    return [
      titles[/** @type {Framework} */ (key)],
      list.length > 0 ? create('ul', {}, ...list) : '–',
      ...(kinks.here ? [kink ? (own ? marked(math(kink)) : math(kink)) : '–'] : []),
    ];
  });
  const heads = [texts.framework, texts.nameAndDefaults, ...(kinks.here ? [texts.atKink] : [])];
  const made = create('table', {}, ...table(heads, rows));
  if (made.querySelector('mark')) made.prepend(create('caption', {}, texts.explainedMark));
  return made;
}
