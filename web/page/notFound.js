/** The page for addresses that do not exist: in the language of the address, it suggests the functions of similar names. */

import { namesOf } from '../package/aliases.js';
import { catalogue, find } from '../package/catalogue.js';
import { closestLanguage } from '../package/languages.js';
import { similar } from '../package/suggest.js';

let path = location.pathname;
try {
  path = decodeURIComponent(path);
} catch {
  // such as /100%
}
const chosen = new URLSearchParams(location.search).get('lang') ?? '';
const lang = closestLanguage(chosen || (/\.zh-Hant(\.html)?$/.test(path) ? 'zh' : navigator.language)) ?? 'en';
document.documentElement.lang = lang;
for (const part of document.querySelectorAll('body > :is(header, footer), main > [lang]')) {
  const section = /** @type {HTMLElement} */ (part);
  section.hidden = section.lang !== lang;
  if (section.hidden || section.localName !== 'div') continue;
  // The service worker sends this page when there is no network.
  const isOffline = 'offline' in document.documentElement.dataset;
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll(':has(> h1)')))
    part.hidden = part.matches('.offline') !== isOffline;
  document.title = section.querySelector(':not([hidden]) > h1')?.textContent ?? '';
  const [word] = path
    .replace(/(\.zh-Hant)?(\.html)?\/*$/, '')
    .split('/')
    .slice(-1);
  const names = new Set([find(word)?.name ?? '', ...similar(word, catalogue.map(namesOf)).slice(0, 3)].filter(Boolean));
  if (names.size === 0) continue;
  // Moves the links to the place of the suggestions.
  const links = [...names].flatMap((name) => section.querySelector(`[data-function="${name}"]`) ?? []);
  section.querySelector('.suggestions ul')?.append(...links);
  /** @type {HTMLElement} */ (section.querySelector('.suggestions')).hidden = false;
}
