/** Without WebAssembly, its SIMD or the script, readers see what the author wrote in the element, and why. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { complaintsOf, eventually, inEveryEngine, seePlot } from './engines.js';
import { html, serve } from './site.js';

const withoutSimd = '<script src="/old.js"></script>';
const embed = readFileSync(new URL('../../site/embed.html', import.meta.url), 'utf8');
const site = await serve({
  folder: true,
  files: {
    '/old.js': { body: 'WebAssembly.validate = () => false;' },
    '/old-embed.html': { body: embed.replace('<meta charset="utf-8">', `$&${withoutSimd}`) },
    '/picture.svg': {
      type: 'image/svg+xml',
      body: '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><path d="M0 60h45L90 0"/></svg>',
    },
  },
});

/** @param {string} script @param {{ lang?: string, head?: string }} [more] */
function pageWith(script, { lang = 'en', head = '' } = {}) {
  const plot =
    '<activation-plot functions="relu"><img src="/picture.svg" alt="ReLU">ReLU has a corner.</activation-plot>';
  return html(plot, { lang, head: `${head}<script type="module" src="${script}"></script>` });
}

/** Whether the author's picture and words are to be seen. @param {import('./engines.js').Place} place */
const showsFallback = (place) =>
  eventually(place, () => {
    const plot = /** @type {Element} */ (document.querySelector('activation-plot'));
    const image = /** @type {HTMLImageElement} */ (plot.querySelector('img'));
    const words = document.createRange();
    words.selectNodeContents(/** @type {Node} */ (plot.lastChild));
    const isOnScreen = (/** @type {DOMRect} */ { top, bottom, width, height }) =>
      top >= 0 && bottom <= innerHeight && width > 0 && height > 0;
    return (
      [image, words].every((part) => isOnScreen(part.getBoundingClientRect())) &&
      image.checkVisibility() &&
      image.naturalWidth === 90
    );
  });

/** @param {import('./engines.js').Place} place @param {RegExp} sentence */
async function assertTold(place, sentence) {
  const { drawn, fallback, notes, events } = await seePlot(place);
  assert.deepEqual({ drawn, fallback, count: notes.length }, { drawn: false, fallback: true, count: 1 });
  assert.match(notes[0], sentence);
  assert.equal(events.at(-1).type, 'error');
  assert.equal(events.at(-1).detail.notes[0].code, 'notComputed');
}

inEveryEngine({
  'no SIMD': async (open) => {
    for (const [lang, sentence] of /** @type {[string, RegExp][]} */ ([
      ['en', /this engine lacks WebAssembly SIMD; .*Safari 16\.4.* have it$/],
      ['zh-Hant', /^無法計算函數值：.*SIMD/],
    ])) {
      site.files['/page.html'] = { body: pageWith('/activation-plot.js', { lang, head: withoutSimd }) };
      const page = await open(`${site.origin}/page.html`);
      await assertTold(page, sentence);
      await showsFallback(page);
      assert.deepEqual([await complaintsOf(page), page.errors()], [[], []]);
    }
  },

  'no SIMD in a frame': async (open) => {
    const page = await open(`${site.origin}/old-embed.html?functions=elu&lang=en`);
    await assertTold(page, /this engine lacks WebAssembly SIMD/);
    const shown = await page.evaluate(() =>
      /** @type {HTMLElement} */ (document.querySelector('activation-plot p')).checkVisibility(),
    );
    assert.ok(shown);
    const link = await page.evaluate(() => /** @type {HTMLAnchorElement} */ (document.querySelector('#open')).href);
    assert.equal(link, `${site.origin}/?functions=elu&lang=en`);
  },

  'a policy without WebAssembly': async (open) => {
    const policy = "default-src 'none'; script-src 'self'; img-src 'self' data:";
    site.files['/page.html'] = { body: pageWith('/activation-plot.js'), policy };
    const page = await open(`${site.origin}/page.html`);
    await assertTold(page, /must allow 'wasm-unsafe-eval' in script-src/);
    await showsFallback(page);
  },

  'no script': async (open) => {
    site.files['/page.html'] = { body: pageWith('/nowhere.js') };
    const page = await open(`${site.origin}/page.html`);
    await showsFallback(page);
    assert.deepEqual(await complaintsOf(page), [`error: ${site.origin}/nowhere.js`]);
  },
});
