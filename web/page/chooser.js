/** The chooser of functions: checkboxes by family, and a search that also finds the frameworks' names. */
import { byId } from '../element/dom.js';
import { catalogue, find } from '../package/index.js';
import { plotWords } from '../package/plotWords.js';

/** @typedef {typeof import('../messages/en.js').live} Texts */

/**
 * @param {(names: string[]) => void} choose called with the names of all chosen functions, in the order of choice
 * @param {Texts} texts
 */
export function chooser(choose, texts) {
  const search = /** @type {HTMLInputElement} */ (byId('search'));
  const families = /** @type {HTMLDetailsElement[]} */ ([...byId('families').children]);
  const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (byId('families').querySelectorAll('input'));
  /** @type {string[]} */
  let chosen = [];

  const check = () => {
    for (const box of boxes) {
      box.checked = chosen.includes(box.value);
      box.disabled =
        !box.checked && chosen.length >= plotWords.functions.maxCount && kindOf(box.value) === kindOf(chosen[0]);
    }
  };
  const kindOf = (/** @type {string} */ name) => find(name)?.kind;

  byId('families').addEventListener('change', ({ target }) => {
    const { value: name, checked } = /** @type {HTMLInputElement} */ (target);
    // One plot shows functions of one kind.
    const others = chosen.filter((other) => other !== name && kindOf(other) === kindOf(name));
    chosen = checked ? [...others, name] : others;
    check();
    choose(chosen);
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
  // Enter chooses the first match.
  search.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || search.value.trim() === '') return;
    const box = /** @type {HTMLInputElement | null} */ (byId('families').querySelector('label:not([hidden]) input'));
    if (box && !box.disabled) box.click();
  });
  const hasChosen = (/** @type {HTMLDetailsElement} */ family) =>
    catalogue.some((entry) => entry.family === family.dataset.family && chosen.includes(entry.name));

  return {
    /** @param {{ functions: { name: string }[] }} plot */
    show({ functions }) {
      chosen = [...new Set(functions.map(({ name }) => name))];
      check();
      for (const family of families) family.open ||= hasChosen(family);
    },
  };
}
