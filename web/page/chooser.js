/** The gallery, in which the reader chooses functions, and its search, which also finds the frameworks' and the Chinese names. */
import { byId, create } from '../element/dom.js';
import { colorsOf } from '../element/scene.js';
import { find } from '../package/index.js';
import { plotWords } from '../package/plotWords.js';

/** @typedef {typeof import('../messages/en.js').live} Texts */

/** @typedef {import('../package/types.js').Plot['functions']} Curves */

/** @param {string} name */
const kindOf = (name) => find(name)?.kind;

/** The parts of a text, which all spellings of a name share: nn.LeakyReLU, "leaky relu", leaky_relu. @param {string} text */
const wordsOfName = (text) =>
  text
    .normalize('NFKC') // full-width letters, from a Chinese keyboard
    .toLowerCase()
    .replaceAll('ς', 'σ') // the last letter of a Greek word
    .split(/[\s_.()-]+/)
    .filter(Boolean);

/**
 * Whether a text lies within one part of a name, or begins where a part begins: "l.relu" in torch.nn.functional.relu does
 * neither.
 * @param {string} text @param {string[]} parts
 */
const isIn = (text, parts) => parts.some((part, i) => part.includes(text) || parts.slice(i).join('').startsWith(text));

/** The function of a call such as GELU(approximate='tanh'). A word alone in parentheses is part of a name. @param {string} text */
const calledIn = (text) => (/\((?!\s*[a-z]{2,}\s*\)?\s*$)/i.test(text) ? find(text)?.name : undefined);

/** Whether a text joins the starts of a name's parts, as of l and relu. @param {string} text @param {string[]} parts @returns {boolean} */
const isShort = (text, [part = '', ...others]) =>
  text === '' ||
  Array.from(part, (_, i) => part.slice(0, i + 1)).some(
    (start) => text.startsWith(start) && isShort(text.slice(start.length), others),
  );

/**
 * The smallest edit distance between a text and any substring of a name: letters missing, too many, wrong or swapped.
 * @param {string} text @param {string} name
 */
function editDistance(text, name) {
  /** @type {number[]} */
  let previous = [];
  let row = Array(name.length + 1).fill(0); // the text may start anywhere
  for (let i = 1; i <= text.length; ++i) {
    const next = [i];
    for (let j = 1; j <= name.length; ++j) {
      const isSwapped = text[i - 1] === name[j - 2] && text[i - 2] === name[j - 1];
      next[j] = Math.min(
        row[j] + 1,
        next[j - 1] + 1,
        row[j - 1] + Number(text[i - 1] !== name[j - 1]),
        isSwapped ? previous[j - 2] + 0.9 : Infinity, // more often meant than any other slip
      );
    }
    [previous, row] = [row, next];
  }
  return Math.min(...row);
}

/** @typedef {{ label: string, names: string[][] }} Named a function, whose names start with its own name and its label */

/** Whether a function has a name with the text, or names with each of its words. @param {Named} named @param {string[]} words */
function matches({ names }, words) {
  const has = (/** @type {string} */ text) => names.some((parts) => isIn(text, parts)) || isShort(text, names[1]);
  return has(words.join('')) || words.every(has);
}

/**
 * The functions whose names contain the words, apart from a few slips, the most similar first.
 * @template {Named} T @param {T[]} all @param {string[]} words
 */
function closest(all, words) {
  const most = Math.round(words.join('').length / 3);
  /** The sum, over the words, of the slips in the most similar name; of equally similar names, the shorter counts less. @param {string[]} names */
  const distance = (names) =>
    words
      .map((word) => Math.min(...names.map((name) => editDistance(word, name) + name.length / 1000)))
      .reduce((a, b) => a + b, 0);
  return all
    .map((named) => {
      const names = named.names.map((parts) => parts.join(' '));
      const least = distance(names);
      // The function's own names count more than those that only mention another.
      return { named, slips: Math.round(least), rank: least + distance(names.slice(0, 2)) / 10 };
    })
    .filter((one) => one.slips <= most)
    .sort((a, b) => a.rank - b.rank)
    .map(({ named }) => named);
}

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
    const names = (box.dataset.words ?? '').split('|');
    const family = wordsOfName(tile.closest('.family')?.querySelector('h2')?.textContent ?? '');
    return { tile, box, label: names[1], names: names.map(wordsOfName), family };
  });
  const shown = () => tiles.filter(({ tile }) => !tile.hidden);

  gallery.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.ariaDisabled === 'true') event.preventDefault();
  });
  gallery.addEventListener('change', ({ target }) => {
    const { value, checked } = /** @type {HTMLInputElement} */ (target);
    change(value, checked);
  });

  function showFound() {
    const words = wordsOfName(search.value);
    const called = calledIn(search.value);
    let found = tiles.filter((tile) => tile.box.value === called || matches(tile, words));
    if (found.length === 0) found = tiles.filter(({ family }) => words.every((word) => isIn(word, family)));
    for (const named of tiles) named.tile.hidden = !found.includes(named);
    for (const family of families) family.hidden = !family.querySelector('.tile:not([hidden])');
    gallery.scrollTo(0, 0);
    const suggestions = (found.length > 0 ? [] : closest(tiles, words).slice(0, 3)).map(({ label }) => {
      const button = create('button', { type: 'button' }, label);
      button.addEventListener('click', () => {
        search.value = label;
        showFound();
        search.focus();
      });
      return button;
    });
    const help = suggestions.length > 0 ? [texts.suggestions, ' ', ...suggestions] : [texts.searchHelp];
    const sentence =
      found.length > 0 ? [texts.found(found.length)] : [texts.notFound(search.value.trim()), ' ', ...help];
    byId('found').replaceChildren(...(words.length === 0 ? [] : sentence));
  }
  // Half a Chinese word finds nothing.
  search.addEventListener('input', (event) => {
    if (!(/** @type {InputEvent} */ (event).isComposing)) showFound();
  });
  search.addEventListener('compositionend', showFound);
  showFound(); // of a text that was typed before this script ran
  /** What Enter draws: the function of that name, or with it in its own name, or the first. */
  function best() {
    const [text, found] = [wordsOfName(search.value).join(''), shown()];
    const own = find(search.value)?.name;
    return (
      found.find(({ box }) => box.value === own) ??
      found.find(({ names }) => names.some((parts) => parts.join('') === text)) ??
      found.find(({ names: [, label] }) => label.join('').includes(text)) ??
      found[0]
    );
  }
  search.addEventListener('keydown', (event) => {
    // The Enter and the Escape that end the input of a Chinese word are not meant for the search. Safari ends it before them.
    if (event.isComposing || event.keyCode === 229 || search.value.trim() === '') return;
    const { box } = best() ?? {};
    if (event.key === 'Enter' && box && !box.checked) box.click();
    if (event.key !== 'Escape') return;
    event.preventDefault(); // Chromium would do the same, other browsers nothing
    search.value = '';
    showFound();
  });
  byId('chooser').addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const places = [search, ...shown().map(({ box }) => box)];
    const at = places.indexOf(/** @type {HTMLInputElement} */ (event.target));
    // In the text of the search, three of the arrows move the cursor.
    if (!step || at < 0 || event.isComposing || (at === 0 && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    places[at + step]?.focus();
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
