// Runs before the first paint: the page is shown in the language of the address, or else of the browser.
{
  const query = new URLSearchParams(location.search);
  const asked = query.get('lang');
  const page = document.documentElement.lang;
  const own = page === 'en' && /^zh\b/i.test(navigator.language) ? 'zh-Hant' : page;
  const wanted = ['en', 'zh-Hant'].find((lang) => lang.toLowerCase() === asked?.toLowerCase()) ?? own;
  // Hides the static picture of the article's plot, which would flash before another plot.
  if ([...query.keys()].some((key) => key !== 'lang')) document.documentElement.dataset.pending = '';
  if (wanted !== page) location.replace((wanted === 'en' ? './' : 'zh-Hant.html') + location.search + location.hash);
}
