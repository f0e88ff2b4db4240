/** The faults of tests/faults.js in every engine: errors are caught, readers see the reason, and the rest of the page works. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { scripted } from '../faults.js';
import { complaintsOf, eventually, inEveryEngine, seePlot } from './engines.js';
import { html, serve } from './site.js';

/** @typedef {import('./engines.js').Open} Open */
/** @typedef {import('./engines.js').Page} Page */

const site = await serve({
  folder: true,
  files: {
    '/picture.svg': {
      type: 'image/svg+xml',
      body: '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><path d="M0 60h45L90 0"/></svg>',
    },
  },
});
const pages = Object.fromEntries(
  ['embed.html', 'lab-embed.html', 'index.html', 'zh-Hant.html', 'lab.html'].map((name) => [
    `/${name}`,
    readFileSync(new URL(`../../site/${name}`, import.meta.url), 'utf8'),
  ]),
);

const tag = '<activation-plot functions="relu"><img src="/picture.svg" alt="ReLU">ReLU has a kink.</activation-plot>';
const tagPage = (/** @type {string} */ lang, script = '/activation-plot.js') =>
  html(tag, { lang, head: `<script type="module" src="${script}"></script>` });

/** Serves all pages with the fault. @param {Partial<import('../faults.js').Fault>} fault */
function provoke({ script = '', policy, ends = '' }) {
  site.files['/fault.js'] = {
    // A service worker would answer with pages that have no fault.
    body: `delete Navigator.prototype.serviceWorker; globalThis.Worker = undefined; ${script}; addEventListener('ends', () => { ${ends}; });`,
  };
  const files = { ...pages, '/en.html': tagPage('en'), '/zh.html': tagPage('zh-Hant') };
  for (const [path, text] of Object.entries(files)) {
    // Runs before all other scripts, and the page's own policy allows it.
    const body = text.replace('<meta charset="utf-8">', '$&<script nonce="embed" src="/fault.js"></script>');
    site.files[path] = { body, ...(policy && { policy }) };
  }
}

/** Whether the author's picture and words are visible. @param {Page} page */
const showsFallback = (page) =>
  eventually(page, () => {
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

/** No complaints, except for what a policy forbids. @param {Page} page */
async function assertQuiet(page) {
  const complaints = await complaintsOf(page);
  assert.deepEqual(
    complaints.filter((text) => !/^(script-src|style-src|trusted-types)/.test(text)),
    [],
  );
}

/** Presses an experiment's button. @param {Page} page */
const start = (page) =>
  eventually(page, () => {
    const button = document.querySelector('activation-lab')?.shadowRoot?.querySelector('.actions button');
    /** @type {HTMLButtonElement | null | undefined} */ (button)?.click();
    return button !== null && button !== undefined;
  });

/** Runs an experiment until it shows a conclusion or notes. @param {Page} page */
async function run(page) {
  await start(page);
  return eventually(
    page,
    () => {
      const root = /** @type {ShadowRoot} */ (document.querySelector('activation-lab')?.shadowRoot);
      const text = (/** @type {string} */ selector) => root.querySelector(selector)?.textContent ?? '';
      const [start, stop] = /** @type {NodeListOf<HTMLButtonElement>} */ (root.querySelectorAll('.actions button'));
      return {
        ...{ conclusion: text('.conclusion'), notes: text('.notes'), start: [start.textContent, start.disabled] },
        ...{ stop: stop.disabled, progress: root.querySelector('progress')?.hidden },
        pictures: root.querySelector('.picture')?.childElementCount,
      };
    },
    [],
    ({ conclusion, notes }) => Boolean(conclusion || notes),
  );
}

/** @type {Record<string, (open: Open, engine: string) => Promise<void>>} */
const tests = {};
/** The page and the experiments under faults that stop nothing. @type {typeof tests} */
const harmless = {};
for (const [name, fault] of Object.entries(scripted)) {
  const { stops = [], told, ends } = fault;
  const stopsPlot = stops.includes('plot');
  const more = stops.length > 0 ? tests : harmless;

  /** @param {Page} page @param {'en' | 'zh-Hant'} lang */
  const assertPlot = async (page, lang) => {
    const { drawn, painted, fallback, notes, events } = await seePlot(page);
    assert.deepEqual(
      { drawn, painted, fallback, count: notes.length, last: events.at(-1).type },
      stopsPlot
        ? { drawn: false, painted: false, fallback: true, count: 1, last: 'error' }
        : { drawn: true, painted: true, fallback: false, count: 0, last: 'draw' },
    );
    if (stopsPlot && told) assert.match(notes[0], told[lang]);
  };

  tests[`${name}: the tag`] = async (open) => {
    provoke(fault);
    for (const lang of /** @type {const} */ (['en', 'zh-Hant'])) {
      const page = await open(`${site.origin}/${lang === 'en' ? 'en' : 'zh'}.html`);
      await assertPlot(page, lang);
      if (stopsPlot) await showsFallback(page);
      if (ends && stopsPlot) {
        await page.evaluate(() => dispatchEvent(new Event('ends')));
        await page.evaluate(() => document.querySelector('activation-plot')?.setAttribute('max', '7'));
        await eventually(page, () => /** @type {any} */ (window).events.at(-1).type === 'draw');
        const { painted, fallback, notes } = await seePlot(page);
        assert.deepEqual({ painted, fallback, notes }, { painted: true, fallback: false, notes: [] });
      }
      await assertQuiet(page);
    }
  };

  tests[`${name}: the frame`] = async (open) => {
    provoke(fault);
    const page = await open(`${site.origin}/embed.html?functions=elu&lang=en`);
    await assertPlot(page, 'en');
    const { href, shown } = await page.evaluate(() => ({
      href: /** @type {HTMLAnchorElement} */ (document.querySelector('#open')).href,
      shown: document.querySelector('activation-plot p')?.getBoundingClientRect().height !== 0,
    }));
    assert.equal(href, `${site.origin}/?functions=elu&lang=en`);
    assert.equal(shown, stopsPlot);
    await assertQuiet(page);
  };

  more[`${name}: the page`] = async (open) => {
    provoke(fault);
    const page = await open(`${site.origin}/zh-Hant.html?lang=zh-Hant`);
    await assertPlot(page, 'zh-Hant');
    const read = await page.evaluate(() => {
      const isShown = (/** @type {string} */ selector) => {
        const element = /** @type {Element} */ (document.querySelector(selector));
        const { width, height } = element.getBoundingClientRect();
        return element.checkVisibility() && width > 0 && height > 0;
      };
      return ['#plot > svg', '#explorer', '#gallery svg'].map(isShown);
    });
    assert.deepEqual(read, [stopsPlot, true, true]);
    const file = 'relu-leakyRelu=0.07_-20-to-20';
    await eventually(page, () => document.querySelector('#export button:enabled') !== null);
    // Every export.
    for (const [id, type] of [
      ['save-svg', 'svg'],
      ['save-csv', 'csv'],
      ['save-png', 'png'],
    ]) {
      await page.evaluate((button) => {
        /** @type {HTMLElement} */ (document.getElementById('export-status')).textContent = '';
        document.getElementById(button)?.click();
      }, id);
      const said = await eventually(page, () => document.getElementById('export-status')?.textContent);
      const fails = stops.includes('death') && !(name === 'the browser provides no canvas' && type !== 'png');
      if (fails && told) assert.match(said.replace(`無法產生 ${file}.${type}：`, ''), told['zh-Hant']);
      else assert.equal(said, `已儲存 ${file}.${type}。`);
    }
    const code = await eventually(page, () => {
      document.getElementById('export')?.scrollIntoView();
      return document.querySelector('#code code')?.textContent;
    });
    assert.match(code, /import numpy/);
    await page.evaluate(() => {
      /** @type {HTMLElement} */ (document.getElementById('export-status')).textContent = '';
      /** @type {HTMLDetailsElement} */ (document.getElementById('data')).open = true;
    });
    const seen = await eventually(page, () =>
      document.querySelectorAll('#data tr').length > 1 ? 'rows' : document.getElementById('export-status')?.textContent,
    );
    if (stopsPlot && told && name !== 'the browser provides no canvas') assert.match(seen, told['zh-Hant']);
    else assert.equal(seen, 'rows');
    await assertQuiet(page);
  };

  const words = { cost: 'experiment=cost&functions=relu&size=401', death: 'experiment=death&functions=relu' };
  for (const part of /** @type {const} */ (['cost', 'death'])) {
    if (part === 'cost' && !stops.includes('cost')) continue;
    more[`${name}: the experiment ${part}`] = async (open) => {
      provoke(fault);
      for (const lang of /** @type {('en' | 'zh-Hant')[]} */ (stops.includes(part) ? ['en', 'zh-Hant'] : ['en'])) {
        const page = await open(`${site.origin}/lab-embed.html?${words[part]}&lang=${lang}`);
        const { conclusion, notes, ...rest } = await run(page);
        const idle = {
          ...{ start: [lang === 'en' ? 'Run' : '開始', false], stop: true, progress: true },
          pictures: stops.includes(part) ? 0 : 1,
        };
        assert.deepEqual(rest, idle);
        if (stops.includes(part) && told) {
          assert.equal(conclusion, '');
          assert.match(notes, told[lang]);
          assert.ok(notes.startsWith(lang === 'en' ? 'The experiment could not run: ' : '實驗無法進行：'), notes);
          if (ends) {
            await page.evaluate(() => dispatchEvent(new Event('ends')));
            await start(page);
            // Progress is enough: a benchmark takes long on a busy machine.
            const again = () => {
              const root = document.querySelector('activation-lab')?.shadowRoot;
              return [root?.querySelector('progress')?.value !== 0, root?.querySelector('.notes')?.textContent];
            };
            assert.deepEqual(await eventually(page, again, [], ([moves, told]) => moves || told), [true, '']);
          }
        } else assert.equal(notes, '');
        await assertQuiet(page);
      }
    };
  }
}

const blog = await serve({
  files: { '/blog.js': { body: "window.heard = 0; addEventListener('message', () => ++heard);" } },
});

inEveryEngine(
  {
    'a flood of messages': async (open) => {
      provoke({});
      for (const [path, count] of /** @type {[string, number][]} */ ([
        ['embed.html?functions=elu', 100_000],
        ['lab-embed.html?experiment=death', 5000],
      ])) {
        const frame = `<iframe width="600" height="500" src="${site.origin}/${path}#?secret=k"></iframe>`;
        blog.files['/post.html'] = { body: html(frame, { head: '<script src="/blog.js"></script>' }) };
        const page = await open(`${blog.origin}/post.html`);
        await eventually(
          page.frame(0),
          () => document.querySelector(':defined[functions], :defined[experiment]') !== null,
        );
        if (path.startsWith('embed')) await seePlot(page.frame(0));
        await eventually(page, () => /** @type {any} */ (window).heard > 0);
        const draws = () => /** @type {any} */ (window).events.length;
        const [drawn, heard] = [
          await page.frame(0).evaluate(draws),
          await page.evaluate(() => Reflect.get(window, 'heard')),
        ];
        const started = Date.now();
        await page.evaluate(async (times) => {
          const { contentWindow } = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
          const right = { message: 'ready', secret: 'k' };
          const kinds = [
            'ready',
            { message: 'ready', secret: 'wrong' },
            { message: 'height', value: 1e9, secret: 'k' },
            right,
          ];
          for (let i = 0; i < times; ++i) {
            for (const message of kinds) contentWindow?.postMessage(message, '*');
            if (i % 1000 === 0) contentWindow?.postMessage({ ...right, more: 'x'.repeat(1e6) }, '*');
            if (i % 1000 === 0) await new Promise((resolve) => setTimeout(resolve));
          }
        }, count);
        // The frame still draws during the flood, and it answers the last message.
        await page.frame(0).evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
        const all = await eventually(
          page,
          () =>
            new Promise((resolve) => {
              const before = Reflect.get(window, 'heard');
              setTimeout(() => resolve(Reflect.get(window, 'heard') === before && before), 500);
            }),
        );
        const max = 2 * ((Date.now() - started) / 15 + 2);
        assert.ok(all > heard && all - heard <= max, `${all - heard} answers, at most ${max}`);
        assert.equal(await page.frame(0).evaluate(draws), drawn);
        assert.deepEqual([await complaintsOf(page), await complaintsOf(page.frame(0)), page.errors()], [[], [], []]);
      }
    },

    'a script cannot be loaded': async (open) => {
      provoke({});
      site.files['/en.html'] = { body: tagPage('en', '/nowhere.js') };
      const page = await open(`${site.origin}/en.html`);
      await showsFallback(page);
      assert.deepEqual(await complaintsOf(page), [`error: ${site.origin}/nowhere.js`]);
      for (const path of Object.keys(pages)) {
        site.files[path] = { body: pages[path].replaceAll(/(?<=<script[^>]*) src="[^"]*"/g, ' src="/nowhere.js"') };
        const other = await open(`${site.origin}${path}`);
        const seen = await other.evaluate(() => {
          const shown = document.querySelectorAll('activation-plot, activation-lab, #plot'); // embed.html has no element yet
          return Array.from(shown, (element) => element.textContent?.trim().length !== 0 && element.checkVisibility());
        });
        assert.ok(seen.length > 0 && seen.every(Boolean), path);
      }
    },
    ...tests,
  },
  harmless,
);
