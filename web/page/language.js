/**
 * Shows the page in the language of the address, or else of the browser, and in its theme. The build makes a classic script of
 * it, which runs before the first paint.
 */
import { withoutEscapes } from '../package/escapes.js';
import { closestLanguage } from '../package/languages.js';
import { followTheme } from './followTheme.js';

followTheme();

const query = new URLSearchParams(withoutEscapes(location.search.slice(1)));
const page = document.documentElement.lang;
const own = page === 'en' ? closestLanguage(navigator.language) : undefined;
const wanted = closestLanguage(query.get('lang') ?? '') ?? own ?? page;
/** Its data attributes hold the file in the other language, and the ids of former sections of the explorer that are pages now. */
const script = /** @type {HTMLElement} */ (document.querySelector('script[data-other]'));
const { other, functions = '', article = '' } = script.dataset;
// Hides the static picture of the first plot, which would flash before another plot.
if ([...query.keys()].some((key) => key !== 'lang')) document.documentElement.dataset.pending = '';
// Without the script that draws that plot, the reader sees the picture.
addEventListener('error', () => delete document.documentElement.dataset.pending, { capture: true, once: true });

/** Leads from the old address of a part to its page; returns whether it does. */
function leadOn() {
  const name = location.hash.slice(1);
  const isIn = (/** @type {string} */ list) => name !== '' && list.split(' ').includes(name);
  const target = isIn(functions) ? `functions/${name}` : isIn(article) && 'article';
  if (!target) return false;
  const suffix = wanted === 'en' ? '' : `.${wanted}`;
  const part = target === 'article' ? location.hash : '';
  location.replace(`${target}${suffix}.html${query.has('lang') ? `?lang=${wanted}` : ''}${part}`);
  return true;
}
addEventListener('hashchange', leadOn);
if (!leadOn() && wanted !== page) location.replace(other + location.search + location.hash);

// A reader who chose a language keeps it on the pages behind the links.
const lang = query.get('lang');
if (lang)
  document.addEventListener('DOMContentLoaded', () => {
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('a[href^="."]')))
      if (!/[?&]lang=/.test(link.search)) link.search += `${link.search ? '&' : '?'}lang=${encodeURIComponent(lang)}`;
  });
