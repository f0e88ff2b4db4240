/** The example pages for authors. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { complaintsOf, eventually, inEveryEngine, seePlot } from './engines.js';
import { serve } from './site.js';

const site = await serve({ folder: true });

const pages = readdirSync(new URL('../../site/examples', import.meta.url)).filter((name) => name.endsWith('.html'));
assert.ok(pages.length > 0);

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
