// Runs before the first paint: the page is shown in the language of the address, or else of the browser.
{
  const query = new URLSearchParams(location.search);
  const languageOf = (/** @type {string} */ tag) =>
    /^zh\b/i.test(tag) ? 'zh-Hant' : /^en\b/i.test(tag) ? 'en' : undefined;
  const page = document.documentElement.lang;
  const own = page === 'en' ? languageOf(navigator.language) : undefined;
  const wanted = languageOf(query.get('lang') ?? '') ?? own ?? page;
  // Hides the static picture of the article's plot, which would flash before another plot.
  if ([...query.keys()].some((key) => key !== 'lang')) document.documentElement.dataset.pending = '';
  // The build names the file of the other language.
  if (wanted !== page) location.replace(document.currentScript?.dataset.other + location.search + location.hash);
}
