/** The page of one function: the link and the code that follow the plot, and buttons that copy code. */
import { ActivationPlot } from '../../element/activation-plot.js';
import { byId } from '../../element/dom.js';
import { live } from '../../messages/index.js';
import { formatPlot } from '../../package/grammar.js';
import { forms } from '../builder.js';
import { copyToClipboard } from '../clipboard.js';

const page = document.documentElement.lang === 'en' ? 'en' : 'zh-Hant';
const texts = live[page];
const chosen = new URLSearchParams(location.search).has('lang') ? page : undefined;
// The build does not always know where the site will be.
const site = new URL('..', location.href).href;
const explorer = /** @type {HTMLAnchorElement} */ (byId('open'));
const tags = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('#tags code'));

/** @param {import('../../package/types.js').Plot} plot */
function follow(plot) {
  explorer.search = `?${formatPlot({ ...plot, controls: false, lang: chosen })}`;
  for (const code of tags)
    code.textContent = forms[/** @type {keyof typeof forms} */ (code.dataset.form)]({
      plot: { ...plot, lang: page },
      site,
      width: '600',
      height: '480',
    });
}
const curve = byId('curve');
if (curve instanceof ActivationPlot) follow(curve.plot); // even if it cannot be drawn
curve.addEventListener('plotdraw', (event) => follow(/** @type {CustomEvent} */ (event).detail.plot));

for (const button of document.querySelectorAll('.copied button')) {
  const block = /** @type {HTMLElement} */ (button.closest('.copied'));
  const code = /** @type {HTMLElement} */ (block.querySelector('code'));
  const status = /** @type {HTMLElement} */ (block.querySelector('[role=status]'));
  button.addEventListener('click', async () => {
    status.textContent = await copyToClipboard(code.textContent ?? '', code, texts);
  });
}
