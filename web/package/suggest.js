/** Names as people spell them, and suggestions for a word that is not known. */

/** The letters and digits of a name, which all its spellings share: `leaky_relu`, `LeakyReLU`. @param {string} name */
export const lettersOf = (name) => name.toUpperCase().replace(/[^\p{L}\d(]/gu, '');

/** @param {string} name such as `torch.nn.LeakyReLU` or `ggml_relu` */
export const withoutModules = (name) => name.replace(/^\s*([\w.]*\.(?!\d))?(ggml[\s_-]*)?/i, '');

/** What likeness compares: pairs of letters find similar words; the text, whole and without each letter, finds misspellings. @param {string} text */
const parts = (text) =>
  [
    ...new Set([
      `-${text}`,
      ...Array.from(text, (_, i) => [text.slice(i, i + 2), `-${text.slice(0, i)}${text.slice(i + 1)}`]).flat(),
    ]),
  ].filter((part) => part !== '-');

/** @param {string} text */
const read = (text) => {
  const letters = lettersOf(withoutModules(text)).slice(0, 40);
  return { letters, parts: parts(letters) };
};

/** The known names, each read once: there are hundreds. @type {Map<string, ReturnType<typeof read>>} */
const known = /* @__PURE__ */ new Map();

/** The share of their parts that two words have in common; more if the first is the second, or its start. @param {string} word @param {readonly string[]} names */
function likenesses(word, names) {
  const given = read(word);
  const own = new Set(given.parts);
  return names.map((name) => {
    const other = known.get(name) ?? read(name);
    known.set(name, other);
    if (given.letters && other.letters.startsWith(given.letters)) return given.letters === other.letters ? 2 : 1;
    return other.parts.filter((part) => own.has(part)).length / (own.size + other.parts.length);
  });
}

/** A name, or all names of one thing; messages show the first. @typedef {string | readonly string[]} Named */

/** The names with their likeness, the most similar first. @param {string} word @param {readonly Named[]} all */
const ranked = (word, all) =>
  all
    .map((named) => [named].flat())
    .map((names) => ({ name: names[0], share: Math.max(...likenesses(word, names)) }))
    .sort((a, b) => b.share - a.share);

/** The names, the most similar first. @param {string} word @param {readonly Named[]} all */
export const bySimilarity = (word, all) => ranked(word, all).map(({ name }) => name);

/** The names that have something in common with a word, the most similar first. @param {string} word @param {readonly Named[]} all */
export const similar = (word, all) => ranked(word, all).flatMap(({ name, share }) => (share > 0 ? name : []));

/**
 * Whether a key is one of the words, or a misspelling of one. Of the keys and attributes that mail programs, hosts and
 * frameworks add, only `class` resembles one (`pass`), and `translate` (`rate`).
 * @param {string} key @param {readonly string[]} words
 */
export const resembles = (key, words) =>
  words.includes(key) ||
  (/^(?!on|class$|translate$)[a-z]{3,20}$/i.test(key) && likenesses(key, words).some((share) => share > 0.14));

/** `; did you mean …?`, or nothing if no name is similar. @param {string} word @param {readonly Named[]} all */
export function didYouMean(word, all) {
  const [best] = similar(word, all);
  return best ? `; did you mean ${best}?` : '';
}
