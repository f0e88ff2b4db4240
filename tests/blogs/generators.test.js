/** Posts made with static generators, each with the code that the page's builder makes, as readers see them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { parseHTML } from 'linkedom';
import { serve } from '../projects/serve.js';
import { assertShown, programs, query, site } from './blog.js';
import { build } from './build.js';
import { generators } from './systems.js';

/** The forms with a script, those with a link only; all others have a frame. */
const [tags, links] = [['HTML', 'VitePress', 'import'], ['Markdown']];

/** Whether a system is not among npm's packages, and set-up did not unpack it either. @param {string} system */
const isMissing = (system) => /^(Hugo|Jekyll|MkDocs)/.test(system) && !programs && !process.env.CI;

for (const [system, { forms }] of Object.entries(generators))
  describe(system, { skip: isMissing(system) && `${system} is missing` }, () => {
    /** @type {Awaited<ReturnType<typeof build>>} */
    let blog;
    /** @type {Awaited<ReturnType<typeof serve>>} */
    let server;
    before(async () => {
      blog = await build(system, forms);
      server = await serve(blog.built);
    });
    after(() => server?.close());
    for (const form of forms) {
      for (const width of [1000, 375])
        test(`${form} on ${width} pixels`, async () => {
          const kind = tags.includes(form) ? 'tag' : links.includes(form) ? 'link' : 'frame';
          await assertShown(server.address + blog.path(form), width, kind);
        });
      if (form !== 'MDX / JSX')
        test(`${form} without scripts leaves a link to the plot`, () => {
          const file = join(blog.built, blog.path(form).replace(/\/$/, '/index.html'));
          const { document } = parseHTML(readFileSync(file, 'utf8'));
          const addresses = [...document.querySelectorAll('a')].map((link) => decodeURIComponent(link.href));
          assert.ok(addresses.includes(`${site}?${query}`), String(addresses));
        });
    }
  });
