/** The page of one function: the link and the code that follow the plot, and buttons that copy code. */
import { ActivationPlot } from '../../element/activation-plot.js';
import { byId, pageLanguage } from '../../element/dom.js';
import { formatPlot } from '../../package/grammar.js';
import { forms } from '../builder.js';
import { enableCopying } from '../copied.js';
import { showCode } from '../showCode.js';

const page = pageLanguage();
const chosen = new URLSearchParams(location.search).has('lang') ? page : undefined;
// The build does not always know where the site will be.
const site = new URL('..', location.href).href;
const explorer = /** @type {HTMLAnchorElement} */ (byId('open'));
const tags = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('#tags code'));

let isNear = false;
/** @param {import('../../package/types.js').Plot} plot */
function follow(plot) {
  explorer.search = `?${formatPlot({ ...plot, controls: false, lang: chosen })}`;
  for (const code of tags) {
    const form = forms[/** @type {keyof typeof forms} */ (code.dataset.form)];
    const text = form({ plot: { ...plot, lang: page }, site, width: '600', height: '480' });
    showCode(code, text, isNear ? 'xml' : undefined);
  }
}
const curve = byId('curve');
if (curve instanceof ActivationPlot) follow(curve.plot); // even if it cannot be drawn
curve.addEventListener('plotdraw', (event) => follow(/** @type {CustomEvent} */ (event).detail.plot));

/** Code gets its colours when it comes near the view. @param {Element} element @param {(isNear: boolean) => void} change */
const watch = (element, change) =>
  new IntersectionObserver(([{ isIntersecting }]) => change(isIntersecting), { rootMargin: '300px' }).observe(element);
watch(byId('embedding'), (isIntersecting) => {
  isNear = isIntersecting;
  if (isNear && curve instanceof ActivationPlot) follow(curve.plot);
});
const programs = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('#programs code'));
watch(byId('programs'), (isIntersecting) => {
  if (!isIntersecting) return;
  for (const code of programs) showCode(code, code.textContent ?? '', /** @type {'python'} */ (code.dataset.syntax));
});

enableCopying();
