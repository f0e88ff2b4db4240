/** embed.html: the plot of its query, for an iframe, which may be sandboxed and then has no origin. */
import { ActivationPlot } from '../element/activation-plot.js';
import { byId, create, setWords } from '../element/dom.js';
import { labelOf } from '../element/scene.js';
import { frame as texts } from '../messages/index.js';
import { formatPlot } from '../package/grammar.js';
import { closestLanguage } from '../package/languages.js';
import { reportHeight } from './frame.js';

const root = document.documentElement;
const place = byId('plot');
// Not in the HTML, where it would draw another plot until this script comes.
const plot = create('activation-plot', {}, ...place.childNodes);
const link = /** @type {HTMLAnchorElement} */ (byId('open'));

setWords(plot, ActivationPlot.observedAttributes, location.search);
place.replaceWith(plot);
const { lang = closestLanguage(navigator.language) ?? 'en', theme } = plot.plot;
root.lang = lang;
if (theme) root.dataset.theme = theme;
link.textContent = texts[lang].open;

/** Titles the page and points its link at the plot, even if the plot cannot be drawn. */
function describe() {
  const { plot: shown } = plot;
  link.search = `?${formatPlot({ ...shown, controls: false })}`;
  document.title = shown.functions.map(labelOf).join(', ');
}
describe();
plot.addEventListener('plotdraw', describe);
// The plot at 16:10, and everything below it.
reportHeight(link, () => {
  const frame = /** @type {HTMLElement} */ (plot.shadowRoot?.querySelector('[part=plot]'));
  const rest = document.body.offsetHeight - frame.offsetHeight;
  root.style.setProperty('--rest', `${rest}px`);
  return rest + Math.max(0.625 * innerWidth, plot.stacked ? 250 : 100);
});
