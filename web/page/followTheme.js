/** The theme of a page. */
import { withoutEscapes } from '../package/escapes.js';

/** The key that TypeDoc uses, so that the API reference has the same theme. */
const key = 'tsd-theme';
const themes = ['os', 'light', 'dark'];
const query = withoutEscapes(location.search.slice(1));
const asked = new URLSearchParams(query).get('theme')?.trim().toLowerCase() ?? '';
const hasAsked = themes.slice(1).includes(asked);

function stored() {
  try {
    return themes.find((theme) => theme === localStorage.getItem(key)) ?? 'os';
  } catch {
    return 'os'; // the reader may have blocked storage
  }
}

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
  if (!hasAsked) return;
  const others = query.split('&').filter((word) => !new URLSearchParams(word).has('theme'));
  location.search = others.join('&');
}

/** Shows the page in the theme of the address, or else in the one that the reader has chosen. */
export function followTheme() {
  show();
  addEventListener('storage', () => show());
  addEventListener('pageshow', () => show()); // after Back, from a page on which the theme was changed
  addEventListener('DOMContentLoaded', () => {
    show();
    for (const button of document.querySelectorAll('button.theme')) button.addEventListener('click', change);
  });
}
