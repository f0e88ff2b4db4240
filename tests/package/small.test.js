/** The element's kernels, compiled for size, have the bits of the package's kernels, compiled for speed; its catalogue is shorter. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { catalogue, find } from 'activation-kernels';
import { smallCatalogue } from '../../tools/vite.config.js';
import { findIn, indexOf, namesOf } from '../../web/package/aliases.js';
import { everyExponent } from '../runtimes/digest.js';

/** @param {string} folder @returns {Promise<import('../../build/kernels/kernels.js').Kernels>} */
async function moduleIn(folder) {
  const { default: instantiate } = await import(new URL('kernels.js', folder).href);
  const code = new WebAssembly.Module(readFileSync(new URL('kernels.wasm', folder)));
  return instantiate({
    instantiateWasm: (/** @type {any} */ imports, /** @type {any} */ receive) =>
      receive(new WebAssembly.Instance(code, imports)),
  });
}
const folder = new URL('../../build/kernels/', import.meta.url);
const modules = [await moduleIn(folder.href), await moduleIn(new URL('small/', folder).href)];
const inputs = everyExponent();

catalogue.forEach(({ name, kind, calls, parameters, activated }, index) => {
  // The small module has no backward passes of rows.
  const forms = /** @type {('value' | Exclude<(typeof calls)[number], 'sinkBackward'>)[]} */ ([
    'value',
    ...calls,
  ]).filter((form) => kind === 'elementwise' || form === 'value');
  for (const form of forms)
    test(`the ${form} of ${name} has the same bits from both modules`, () => {
      const [fast, small] = modules.map((module) => {
        const of = catalogue.findIndex((entry) => entry.name === activated);
        module.parameters().set((catalogue[of]?.parameters ?? parameters).map((p) => p.default));
        module.gradient().set(inputs.toReversed());
        // One NaN makes a whole row NaN.
        module.x().set(kind === 'elementwise' ? inputs : inputs.map((x) => (Math.abs(x) < 100 ? x : 1)));
        const columns = kind === 'elementwise' ? inputs.length : 16;
        const rows = inputs.length / columns;
        if (kind === 'gated') module.gated(of, 0, Infinity, 0, rows, columns);
        else module[form](index, rows, columns);
        return [...module.x()];
      });
      assert.ok(fast.some((y, i) => y !== inputs[i]) || name === 'identity');
      assert.deepEqual(small, fast);
    });
});

test('the catalogue of scripts finds the same functions', () => {
  /** @type {any[]} */
  const small = smallCatalogue(/** @type {any} */ (catalogue));
  const index = indexOf(small);
  for (const name of catalogue.flatMap(namesOf))
    for (const given of [
      name,
      name.toUpperCase(),
      `x.${name}`,
      `${name}(x)`,
      name.replace(/^.*\.(?=.*\()|^[^(]*\./, ''),
    ])
      assert.equal(findIn(index, given)?.name, find(given)?.name, given);
  assert.ok(small.flatMap(namesOf).length < 0.5 * catalogue.flatMap(namesOf).length);
});
