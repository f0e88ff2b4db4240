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
  const { other, functions = '', article = '' } = document.currentScript?.dataset ?? {};
  // Hides the static picture of the first plot, which would flash before another plot.
  if ([...query.keys()].some((key) => key !== 'lang')) document.documentElement.dataset.pending = '';

  /** The functions and the article were parts of this page before they had pages of their own. */
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
  // The build names the file of the other language.
  if (!leadOn() && wanted !== page) location.replace(other + location.search + location.hash);

  // A reader who chose a language keeps it on the pages behind the links.
  const lang = query.get('lang');
  if (lang)
    document.addEventListener('DOMContentLoaded', () => {
      for (const link of document.querySelectorAll('a[href^="."]'))
        if (link instanceof HTMLAnchorElement && !/[?&]lang=/.test(link.search))
          link.search += `${link.search ? '&' : '?'}lang=${encodeURIComponent(lang)}`;
    });
}
