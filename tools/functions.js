/** Every function of the catalogue with its facts, from its C++ header, and its text, from web/page/functions/. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** @typedef {import('../web/package/catalogue.js').Entry} Entry */
/** @typedef {import('../web/page/types.js').FunctionText} FunctionText */
/** @typedef {import('../web/package/catalogue.js').Framework} Framework */
/**
 * Of facts.json, as cpp/activation.h describes it.
 * @typedef {object} Facts
 * @property {string} name
 * @property {string} range
 * @property {string} smoothness
 * @property {string} monotonicity
 * @property {Record<Framework, { name: string, defaults: string, differs: boolean }[]>} frameworks
 * @property {Record<'here' | 'torch' | 'keras' | 'jax' | 'tfjs', string>} kinks
 */
/** @typedef {Facts & FunctionText & { view: { min: number, max: number }, parameters: Record<string, import('../web/page/types.js').Text> }} Reference */

/** @param {string} name of a file that the build made */
const json = async (name) => JSON.parse(await readFile(new URL(`../build/kernels/${name}`, import.meta.url), 'utf8'));

/** @param {Entry} entry */
async function textOf({ name, parameters }) {
  const path = `web/page/functions/${name}.js`;
  const file = new URL(`../${path}`, import.meta.url);
  if (!existsSync(file)) throw new Error(`${path} is missing: it holds what the page says about ${name}.`);
  /** @type {FunctionText} */
  const text = (await import(/* @vite-ignore */ file.href)).default;
  for (const parameter of parameters)
    if (!text.parameters?.[parameter.name]) throw new Error(`${path} lacks the meaning of ${parameter.name}.`);
  return { parameters: {}, ...text };
}

/** In the order of the catalogue. @returns {Promise<Reference[]>} */
export async function readReferences() {
  /** @type {[Entry[], Facts[]]} */
  const [catalogue, facts] = await Promise.all([json('catalogue.json'), json('facts.json')]);
  const noView = { min: 0, max: 0 };
  return Promise.all(
    catalogue.map(async (entry, i) => ({ view: entry.view ?? noView, ...facts[i], ...(await textOf(entry)) })),
  );
}
