/** embed.html: the plot of its query, in a frame of somebody's page, and perhaps in a sandbox without an origin. */
import { ActivationPlot } from '../activation-plot.js';
import { byId } from '../dom.js';
import { formatPlot } from '../grammar.js';
import { messages } from '../messages.js';
import { labelOf } from '../scene.js';

const root = document.documentElement;
const plot = /** @type {ActivationPlot} */ (document.querySelector('activation-plot'));
const link = /** @type {HTMLAnchorElement} */ (byId('open'));

const query = new URLSearchParams(location.search);
for (const key of ActivationPlot.observedAttributes) {
  const word = query.get(key);
  if (word !== null) plot.setAttribute(key, word);
}
const { lang = /^zh\b/i.test(navigator.language) ? 'zh-Hant' : 'en', theme } = plot.plot;
root.lang = lang;
if (theme) root.dataset.theme = theme;
link.textContent = messages[lang].open;

/** WordPress knows its frames by this. https://github.com/WordPress/wordpress-develop/blob/trunk/src/js/_enqueues/wp/embed.js */
const secret = new URLSearchParams(location.hash.replace(/^#\??/, '')).get('secret');
// To whoever frames it: how high a plot is may be known to all.
const send = (/** @type {object} */ message) => parent.postMessage(message, '*');

/** Tells how high the frame would best be: the plot 16:10, and what stands under it. */
function sendHeight() {
  const frame = /** @type {HTMLElement} */ (plot.shadowRoot?.querySelector('[part=plot]'));
  const rest = document.body.offsetHeight - frame.offsetHeight;
  root.style.setProperty('--rest', `${rest}px`);
  const height = Math.ceil(rest + Math.max(0.625 * innerWidth, 100));
  send({ height });
  if (secret) send({ message: 'height', value: height, secret });
}

/** Names the plot, and lets the link lead to it: also where it cannot be drawn. */
function describe() {
  const { plot: shown } = plot;
  link.search = `?${formatPlot({ ...shown, controls: false })}`;
  document.title = shown.functions.map(labelOf).join(', ');
}
describe();
plot.addEventListener('activation-plot:draw', describe);
// Not at once: --rest changes sizes again, and an observer may not.
new ResizeObserver(() => requestAnimationFrame(sendHeight)).observe(document.body);
addEventListener('message', ({ source, data }) => {
  if (source === parent && secret && data?.message === 'ready' && data.secret === secret) sendHeight();
});
// A sandbox lets no link out; WordPress follows this message instead, to the host of the frame alone.
link.addEventListener('click', (event) => {
  if (!secret) return;
  event.preventDefault();
  send({ message: 'link', value: link.href, secret });
});
