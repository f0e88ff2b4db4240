/** Names as people spell them, and suggestions for a word that is not known. */

/** The letters and digits of a name, which all its spellings share: `leaky_relu`, `LeakyReLU`. @param {string} name */
export const lettersOf = (name) => name.toLowerCase().replace(/[^a-z\d(]/g, '');

/** @param {string} name such as `torch.nn.LeakyReLU` */
export const withoutModules = (name) => name.replace(/^[\w.]*\./, '');

/** @param {string} text */
const pairs = (text) => Array.from(text.slice(1), (c, i) => text[i] + c);

/** The share of their pairs of letters that two words have in common. @param {string} word @param {string} name */
function likeness(word, name) {
  const [given, known] = [word, name].map((text) => lettersOf(withoutModules(text)));
  if (given === known) return 1;
  const own = pairs(given);
  return pairs(known).filter((pair) => own.includes(pair)).length / (own.length + known.length);
}

/** The names, the most similar first. @param {string} word @param {readonly string[]} names */
export const bySimilarity = (word, names) => [...names].sort((a, b) => likeness(word, b) - likeness(word, a));

/** The names that have something in common with a word, the most similar first. @param {string} word @param {readonly string[]} names */
export const similar = (word, names) => {
  const given = word.slice(0, 100);
  return bySimilarity(given, names).filter((name) => likeness(given, name) > 0);
};

/** `; did you mean …?`, or nothing if no name is similar. @param {string} word @param {readonly string[]} names */
export function didYouMean(word, names) {
  const [best] = similar(word, names);
  return best ? `; did you mean ${best}?` : '';
}
