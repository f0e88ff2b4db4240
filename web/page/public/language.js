// Runs before the first paint: the page is shown in the language of the address, or else of the browser.
{
  // Also of an address that was escaped once more: `&amp;lang=en`.
  const query = new URLSearchParams(location.search.replace(/([?&])(?:amp(?:;|%3b))+/gi, '$1'));
  /** The rule of closestLanguage(), which a script that runs this early cannot import. */
  const languageOf = (/** @type {string} */ tag) => {
    if (/^\s*(?:zh|cmn|yue|nan|hak|wuu|gan|hsn|lzh)(?:[-_]|\s*$)/i.test(tag)) return 'zh-Hant';
    return /^\s*en(?:[-_]|\s*$)/i.test(tag) ? 'en' : undefined;
  };
  const page = document.documentElement.lang;
  const own = page === 'en' ? languageOf(navigator.language) : undefined;
  const wanted = languageOf(query.get('lang') ?? '') ?? own ?? page;
  const { other, functions = '' } = document.currentScript?.dataset ?? {};
  // Hides the static picture of the article's plot, which would flash before another plot.
  if ([...query.keys()].some((key) => key !== 'lang')) document.documentElement.dataset.pending = '';

  /** Each function had a fragment of this page before it had a page of its own. */
  function leadOn() {
    const name = location.hash.slice(1);
    if (!functions.split(' ').includes(name) || name === '') return false;
    const suffix = wanted === 'en' ? '' : `.${wanted}`;
    location.replace(`functions/${name}${suffix}.html${query.has('lang') ? `?lang=${wanted}` : ''}`);
    return true;
  }
  addEventListener('hashchange', leadOn);
  // The build names the file of the other language.
  if (!leadOn() && wanted !== page) location.replace(other + location.search + location.hash);

  // A reader who chose a language keeps it on the pages behind the links.
  const lang = query.get('lang');
  if (lang)
    document.addEventListener('DOMContentLoaded', () => {
      for (const link of document.querySelectorAll('a[href$=".html"], a[href$="/"]')) {
        if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) continue;
        link.search = `?lang=${encodeURIComponent(lang)}`;
      }
    });
}
