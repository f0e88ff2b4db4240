/** lab-embed.html: the experiment of its query, for an iframe, which may be sandboxed and then has no origin. */
import { byId, setWords } from '../element/dom.js';
import { ActivationLab } from '../lab/activation-lab.js';
import { formatExperiment, parseExperiment } from '../lab/grammar.js';
import { frame as texts } from '../messages/index.js';
import { closestLanguage } from '../package/languages.js';
import { reportHeight } from './frame.js';

const root = document.documentElement;
const lab = /** @type {ActivationLab} */ (document.querySelector('activation-lab'));
const link = /** @type {HTMLAnchorElement} */ (byId('open'));

const { experiment } = parseExperiment(location.search);
const { lang = closestLanguage(navigator.language) ?? 'en', theme } = experiment;
root.lang = lang;
if (theme) root.dataset.theme = theme;
link.textContent = texts[lang].open;
setWords(lab, ActivationLab.observedAttributes, location.search);

/** @param {string} words of the experiment */
function pointLink(words) {
  const page = lang === 'en' ? 'lab.html' : 'lab.zh-Hant.html';
  link.href = `./${page}?${words}`;
}
pointLink(formatExperiment(experiment));
lab.addEventListener('labchange', (event) => pointLink(/** @type {CustomEvent} */ (event).detail.query));
reportHeight(link, () => document.body.offsetHeight);
