// Before anything is drawn: the page in the language of the address, or of the browser where the address names none.
{
  const query = new URLSearchParams(location.search);
  const asked = query.get('lang');
  const page = document.documentElement.lang;
  const own = page === 'en' && /^zh\b/i.test(navigator.language) ? 'zh-Hant' : page;
  const wanted = ['en', 'zh-Hant'].find((lang) => lang.toLowerCase() === asked?.toLowerCase()) ?? own;
  // The picture in the page is that of the article's plot: another one would flash.
  if ([...query.keys()].some((key) => key !== 'lang')) document.documentElement.dataset.pending = '';
  if (wanted !== page) location.replace((wanted === 'en' ? './' : 'zh-Hant.html') + location.search + location.hash);
}
