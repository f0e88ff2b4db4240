/** The chooser of functions: checkboxes by family, and a search that also finds the frameworks' names. */
import { byId } from '../element/dom.js';
import { catalogue, find } from '../package/index.js';
import { plotWords } from '../package/plotWords.js';

/** @typedef {typeof import('../messages/en.js').live} Texts */

/** @typedef {import('../package/types.js').Plot['functions']} Curves */

/** @param {string} name */
const kindOf = (name) => find(name)?.kind;

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
  const families = /** @type {HTMLDetailsElement[]} */ ([...byId('families').children]);
  const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (byId('families').querySelectorAll('input'));

  byId('families').addEventListener('change', ({ target }) => {
    const { value, checked } = /** @type {HTMLInputElement} */ (target);
    change(value, checked);
  });

  search.addEventListener('input', () => {
    const text = search.value.trim().toLowerCase();
    const matches = catalogue.filter(({ name, label, aliases }) =>
      [name, label, ...Object.values(aliases).flat()].some((word) => word.toLowerCase().includes(text)),
    );
    for (const box of boxes) {
      const chip = box.closest('label');
      if (chip) chip.hidden = !matches.some(({ name }) => name === box.value);
    }
    for (const family of families) {
      family.hidden = !family.querySelector('label:not([hidden])');
      family.open = text !== '' || hasChosen(family);
    }
    byId('found').textContent = text === '' ? '' : texts.found(matches.length);
  });
  // Enter draws the first match. The Enter that ends the input of a Chinese word does not.
  search.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || search.value.trim() === '') return;
    const box = /** @type {HTMLInputElement | null} */ (byId('families').querySelector('label:not([hidden]) input'));
    if (box && !box.checked) box.click();
  });
  const hasChosen = (/** @type {HTMLElement} */ family) => family.querySelector('input:checked') !== null;

  return {
    /** @param {Curves} curves */
    show(curves) {
      const isFull = curves.length >= plotWords.functions.maxCount;
      for (const box of boxes) {
        box.checked = curves.some(({ name }) => name === box.value);
        box.disabled = !box.checked && isFull && kindOf(box.value) === kindOf(curves[0].name);
      }
      for (const family of families) family.open ||= hasChosen(family);
    },
  };
}
