/** The page of experiments. Its address follows the experiment that was changed last. */
import { byId, setWords } from '../element/dom.js';
import { ActivationLab } from '../lab/activation-lab.js';
import { formatExperiment, parseExperiment } from '../lab/grammar.js';
import { live } from '../messages/index.js';
import { frameCode } from './builder.js';
import { copyToClipboard } from './clipboard.js';

const query = new URLSearchParams(location.search);
const named = document.querySelector(`activation-lab[experiment="${CSS.escape(query.get('experiment') ?? '')}"]`);
const theme = query.get('theme');
if (theme === 'light' || theme === 'dark') {
  document.documentElement.dataset.theme = theme;
  for (const lab of document.querySelectorAll('activation-lab')) lab.setAttribute('theme', theme);
}
if (named) {
  setWords(named, ActivationLab.observedAttributes, query);
  named.closest('section')?.scrollIntoView();
}

const texts = live[document.documentElement.lang === 'en' ? 'en' : 'zh-Hant'];
for (const section of document.querySelectorAll('#labs section')) {
  const lab = /** @type {ActivationLab} */ (section.querySelector('activation-lab'));
  const code = /** @type {HTMLElement} */ (section.querySelector('code'));
  const title = section.querySelector('h2')?.textContent ?? '';
  const showCode = () => {
    const words = Object.fromEntries(ActivationLab.observedAttributes.map((key) => [key, lab.getAttribute(key)]));
    const asked = formatExperiment(parseExperiment(words).experiment);
    const src = new URL(`lab-embed.html?${asked}`, location.href).href;
    const page = new URL(`?${asked}`, location.href).href;
    code.textContent = frameCode({ src, title, width: '600', height: '900' }, page, title);
  };
  showCode();
  lab.addEventListener('labchange', showCode);
  section.querySelector('button')?.addEventListener('click', async () => {
    const status = /** @type {HTMLElement} */ (section.querySelector('[role=status]'));
    status.textContent = await copyToClipboard(code.textContent ?? '', code, texts);
  });
}

const language = /** @type {HTMLAnchorElement} */ (byId('language'));
let pending = 0;
document.addEventListener('labchange', (event) => {
  const words = new URLSearchParams(/** @type {CustomEvent} */ (event).detail.query);
  // The path of the page already says the language.
  words.delete('lang');
  language.search = `?${words}`;
  // Safari allows 100 changes of the address in 30 seconds.
  clearTimeout(pending);
  pending = window.setTimeout(() => history.replaceState(null, '', `?${words}`), 300);
});
