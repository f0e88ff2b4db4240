/**
 * The page of experiments. Its address holds the words of all of them, one after another: `experiment` begins the next.
 *
 *     ?experiment=cost&size=401&experiment=death&rate=3&lang=en
 */
import { byId, pageLanguage, setAttributes } from '../element/dom.js';
import { ActivationLab } from '../lab/activation-lab.js';
import { formatExperiment, parseExperiment } from '../lab/grammar.js';
import { live } from '../messages/index.js';
import { queryWords, readQuery } from '../package/reader.js';
import { queryOf } from './address.js';
import { frameCode } from './builder.js';
import { copyText } from './clipboard.js';
import { showCode } from './showCode.js';

/** The words of the page itself. */
const pageKeys = ['theme', 'lang'];
const keys = ActivationLab.observedAttributes.filter((key) => !pageKeys.includes(key));
const labs = /** @type {ActivationLab[]} */ ([...document.querySelectorAll('#labs activation-lab')]);
const wordOf = (/** @type {Element} */ lab, /** @type {string} */ key) => lab.getAttribute(key) ?? '';
const names = labs.map((lab) => wordOf(lab, 'experiment'));

/** The experiments of a query, by name. The first experiment notes a name that none has. @param {URLSearchParams} query */
function experimentsOf(query) {
  const all = [new URLSearchParams()];
  for (const [key, word] of query) {
    if (key === 'experiment' && all.at(-1)?.has(key)) all.push(new URLSearchParams());
    all.at(-1)?.append(key, word);
  }
  const named = all.filter((words) => words.has('experiment')).reverse(); // of the same name the first counts
  return new Map(
    named.map((words) => {
      const given = words.get('experiment') ?? '';
      const name = names.find((known) => known === given.toLowerCase());
      return [name ?? names[0], { ...queryWords(words, ActivationLab.observedAttributes), experiment: name ?? given }];
    }),
  );
}

const query = readQuery(location.search);
const pageWords = [...query].filter(([key]) => pageKeys.includes(key));
const named = new Set(experimentsOf(query).keys());

/** Gives every experiment its words from the address. */
function readAddress() {
  const experiments = experimentsOf(readQuery(location.search));
  labs.forEach((lab, i) => {
    /** @type {Record<string, string>} */
    const words = experiments.get(names[i]) ?? { experiment: names[i] };
    setAttributes(lab, Object.fromEntries(keys.map((key) => [key, words[key] ?? false])));
  });
}

/**
 * The query of the experiments that have words of their own, or that the address has named.
 * @param {[key: string, word: string][]} more words of the page
 */
function search(more) {
  /** @type {[string, string][][]} */
  const experiments = labs.map((lab) =>
    keys.flatMap((key) => (lab.hasAttribute(key) ? [[key, wordOf(lab, key)]] : [])),
  );
  const told = experiments.filter(([[, name], ...words]) => words.length > 0 || named.has(name));
  const query = queryOf([...told.flat(), ...more]);
  return query && `?${query}`;
}

readAddress();
const theme = query.get('theme');
// The element notes a theme that cannot be parsed.
if (theme !== null) for (const lab of labs) lab.setAttribute('theme', theme);
const [only, ...others] = labs.filter((_, i) => named.has(names[i]));
if (others.length === 0) only?.closest('section')?.scrollIntoView();

const language = /** @type {HTMLAnchorElement} */ (byId('language'));
function pointLanguage() {
  language.search = search([...pageWords.filter(([key]) => key !== 'lang'), ['lang', language.hreflang]]);
}
pointLanguage();
/** The query that the experiments show. */
let shown = location.search;
let pending = 0;
document.addEventListener('labchange', () => {
  pointLanguage();
  // Safari allows 100 changes of the address in 30 seconds.
  clearTimeout(pending);
  pending = window.setTimeout(() => {
    shown = search(pageWords);
    history.replaceState(null, '', location.pathname + shown + location.hash);
  }, 300);
});
addEventListener('popstate', () => {
  if (location.search === shown) return; // a link to a part of the page
  clearTimeout(pending);
  shown = location.search;
  readAddress();
  pointLanguage();
});

const texts = live[pageLanguage()];
for (const section of document.querySelectorAll('#labs section')) {
  const lab = /** @type {ActivationLab} */ (section.querySelector('activation-lab'));
  const code = /** @type {HTMLElement} */ (section.querySelector('code'));
  const details = /** @type {HTMLDetailsElement} */ (section.querySelector('details'));
  const title = section.querySelector('h2')?.textContent ?? '';
  const update = () => {
    const words = Object.fromEntries(ActivationLab.observedAttributes.map((key) => [key, lab.getAttribute(key)]));
    const asked = formatExperiment(parseExperiment(words).experiment);
    const src = new URL(`lab-embed.html?${asked}`, location.href).href;
    const page = new URL(`?${asked}`, location.href).href;
    const text = frameCode({ src, title, width: '600', height: '900' }, page, title);
    showCode(code, text, details.open ? 'xml' : undefined);
  };
  update();
  details.addEventListener('toggle', update);
  lab.addEventListener('labchange', update);
  addEventListener('popstate', update); // after the experiments have their words from the address
  const button = /** @type {HTMLElement} */ (section.querySelector('.copied button'));
  const status = /** @type {HTMLElement} */ (section.querySelector('[role=status]'));
  button.addEventListener('click', () => copyText(button, status, texts, code.textContent ?? '', code));
}
