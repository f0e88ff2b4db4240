// Before anything is drawn: the page in the language of the address, or of the browser where the address names none.
{
  const asked = new URLSearchParams(location.search).get('lang');
  const page = document.documentElement.lang;
  const own = page === 'en' && /^zh\b/i.test(navigator.language) ? 'zh-Hant' : page;
  const wanted = ['en', 'zh-Hant'].find((lang) => lang.toLowerCase() === asked?.toLowerCase()) ?? own;
  if (wanted !== page) location.replace((wanted === 'en' ? './' : 'zh-Hant.html') + location.search + location.hash);
}
