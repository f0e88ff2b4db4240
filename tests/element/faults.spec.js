/** The faults of tests/faults.js that tests provoke through the network, the tab or the canvas. */
import { drawn, expect, memoryOf, paste, plotOf, test } from '../fixtures.js';

/** @typedef {import('@playwright/test').Page} Page */

const lost = {
  en: 'Part of the page could not be loaded; try again once you are online, or reload the page.',
  'zh-Hant': '網頁有一部分無法載入；連上網路後請再試一次，或重新載入頁面。',
};

/** Asserts that the console holds only the browser's own errors about the network. @param {string[]} complaints */
function expectOnlyNetwork(complaints) {
  expect(complaints.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
  complaints.length = 0;
}

/** Two ways to lose scripts that are not loaded yet: the browser is offline, or the server no longer has them. */
const ways = {
  /** @param {Page} page */
  async offline(page) {
    await page.context().setOffline(true);
    return () => page.context().setOffline(false);
  },
  /** @param {Page} page */
  async gone(page) {
    await page.route(/assets/, (route) => route.fulfill({ status: 404 }));
    return async () => {
      await page.unroute(/assets/);
      // The event on which the page tries again.
      await page.evaluate(() => dispatchEvent(new Event('online')));
    };
  },
};

for (const [way, lang] of /** @type {['offline' | 'gone', 'en' | 'zh-Hant'][]} */ ([
  ['offline', 'en'],
  ['gone', 'zh-Hant'],
]))
  test(`the network connection is lost, ${way}: what is loaded works, and the rest offers another try`, {
    tag: way === 'gone' ? '@everywhere' : [],
  }, async ({ page, site, complaints }) => {
    await page.goto(lang === 'en' ? `${site}?lang=en` : `${site}zh-Hant.html?lang=zh-Hant`);
    await drawn(page);
    const restore = await ways[way](page);
    const taken = page.locator('#export-status');
    for (const type of ['svg', 'csv', 'png'])
      await Promise.all([page.waitForEvent('download'), page.locator(`#save-${type}`).click()]);
    await page.locator('#ranges input[name=max]').fill('7');
    await drawn(page, ({ max }) => max === 7);
    await page.locator('#export').scrollIntoViewIfNeeded();
    await expect(taken).toHaveText(lost[lang]);
    await page.locator('#data summary').click();
    await expect(page.locator('#data tr').nth(300)).toBeAttached();
    const embed = page.locator('#embed');
    await taken.evaluate((element) => {
      element.textContent = '';
    });
    await embed.locator('summary').click();
    await expect(taken).toHaveText(lost[lang]);
    await page.locator('#accuracy summary').click();
    await expect(page.locator('#measured')).toHaveText(lost[lang]);
    expectOnlyNetwork(complaints);

    await restore();
    for (let i = 0; i < 2; ++i) await page.locator('#accuracy summary').click();
    await expect(page.locator('#accuracy tbody tr').first()).toBeVisible();
    await expect(page.locator('#measured')).toBeEmpty();
    for (let i = 0; i < 2; ++i) await embed.locator('summary').click();
    await expect(embed.locator('code')).toContainText('<activation-plot');
    await page.locator('#export').scrollIntoViewIfNeeded();
    await page.locator('#ranges input[name=max]').fill('8');
    await expect(page.locator('#code code')).toContainText('import numpy');
  });

test('the network connection is lost: experiments report it, and run at the next try', { tag: '@everywhere' }, async ({
  page,
  site,
  complaints,
}) => {
  for (const [file, lang] of /** @type {['lab.html' | 'lab.zh-Hant.html', 'en' | 'zh-Hant'][]} */ ([
    ['lab.html', 'en'],
    ['lab.zh-Hant.html', 'zh-Hant'],
  ])) {
    await page.goto(site + file);
    await page.context().setOffline(true);
    for (const name of ['cost', 'convergence', 'death']) {
      const lab = page.locator(`activation-lab[experiment=${name}]`);
      const start = lab.locator('.actions button').first();
      if (name === 'cost') await lab.locator('select[name=size]').selectOption('401');
      await start.click();
      await expect(lab.locator('.notes')).toContainText(lost[lang]);
      await expect(start).toHaveText(lang === 'en' ? 'Run' : '開始');
      await expect(start).toBeEnabled();
      await expect(lab.locator('progress')).toBeHidden();
    }
    expectOnlyNetwork(complaints);
    await page.context().setOffline(false);
    for (const name of ['cost', 'convergence', 'death']) {
      const lab = page.locator(`activation-lab[experiment=${name}]`);
      await lab.locator('.actions button').first().click();
      await expect(lab.locator('.conclusion')).not.toBeEmpty();
      await expect(lab.locator('.notes')).toBeEmpty();
    }
  }
});

test('the network connection is lost: the benchmark runs in the page if its Worker cannot load', {
  tag: '@everywhere',
}, async ({ page, site, complaints }) => {
  await page.route(/worker-/, (route) => route.abort());
  await page.goto(`${site}lab.html?experiment=cost&functions=relu&size=401`);
  const lab = page.locator('activation-lab').first();
  await lab.locator('.actions button').first().click();
  await expect(lab.locator('.conclusion')).toContainText('As a loop');
  expectOnlyNetwork(complaints);
});

/** Holds a page's frames, as browsers do in a tab that is hidden. @param {Page} page */
const hideable = (page) =>
  page.addInitScript(() => {
    const request = requestAnimationFrame.bind(window);
    /** @type {Map<number, FrameRequestCallback>} */
    const held = new Map();
    let isHidden = false;
    let next = -1;
    Object.defineProperty(document, 'visibilityState', { get: () => (isHidden ? 'hidden' : 'visible') });
    Object.defineProperty(document, 'hidden', { get: () => isHidden });
    window.requestAnimationFrame = (work) => {
      if (!isHidden) return request(work);
      held.set(next, work);
      return next--;
    };
    const cancel = cancelAnimationFrame.bind(window);
    window.cancelAnimationFrame = (id) => {
      held.delete(id);
      cancel(id);
    };
    Object.assign(window, {
      held,
      async hide(/** @type {boolean} */ hidden) {
        isHidden = hidden;
        if (hidden) await new Promise(request); // frames requested earlier still run
        document.dispatchEvent(new Event('visibilitychange'));
        if (!hidden) for (const work of held.values()) request(work);
        if (!hidden) held.clear();
      },
    });
  });

test('the tab is hidden: training pauses, no frames pile up, and the result is the same', {
  tag: '@everywhere',
}, async ({ page, site }) => {
  await hideable(page);
  await page.goto(`${site}lab.html?experiment=cost&functions=relu&size=401`);
  const hide = (/** @type {boolean} */ hidden) => page.evaluate((is) => /** @type {any} */ (window).hide(is), hidden);
  for (const name of ['convergence', 'death']) {
    const lab = page.locator(`activation-lab[experiment=${name}]`);
    const start = lab.locator('.actions button').first();
    const result = async () => [
      await lab.locator('.conclusion').innerText(),
      await lab.locator('figcaption, td').allInnerTexts(),
    ];
    await start.click();
    await expect(lab.locator('.conclusion')).not.toBeEmpty();
    const wanted = await result();
    await start.click();
    await expect.poll(() => lab.locator('.time input').inputValue().then(Number)).toBeGreaterThan(2);
    await hide(true);
    const count = () => page.evaluate(() => /** @type {any} */ (window).held.size);
    const at = await lab.locator('.time input').inputValue();
    const held = await count();
    // As long as many frames.
    await page.waitForTimeout(500);
    await expect(lab.locator('.time input')).toHaveValue(at);
    expect(await count()).toBe(held);
    await hide(false);
    await expect(lab.locator('.conclusion')).not.toBeEmpty();
    expect(await result()).toEqual(wanted);
  }
  // Measuring needs no frames.
  await hide(true);
  const cost = page.locator('activation-lab[experiment=cost]');
  await cost.locator('.actions button').first().dispatchEvent('click');
  await expect(cost.locator('.conclusion')).not.toBeEmpty();
});

test('the tab is hidden: a plot draws once when it is shown', async ({ page, site }) => {
  await hideable(page);
  await page.goto(site);
  await drawn(page);
  const [held, during, after] = await plotOf(page).evaluate(async (plot) => {
    const view = /** @type {any} */ (window);
    let draws = 0;
    plot.addEventListener('plotdraw', () => ++draws);
    await new Promise(requestAnimationFrame);
    draws = 0;
    view.hide(true);
    for (let i = 1; i <= 1000; ++i) {
      plot.setAttribute('max', String(i));
      if (i % 100 === 0) await new Promise((resolve) => setTimeout(resolve));
    }
    const seen = [view.held.size, draws];
    view.hide(false);
    await new Promise((resolve) => plot.addEventListener('plotdraw', resolve, { once: true }));
    await new Promise(requestAnimationFrame);
    return [...seen, draws];
  });
  expect([held, during, after]).toEqual([1, 0, 1]);
});

test('the canvas loses its content, or is too large: plots and experiments are redrawn', {
  tag: '@everywhere',
}, async ({ page, site }) => {
  await page.goto(`${site}lab.html`);
  const lab = page.locator('activation-lab[experiment=convergence]');
  await lab.locator('.actions button').first().click();
  await expect(lab.locator('.conclusion')).not.toBeEmpty();
  /** @param {import('@playwright/test').Locator} element */
  const loseAll = (element) =>
    element.evaluate(async (node) => {
      const canvases = [.../** @type {ShadowRoot} */ (node.shadowRoot).querySelectorAll('canvas')];
      const pictures = () => canvases.map((canvas) => canvas.toDataURL());
      const [before] = [pictures()];
      for (const canvas of canvases) {
        canvas.dispatchEvent(new Event('contextlost', { cancelable: true }));
        canvas.getContext('2d')?.reset();
      }
      const blank = pictures();
      for (const canvas of canvases) canvas.dispatchEvent(new Event('contextrestored'));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return { before, blank, after: pictures() };
    });
  for (const element of [lab, plotOf(page)]) {
    if (element !== lab) {
      await page.goto(site);
      await drawn(page);
    }
    const { before, blank, after } = await loseAll(element);
    for (const [i, picture] of blank.entries()) expect(picture).not.toBe(before[i]);
    expect(after).toEqual(before);
  }
  // A plot that was removed in the meantime stays removed.
  await plotOf(page).evaluate((plot) => {
    const canvas = plot.shadowRoot?.querySelector('canvas');
    plot.remove();
    canvas?.dispatchEvent(new Event('contextrestored'));
  });

  const script = `<script type="module" src="${site}activation-plot.js"></script>`;
  await paste(page, site, `${script}<activation-plot style="width: 90000px"></activation-plot>`);
  await drawn(page);
  const wide = await plotOf(page).evaluate((plot) => {
    const canvas = /** @type {HTMLCanvasElement} */ (plot.shadowRoot?.querySelector('canvas'));
    const { data } = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')).getImageData(
      0,
      0,
      canvas.width,
      canvas.height,
    );
    return { width: canvas.width / devicePixelRatio, isPainted: data.some((byte) => byte > 0) };
  });
  expect(wide.width).toBeLessThanOrEqual(4096);
  expect(wide.isPainted).toBe(true);
});

for (const [file, told] of [
  [
    '',
    'relu-leakyRelu=0.07_-20-to-20.png could not be created: The browser could not provide a canvas; reload the page to try again.',
  ],
  [
    'zh-Hant.html?lang=zh-Hant',
    '無法產生 relu-leakyRelu=0.07_-20-to-20.png：瀏覽器無法提供畫布，請重新載入頁面再試一次。',
  ],
])
  test(`the browser provides no canvas: no PNG either, ${file || 'index.html'}`, async ({ page, site }) => {
    await page.goto(site + file);
    await drawn(page);
    for (const broken of ['toBlob', 'getContext']) {
      await page.evaluate((name) => {
        const { prototype } = HTMLCanvasElement;
        /** @type {any} */ (prototype)[name] =
          name === 'toBlob' ? (/** @type {BlobCallback} */ give) => give(null) : () => null;
      }, broken);
      await page.locator('#save-png').click();
      await expect(page.locator('#export-status')).toHaveText(told);
      await page.locator('#save-svg').click();
      await expect(page.locator('#export-status')).toContainText('svg');
    }
  });

test('attributes change or messages arrive thousands of times a second: at most one drawing per frame', {
  tag: '@everywhere',
}, async ({ page, site }) => {
  await page.goto(`${site}lab.html`);
  /** Changes an attribute 10,000 times, in chunks. Returns how often the element drew, and in how many frames. */
  const flood = (/** @type {string} */ selector, /** @type {string} */ key, /** @type {number} */ piece) =>
    page.locator(selector).evaluate(
      async (element, [name, size]) => {
        const root = /** @type {ShadowRoot} */ (element.shadowRoot);
        let made = 0;
        let frames = 0;
        element.addEventListener('plotdraw', () => ++made);
        const controls = element.localName === 'activation-lab' && root.querySelector('.controls');
        const record = new MutationObserver(({ length }) => (made += length));
        if (controls) record.observe(controls, { childList: true });
        const count = () => {
          ++frames;
          if (frames > 0) requestAnimationFrame(count);
        };
        requestAnimationFrame(count);
        for (let i = 1; i <= 10_000; ++i) {
          element.setAttribute(/** @type {string} */ (name), String(i % 900));
          if (i % /** @type {number} */ (size) === 0) await new Promise((resolve) => setTimeout(resolve));
        }
        for (let i = 0; i < 3; ++i) await new Promise(requestAnimationFrame);
        const result = { made, frames };
        frames = Number.NEGATIVE_INFINITY;
        return result;
      },
      /** @type {[string, number]} */ ([key, piece]),
    );
  const lab = 'activation-lab[experiment=death]';
  await expect(page.locator(`${lab} .actions button`).first()).toBeVisible();
  expect((await flood(lab, 'seed', 10_000)).made).toBe(1);
  const ofLab = await flood(lab, 'seed', 20);
  expect(ofLab.made).toBeLessThanOrEqual(ofLab.frames);
  await expect(page.locator(`${lab} input[name=seed]`)).toHaveValue('100');
  const script = `<script type="module" src="${site}activation-plot.js"></script>`;
  await paste(page, site, `${script}<activation-plot></activation-plot>`);
  await drawn(page);
  const memory = await memoryOf(page);
  const repeat = async () => {
    expect((await flood('activation-plot', 'max', 10_000)).made).toBe(1);
    const { made, frames } = await flood('activation-plot', 'max', 20);
    expect(made).toBeLessThanOrEqual(frames);
    await drawn(page, ({ max }) => max === 100);
    return (await memory()).heap;
  };
  // The first flood makes the engine compile more code, and that enlarges the heap too.
  const before = await repeat();
  expect(await repeat()).toBeLessThan(1.2 * before);
});

// Each takes something from the page, and `mend` gives it back.
const broken = {
  'no canvas': `
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = () => null;
    window.mend = () => { HTMLCanvasElement.prototype.getContext = getContext; };`,
  'no memory for the kernels': `
    const { Instance } = WebAssembly;
    WebAssembly.Instance = function () { throw new RangeError('Out of memory'); };
    window.mend = () => { WebAssembly.Instance = Instance; };`,
  'no memory for the samples': `
    const { from } = Float32Array;
    Float32Array.from = () => { throw new RangeError('Array buffer allocation failed'); };
    window.mend = () => { Float32Array.from = from; };`,
};

for (const [name, script] of Object.entries(broken))
  test(`a drawing that failed is tried again at another size: ${name}`, async ({ page, site, complaints }) => {
    await page.addInitScript(script);
    await page.addInitScript(() => {
      Object.assign(window, { failures: 0 });
      addEventListener('ploterror', () => ++/** @type {any} */ (window).failures);
    });
    const failures = () => page.evaluate(() => /** @type {any} */ (window).failures);
    const tag = '<activation-plot functions="relu">fallback</activation-plot>';
    const module = `<script type="module" src="${site}activation-plot.js"></script>`;
    await paste(page, site, `${module}<div data-room style="width: 400px">${tag}</div>`);
    const [fallback, notes] = ['.fallback', '.notes p'].map((part) => plotOf(page).locator(part));
    await expect(notes).toHaveCount(1);
    await expect(fallback).toBeVisible();
    const widen = (/** @type {number} */ width) =>
      page.locator('[data-room]').evaluate((box, pixels) => {
        box.style.width = `${pixels}px`;
      }, width);
    const before = await failures();
    await widen(500);
    await expect.poll(failures).toBeGreaterThan(before);
    await expect(fallback).toBeVisible();
    await page.evaluate(() => /** @type {any} */ (window).mend());
    await expect(fallback).toBeVisible(); // nothing has changed yet
    await widen(600);
    await drawn(page);
    await expect(fallback).toBeHidden();
    await expect(notes).toHaveCount(0);
    // The samples fail with an error without a code, which is logged for developers.
    expect(complaints.every((text) => text.includes('allocation failed'))).toBe(true);
    complaints.length = 0;
  });
