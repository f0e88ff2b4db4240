/** The example pages for authors. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { complaintsOf, eventually, inEveryEngine, seePlot } from './engines.js';
import { serve } from './site.js';

const folder = new URL('../../examples/pages/', import.meta.url);
const pages = readdirSync(folder);
assert.ok(pages.length > 0);
const vue = new URL('../../node_modules/vue/dist/vue.runtime.esm-browser.prod.js', import.meta.url);
const files = {
  ...Object.fromEntries(
    pages.map((name) => [`/examples/${name}`, { body: readFileSync(new URL(name, folder), 'utf8') }]),
  ),
  '/examples/vue.js': { body: readFileSync(vue, 'utf8') },
};
const site = await serve({ files, folder: true });

inEveryEngine(
  Object.fromEntries(
    pages.map((name) => [
      `${name}: every plot is drawn`,
      async (open) => {
        const page = await open(`${site.origin}/examples/${name}`);
        const count = await eventually(page, () => document.querySelectorAll('activation-plot').length);
        for (let i = 0; i < count; ++i) {
          const { drawn, painted, fallback, notes } = await seePlot(page, i);
          assert.deepEqual(
            { drawn, painted, fallback, notes },
            { drawn: true, painted: true, fallback: false, notes: [] },
          );
        }
        assert.deepEqual([await complaintsOf(page), page.errors()], [[], []]);
      },
    ]),
  ),
);
