// Runs before the first paint: the page has the theme of the address, or else the one that the reader has chosen.
{
  /** The key that TypeDoc uses, so that the API reference has the same theme. */
  const key = 'tsd-theme';
  const themes = ['os', 'light', 'dark'];
  const escaped = /([?&])(?:amp(?:;|%3b))+/gi;
  const query = new URLSearchParams(location.search.replace(escaped, '$1'));
  const asked = query.get('theme')?.trim().toLowerCase() ?? '';
  const hasAsked = themes.slice(1).includes(asked);

  const stored = () => {
    try {
      return localStorage.getItem(key) ?? 'os';
    } catch {
      return 'os'; // the reader may have blocked storage
    }
  };
  function show(theme = hasAsked ? asked : stored()) {
    document.documentElement.dataset.theme = theme;
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('button.theme')))
      button.title = button.ariaLabel = button.dataset[theme] ?? '';
  }
  function change() {
    const theme = themes[(themes.indexOf(document.documentElement.dataset.theme ?? '') + 1) % themes.length];
    try {
      localStorage.setItem(key, theme);
    } catch {} // Without storage, the theme of this page still changes.
    show(theme);
    if (hasAsked) location.search = location.search.replace(escaped, '$1').replace(/([?&])theme=[^&]*&?/gi, '$1');
  }

  show();
  addEventListener('storage', () => show());
  addEventListener('pageshow', () => show()); // after Back, from a page on which the theme was changed
  addEventListener('DOMContentLoaded', () => {
    show();
    for (const button of document.querySelectorAll('button.theme')) button.addEventListener('click', change);
  });
}
