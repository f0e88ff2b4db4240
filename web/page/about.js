/** The cards that describe the drawn functions, with links to their pages. */
import { byId, create } from '../element/dom.js';
import { colorsOf } from '../element/scene.js';

const template = /** @type {HTMLTemplateElement} */ (byId('cards'));
/** @type {NodeListOf<HTMLElement>} */
const cards = template.content.querySelectorAll('.card');
const lang = new URLSearchParams(location.search).has('lang') ? `?lang=${document.documentElement.lang}` : '';
for (const link of template.content.querySelectorAll('a')) link.setAttribute('href', link.getAttribute('href') + lang);

/** @param {import('../package/types.js').Plot['functions']} functions */
export function showAbout(functions) {
  const colors = colorsOf(functions);
  const shown = [...new Set(functions.map(({ name }) => name))].flatMap((name) => {
    const card = [...cards].find((card) => card.dataset.function === name);
    const link = card?.querySelector('a');
    if (!card || !link) return [];
    const color = `curve-${colors[functions.findIndex((curve) => curve.name === name)] + 1}`;
    card.className = `card ${color}`;
    const copy = create('a', { class: color, href: link.getAttribute('href') ?? '' }, link.textContent ?? '');
    return [{ card, copy }];
  });
  byId('drawn').replaceChildren(...shown.map(({ card }) => card));
  byId('chosen').lastElementChild?.replaceChildren(...shown.flatMap(({ copy }) => [' ', copy]));
  byId('nothing').hidden = shown.length > 0;
  for (const id of ['about', 'chosen']) byId(id).hidden = shown.length === 0;
}
