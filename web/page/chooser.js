/** The gallery, in which the reader chooses functions, and its search, which also finds the frameworks' and the Chinese names. */
import { byId, create } from '../element/dom.js';
import { colorsOf } from '../element/scene.js';
import { catalogue, find } from '../package/index.js';
import { plotWords } from '../package/plotWords.js';
import { similar } from '../package/suggest.js';

/** @typedef {typeof import('../messages/en.js').live} Texts */

/** @typedef {import('../package/types.js').Plot['functions']} Curves */

/** @param {string} name */
const kindOf = (name) => find(name)?.kind;

/** The signs between the parts of a name, which people leave out: nn.LeakyReLU, "leaky relu" and leaky_relu are spelt alike. */
const apart = /[\s_.()-]+/;

/** @param {string} name */
const plain = (name) => name.toLowerCase().split(apart).join('');

/**
 * The curves after a box has been checked or unchecked. A function may be chosen in several variants, which are removed together.
 * One plot shows functions of one kind.
 * @param {Curves} curves @param {string} name @param {boolean} isChosen @returns {Curves}
 */
export function choose(curves, name, isChosen) {
  const others = curves.filter((curve) => curve.name !== name && kindOf(curve.name) === kindOf(name));
  const parameters = (find(name)?.parameters ?? []).map((p) => [p.name, p.default]);
  return isChosen ? [...others, { name, parameters: Object.fromEntries(parameters) }] : others;
}

/**
 * @param {(name: string, isChosen: boolean) => void} change called when the reader checks or unchecks a box
 * @param {Texts} texts
 */
export function chooser(change, texts) {
  const search = /** @type {HTMLInputElement} */ (byId('search'));
  const gallery = byId('gallery');
  /** @type {NodeListOf<HTMLElement>} */
  const families = gallery.querySelectorAll('.family');
  const tiles = [.../** @type {NodeListOf<HTMLElement>} */ (gallery.querySelectorAll('.tile'))].map((tile) => {
    const box = /** @type {HTMLInputElement} */ (tile.querySelector('input'));
    const names = (box.dataset.words ?? '').toLowerCase().split('|');
    return { tile, box, words: names.map(plain), parts: names.map((name) => name.split(apart).filter(Boolean)) };
  });

  gallery.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.ariaDisabled === 'true') event.preventDefault();
  });
  gallery.addEventListener('change', ({ target }) => {
    const { value, checked } = /** @type {HTMLInputElement} */ (target);
    change(value, checked);
  });

  function showFound() {
    const text = plain(search.value);
    const found = tiles.filter(({ tile, parts: names }) => {
      // "l.relu" is in torch.nn.functional.relu, but neither in a part of it nor at the start of one.
      tile.hidden = !names.some((parts) =>
        parts.some((part, i) => part.includes(text) || parts.slice(i).join('').startsWith(text)),
      );
      return !tile.hidden;
    });
    for (const family of families) family.hidden = !family.querySelector('.tile:not([hidden])');
    gallery.scrollTo(0, 0);
    const labels =
      found.length > 0
        ? []
        : similar(
            search.value,
            catalogue.map(({ label }) => label),
          ).slice(0, 3);
    const suggestions = labels.map((label) => {
      const button = create('button', { type: 'button' }, label);
      button.addEventListener('click', () => {
        search.value = label;
        showFound();
        search.focus();
      });
      return button;
    });
    const sentence = found.length > 0 ? texts.found(found.length) : texts.notFound(search.value.trim());
    const parts = suggestions.length > 0 ? [` ${texts.suggestions} `, ...suggestions] : [];
    byId('found').replaceChildren(...(text === '' ? [] : [sentence, ...parts]));
  }
  search.addEventListener('input', showFound);
  // Enter draws the function of that name, or else the first match. The Enter that ends the input of a Chinese word does not.
  search.addEventListener('keydown', (event) => {
    const text = plain(search.value);
    if (event.key !== 'Enter' || event.isComposing || text === '') return;
    const found = tiles.filter(({ tile }) => !tile.hidden);
    const { box } = found.find(({ words }) => words.includes(text)) ?? found[0] ?? {};
    if (box && !box.checked) box.click();
  });

  return {
    /** @param {Curves} curves @param {boolean} [isNew] whether the reader may not know where they are in the gallery */
    show(curves, isNew = false) {
      const isFull = curves.length >= plotWords.functions.maxCount;
      byId('limit').textContent = isFull ? texts.limit(plotWords.functions.maxCount) : '';
      const colors = colorsOf(curves);
      for (const { tile, box } of tiles) {
        const curve = curves.findIndex(({ name }) => name === box.value);
        tile.className = curve < 0 ? 'tile' : `tile curve-${colors[curve] + 1}`;
        box.checked = curve >= 0;
        // Not disabled: the focus would skip it, and nobody would say why it is not available.
        const isOut = isFull && curve < 0 && kindOf(box.value) === kindOf(curves[0].name);
        box.ariaDisabled = isOut ? 'true' : null;
        if (isOut) box.setAttribute('aria-describedby', 'limit');
        else box.removeAttribute('aria-describedby');
      }
      const first = isNew && tiles.find(({ box }) => box.checked)?.tile;
      if (!first) return;
      // From the heading of its family if the tile is in view then, so that the gallery starts with no half row.
      const family = /** @type {HTMLElement} */ (first.closest('.family'));
      const right = first.offsetLeft + first.offsetWidth - family.offsetLeft;
      const bottom = first.offsetTop + first.offsetHeight - family.offsetTop;
      const start = right <= gallery.clientWidth && bottom <= gallery.clientHeight ? family : first;
      gallery.scrollTo({ left: start.offsetLeft, top: start.offsetTop, behavior: 'instant' });
    },
  };
}
