/** The names of functions: their own, and those in the frameworks. */
import { lettersOf, withoutModules } from './suggest.js';

/** @typedef {Readonly<import('./catalogue.js').Entry>} Entry */

/** The names of an entry, each once: its own, its label, and those in the frameworks. @param {Entry} entry */
export const namesOf = ({ name, label, aliases }) => [...new Set([name, label, ...Object.values(aliases).flat()])];

/** The entries by the letters of their names. @param {readonly Entry[]} all */
export function indexOf(all) {
  const own = all.flatMap((entry) => [entry.name, entry.label].map((name) => ({ name, entry })));
  // Of an argument with a number, the name selects the function: keras.activations.relu(max_value=6.0).
  const aliases = all.flatMap((entry) =>
    namesOf(entry).flatMap((name) => [name, name.replace(/=[\d.]+\)$/, '')].map((known) => ({ name: known, entry }))),
  );
  const short = aliases.map(({ name, entry }) => ({ name: withoutModules(name), entry }));
  // The first of the same letters wins: `gelu` is GELU, although `jax.nn.gelu` is another function.
  return new Map([...own, ...aliases, ...short].reverse().map(({ name, entry }) => [lettersOf(name), entry]));
}

/**
 * The entry of a name or of a call. A name with an argument comes before one without: `jax.nn.gelu(x, approximate=False)` is
 * GELU. So does a name with an argument of any value but None and 0: `keras.activations.relu(max_value=6)` is Clamped ReLU.
 * @param {Map<string, Entry>} index @param {string} text
 */
export function findIn(index, text) {
  const look = (/** @type {string} */ given) =>
    index.get(lettersOf(given)) ?? index.get(lettersOf(withoutModules(given)));
  const [name] = text.split('(', 1);
  const byArgument = text
    .slice(name.length + 1)
    .split(',')
    .flatMap((argument) => {
      const [key, value] = argument.split('=');
      const isDefault = value === undefined || /^\s*None\b/i.test(value) || Number.parseFloat(value) === 0;
      return look(`${name}(${argument}`) ?? (isDefault ? undefined : look(`${name}(${key}`)) ?? [];
    });
  // Several arguments may select several functions; the one with the most parameters can take them all.
  const most = Math.max(...byArgument.map(({ parameters }) => parameters.length));
  return look(text) ?? byArgument.find(({ parameters }) => parameters.length === most) ?? look(name);
}
