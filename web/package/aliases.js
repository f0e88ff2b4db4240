/** The names of functions: their own, and those in the frameworks. */
import { lettersOf, withoutModules } from './suggest.js';

/** @typedef {Readonly<import('./catalogue.js').Entry>} Entry */

/** The names of an entry, each once: its own, its label, and those in the frameworks. @param {Entry} entry */
export const namesOf = ({ name, label, aliases }) => [...new Set([name, label, ...Object.values(aliases).flat()])];

/** The entries by the letters of their names. @param {readonly Entry[]} all */
export function indexOf(all) {
  const own = all.flatMap((entry) => [entry.name, entry.label].map((name) => ({ name, entry })));
  const aliases = all.flatMap((entry) => namesOf(entry).map((name) => ({ name, entry })));
  const short = aliases.map(({ name, entry }) => ({ name: withoutModules(name), entry }));
  // The first of the same letters wins: `gelu` is GELU, although `jax.nn.gelu` is another function.
  return new Map([...own, ...aliases, ...short].reverse().map(({ name, entry }) => [lettersOf(name), entry]));
}

/**
 * The entry of a name or of a call. `jax.nn.gelu(x, approximate=False)` is GELU: a name with an argument comes before one
 * without.
 * @param {Map<string, Entry>} index @param {string} text
 */
export function findIn(index, text) {
  const [name] = text.split('(', 1);
  const variants = text
    .slice(name.length + 1)
    .split(',')
    .flatMap((argument) => (argument.includes('=') ? `${name}(${argument}` : []));
  for (const given of [text, ...variants, name])
    for (const letters of [given, withoutModules(given)].map(lettersOf))
      if (index.has(letters)) return index.get(letters);
}
