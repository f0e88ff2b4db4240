/** The element's single file on a host page with a strict policy. */
import { readFileSync } from 'node:fs';
import { colors } from '../../web/element/colors.js';
import { drawn, expect, plotOf, shows, test } from '../fixtures.js';

const module = readFileSync('dist/activation-plot.js', 'utf8');
const strict = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";

/** Serves a stranger's page beside the site. @param {import('@playwright/test').Page} page @param {string} site */
async function visit(page, site, /** @type {string} */ body, policy = strict) {
  const html = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>A blog</title>${body}`;
  const headers = { 'Content-Security-Policy': `${policy}; img-src data:` };
  await page.route(`${site}blog.html`, (route) => route.fulfill({ contentType: 'text/html', headers, body: html }));
  await page.route(`${site}plot.js*`, (route) => route.fulfill({ contentType: 'text/javascript', body: module }));
  await page.goto(`${site}blog.html`);
}

const script = '<script type="module" src="plot.js"></script>';

test('one tag draws a plot under a strict policy', { tag: '@phone' }, async ({ page, site }) => {
  await visit(page, site, `${script}<activation-plot functions="leakyRelu(negativeSlope=0.5)" min="-4" max="4">`);
  const plot = await drawn(page);
  expect(
    await shows(page, plot, 'color-1', [
      [-3, -1.5],
      [-1, -0.5],
      [2, 2],
    ]),
  ).toEqual([true, true, true]);
});

test('an ordinary script can import the element', async ({ page, site }) => {
  await page.route(`${site}ordinary.js`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: "import('./plot.js')" }),
  );
  await visit(page, site, '<script src="ordinary.js"></script><activation-plot></activation-plot>');
  await drawn(page);
});

test('properties set attributes, before the element is defined and after', async ({ page, site }) => {
  await visit(page, site, '<activation-plot id="plot" functions="relu"></activation-plot>');
  await page.evaluate(() => Object.assign(document.querySelector('#plot') ?? {}, { min: -2, derivative: true }));
  await page.addScriptTag({ url: `${site}plot.js`, type: 'module' });
  await drawn(page, ({ min, derivative }) => min === -2 && derivative);
  await page.evaluate(() => Object.assign(document.querySelector('#plot') ?? {}, { max: '3', derivative: false }));
  await drawn(page, ({ max, derivative }) => max === 3 && !derivative);
  expect(await page.locator('#plot').evaluate((plot) => plot.getAttributeNames())).toEqual([
    'id',
    'functions',
    'min',
    'max',
  ]);
});

test('properties that were set before the element is defined keep their order', async ({ page, site }) => {
  const words = { derivative: true, theme: 'dark', min: -3 };
  const plot = { functions: [{ name: 'tanh' }], max: 4 };
  await visit(
    page,
    site,
    '<activation-plot id="first"></activation-plot><activation-plot id="last"></activation-plot>',
  );
  await page.evaluate(
    ([words, plot]) => {
      Object.assign(document.querySelector('#first') ?? {}, { plot }, words);
      Object.assign(document.querySelector('#last') ?? {}, words, { plot });
    },
    [words, plot],
  );
  await page.addScriptTag({ url: `${site}plot.js`, type: 'module' });
  const read = (/** @type {string} */ id) =>
    page.locator(id).evaluate((/** @type {any} */ { plot }) => [plot.min, plot.max, plot.derivative, plot.theme]);
  expect(await read('#first')).toEqual([-3, 4, true, 'dark']);
  expect(await read('#last')).toEqual([undefined, 4, false, undefined]);
});

test('a wrong value set before the element is defined leaves the rest', async ({ page, site, complaints }) => {
  await visit(page, site, '<activation-plot id="plot"></activation-plot>');
  await page.evaluate(() => Object.assign(document.querySelector('#plot') ?? {}, { plot: { mim: 5 }, min: -2 }));
  await page.addScriptTag({ url: `${site}plot.js`, type: 'module' });
  await drawn(page, ({ min }) => min === -2);
  const wrong = 'There is no setting "mim"; did you mean min?';
  expect(complaints.splice(0)).toEqual([expect.stringContaining(wrong)]);
});

test('a second copy of the module works, and so do removed and moved elements', async ({ page, site }) => {
  await visit(
    page,
    site,
    `${script}<script type="module" src="plot.js?2"></script><activation-plot></activation-plot>`,
  );
  await drawn(page);
  await page.evaluate(() => {
    const plot = /** @type {HTMLElement} */ (document.querySelector('activation-plot'));
    plot.remove();
    plot.setAttribute('max', '7');
    Object.assign(window, { lastDrawing: undefined });
    document.body.append(plot);
  });
  const plot = await drawn(page, ({ max }) => max === 7);
  expect(await shows(page, plot, 'color-1', [[5, 5]])).toEqual([true]);
});

test('notes name what cannot be read, in the language of the host page', async ({ page, site }) => {
  const wrong = '<activation-plot functions="relu nosuch" min="x"></activation-plot>';
  await visit(page, site, `<body lang="zh-TW">${script}${wrong}`);
  await drawn(page);
  await expect(page.getByRole('status').locator('p')).toHaveText([
    /^沒有「nosuch」這個函數，名稱相近的有：\w+、\w+、\w+。$/,
    'min 必須是數字，不能是「x」。',
  ]);
});

test('toSVG() returns a picture of the requested size, or throws an error with the allowed sizes', async ({
  page,
  site,
}) => {
  const names = 'relu elu gelu silu mish tanh sigmoid softsign';
  await visit(page, site, `${script}<activation-plot functions="${names}" derivative></activation-plot>`);
  await drawn(page);
  const picture = (/** @type {number} */ width, /** @type {number} */ height) =>
    page.locator('activation-plot').evaluate(
      (plot, size) => {
        try {
          const svg = /** @type {any} */ (plot).toSVG(size);
          const read = new DOMParser().parseFromString(svg, 'image/svg+xml');
          const sizes = Array.from(read.querySelectorAll('svg, rect'), (element) =>
            ['width', 'height'].map((name) => Number(element.getAttribute(name))),
          );
          return [...sizes[0], sizes.flat().every((size) => size > 0)];
        } catch (error) {
          return String(error);
        }
      },
      { width, height },
    );
  for (const size of [240, 960, 10_000]) expect(await picture(size, size)).toEqual([size, size, true]);
  for (const wrong of [239, 10_001, Number.POSITIVE_INFINITY, Number.NaN, -500]) {
    expect(await picture(wrong, 500)).toBe(`RangeError: toSVG: width must be from 240 to 10000, not ${wrong}`);
    expect(await picture(500, wrong)).toBe(`RangeError: toSVG: height must be from 240 to 10000, not ${wrong}`);
  }
});

test('toSVG() of an element that was never in the document has the colours of its theme and no empty attribute', async ({
  page,
  site,
}) => {
  await visit(page, site, `${script}<activation-plot></activation-plot>`);
  await drawn(page);
  for (const theme of /** @type {const} */ (['light', 'dark'])) {
    const svg = await page.evaluate((value) => {
      const plot = /** @type {any} */ (document.createElement('activation-plot'));
      plot.theme = value;
      plot.derivative = true;
      return plot.toSVG();
    }, theme);
    expect(svg).not.toContain('=""');
    const { curves, text, axis, grid, background } = colors[theme];
    for (const color of [curves[0], curves[1], text, axis, grid, background]) expect(svg).toContain(`"${color}"`);
  }
});

/** A plot far below another one. */
const far = `${script}<activation-plot></activation-plot><p style="height: 4000px"></p><activation-plot id="far" functions="gelu"></activation-plot>`;
const withStyles = `${strict}; style-src 'unsafe-inline'`;

test('plots out of view are drawn for printing, and with light colours', async ({ page, site }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await visit(page, site, `<meta name="color-scheme" content="dark">${far}`, withStyles);
  await drawn(page);
  const fallback = page.locator('#far .fallback');
  await expect(fallback).toBeVisible();
  const themes = () =>
    page.locator('.root').evaluateAll((roots) => roots.map((root) => /** @type {HTMLElement} */ (root).dataset.theme));
  expect(await themes()).toEqual(['dark', 'dark']);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(fallback).toBeHidden();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect.poll(themes).toEqual(['light', 'light']);
  await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
  await expect.poll(themes).toEqual(['dark', 'dark']);
});

test('a print of the page has drawn plots, also in a frame', async ({ page, site }) => {
  const frame = `<iframe src="embed.html?functions=gelu" width="600" height="480"></iframe>`;
  await visit(page, site, `${far}${frame}`, `${withStyles}; frame-src 'self'`);
  await drawn(page);
  const plots = [page.locator('#far'), page.frameLocator('iframe').locator('activation-plot')];
  for (const plot of plots) await expect(plot.locator('.fallback')).toBeVisible();
  await page.pdf();
  for (const plot of plots) await expect(plot.locator('.fallback')).toBeHidden();
});

test('an element that moves into another document keeps its styles and works there', async ({ page, site }) => {
  await visit(
    page,
    site,
    `${script}<p style="height: 3000px"></p><activation-plot theme="dark"></activation-plot><iframe srcdoc="<!doctype html><body>" width="700" height="700"></iframe>`,
    `${withStyles}; frame-src 'self'`,
  );
  await page.locator('activation-plot').scrollIntoViewIfNeeded();
  const plot = page.frameLocator('iframe').locator('activation-plot');
  const back = page.locator('activation-plot');
  const look = (/** @type {import('@playwright/test').Locator} */ place) =>
    place.locator('.root').evaluate((root) => {
      const { padding, backgroundColor } = getComputedStyle(root);
      const sheets = /** @type {ShadowRoot} */ (root.getRootNode()).adoptedStyleSheets.length;
      return { padding, backgroundColor, sheets };
    });
  await expect(back.locator('.fallback')).toBeHidden();
  const before = await look(back);
  expect(before).toEqual({ padding: '8px', backgroundColor: 'rgb(20, 24, 31)', sheets: 1 });
  for (let i = 0; i < 2; ++i) {
    await page.evaluate(() => {
      const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe')).contentDocument;
      frame?.body.append(document.querySelector('activation-plot') ?? '');
    });
    await expect(plot.locator('.fallback')).toBeHidden();
    expect(await look(plot)).toEqual(before);
    await plot.locator('canvas').hover();
    await plot.evaluate((element) => element.setAttribute('functions', 'gelu'));
    await expect(plot.locator('tbody th')).toHaveText(['GELU']);
    await plot.evaluate((element) => {
      element.setAttribute('functions', 'relu');
      window.parent.document.body.append(element);
    });
    await expect(back.locator('tbody th')).toHaveText(['ReLU']);
    expect(await look(back)).toEqual(before);
  }
});

test('an element is drawn again after the frame around it was removed', async ({ page, site }) => {
  const frames = '<iframe srcdoc="<!doctype html><body>" width="700" height="700"></iframe>'.repeat(2);
  await visit(page, site, `${script}<activation-plot></activation-plot>${frames}`, `${withStyles}; frame-src 'self'`);
  await drawn(page);
  const [inPage, inFrame] = [page, page.frameLocator('iframe >> nth=0')].map((at) => at.locator('activation-plot'));
  for (const plot of [inFrame, inFrame, inPage]) {
    // Removes the frame that the element is in, if any, and moves the element on.
    await page.evaluate(() => {
      const inside = document.querySelector('iframe')?.contentDocument?.querySelector('activation-plot');
      const moved = inside ?? document.querySelector('activation-plot') ?? '';
      if (inside) document.querySelector('iframe')?.remove();
      (document.querySelector('iframe')?.contentDocument ?? document).body.append(moved);
    });
    await expect(plot.locator('tbody td').first()).not.toBeEmpty();
    await expect
      .poll(() =>
        plot.locator('canvas').evaluate((element) => {
          const canvas = /** @type {HTMLCanvasElement} */ (element);
          const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
          return context.getImageData(0, 0, canvas.width, canvas.height).data.some((byte) => byte > 0);
        }),
      )
      .toBe(true);
    await plot.evaluate((element) => element.setAttribute('functions', 'gelu'));
    await expect(plot.locator('tbody th')).toHaveText(['GELU']);
    await plot.evaluate((element) => element.removeAttribute('functions'));
    await expect(plot.locator('tbody th')).toHaveCount(2);
  }
});

test('the language is found through shadow roots, and controls, labels and notes are in it', async ({ page, site }) => {
  const plot = '<activation-plot functions="softmax nosuch" controls></activation-plot>';
  const nested = `<div><template shadowrootmode="open"><p><template shadowrootmode="open"><slot></slot></template>${plot}</p></template></div>`;
  await visit(page, site, `<body lang="zh-HK">${script}${nested}`);
  const names = page.locator('.controls .name');
  const role = page.getByRole('slider').first();
  const expectLanguage = async (
    /** @type {string} */ temperature,
    /** @type {string} */ kind,
    /** @type {RegExp} */ note,
  ) => {
    await expect(names.last()).toHaveText(temperature);
    await expect(role).toHaveAttribute('aria-roledescription', kind);
    await expect(page.locator('.notes')).toHaveText(note);
  };
  const [chinese, english] = /** @type {const} */ ([
    ['溫度 T', '函數圖形', /沒有/],
    ['temperature T', 'plot', /There is no/],
  ]);
  await expectLanguage(...chinese);
  const set = (/** @type {string} */ lang) =>
    page.locator('activation-plot').evaluate((element, tag) => element.setAttribute('lang', tag), lang);
  await set('en-GB');
  await expectLanguage(...english);
  await set('zh-TW');
  await expectLanguage(...chinese);
  // Without a language of its own it follows the page, and a change of it.
  await page.locator('activation-plot').evaluate((element) => element.removeAttribute('lang'));
  await expectLanguage(...chinese);
  await page.evaluate(() => document.body.setAttribute('lang', 'en-US'));
  await expectLanguage(...english);
  await page.evaluate(() => document.body.setAttribute('lang', 'zh-Hant-TW'));
  await expectLanguage(...chinese);
});

test('every value that is allowed is within its slider, and valid', async ({ page, site }) => {
  const words =
    '<activation-plot functions="softmax" controls logits="15 -20 20 0.1" temperature="15"></activation-plot>';
  await visit(page, site, `${script}${words}`);
  await drawn(page);
  const values = (/** @type {string} */ type) =>
    page
      .locator(`.controls input[type=${type}]`)
      .evaluateAll((inputs) => inputs.map((input) => Number(/** @type {HTMLInputElement} */ (input).value)));
  expect(await values('range')).toEqual([15, -20, 20, 0.1, 15]);
  expect(await values('number')).toEqual([15, -20, 20, 0.1, 15]);
  await expect(page.locator('.controls :invalid')).toHaveCount(0);
});

test('a slider covers the values in common use, and all allowed values while it shows another one', async ({
  page,
  site,
}) => {
  const words = '<activation-plot functions="leakyRelu(negativeSlope=0.07)" controls></activation-plot>';
  await visit(page, site, `${script}${words}`);
  await drawn(page);
  const slider = page.locator('.controls input[type=range]');
  const field = page.locator('.controls input[type=number]');
  const shows = async (/** @type {string[]} */ ...expected) =>
    expect
      .poll(() => slider.evaluate((/** @type {HTMLInputElement} */ { min, max, value }) => [min, max, value]))
      .toEqual(expected);
  await shows('0', '0.5', '0.07');
  await field.fill('-1.5');
  await shows('-2', '2', '-1.5');
  await expect(page.locator('activation-plot')).toHaveAttribute('functions', 'leakyRelu(negativeSlope=-1.5)');
  await field.fill('0.3');
  await shows('0', '0.5', '0.3');
  await page
    .locator('activation-plot')
    .evaluate((plot) => plot.setAttribute('functions', 'leakyRelu(negativeSlope=1)'));
  await shows('-2', '2', '1');
  await expect(page.locator('.controls :invalid')).toHaveCount(0);
});

test('properties are strings, numbers or null, and `plot` sets them all', async ({ page, site }) => {
  await visit(page, site, `${script}<activation-plot functions="relu" derivative step="1"></activation-plot>`);
  await drawn(page);
  const given = await page.locator('activation-plot').evaluate((element) => {
    const plot = /** @type {import('../../web/element/activation-plot.js').ActivationPlot} */ (element);
    const attributes = () => Object.fromEntries(Array.from(plot.attributes, ({ name, value }) => [name, value]));
    const all = [];
    plot.min = -5;
    plot.max = '5';
    plot.step = null;
    plot.derivative = false;
    all.push(attributes());
    plot.plot = { ...plot.plot, functions: [{ name: 'elu', parameters: { alpha: 2 } }], max: 6, saturation: true };
    all.push(attributes());
    plot.plot = {};
    all.push(attributes());
    return all;
  });
  expect(given).toEqual([
    { functions: 'relu', min: '-5', max: '5' },
    { functions: 'elu(alpha=2)', min: '-5', max: '6', saturation: '' },
    { functions: 'relu leakyRelu(negativeSlope=0.07)' },
  ]);
});

test('a misspelt attribute is named under the plot; others are not', async ({ page, site }) => {
  await visit(page, site, '<activation-plot function="tanh" class="wide" data-min="2"></activation-plot>');
  await page.addScriptTag({ url: `${site}plot.js`, type: 'module' });
  await drawn(page);
  await expect(plotOf(page).locator('.notes p')).toHaveText([
    'There is no setting "function"; did you mean functions?',
  ]);
});

test('embed.html and the explorer name misspelt keys of the address, but none that others add', async ({
  page,
  site,
}) => {
  for (const path of ['embed.html', '']) {
    await page.goto(`${site}${path}?functions=tanh&mim=2&lang=en&utm_source=mail&fbclid=1`);
    await drawn(page, ({ functions }) => functions[0].name === 'tanh');
    await expect(plotOf(page).locator('.notes p')).toHaveText(['There is no setting "mim"; did you mean min?']);
  }
});

test('properties accept valid values, and errors name the others', async ({ page, site }) => {
  await visit(page, site, `${script}<activation-plot derivative></activation-plot>`);
  await drawn(page);
  const given = await page.locator('activation-plot').evaluate((element) => {
    const plot = /** @type {any} */ (element);
    const words = () => Object.fromEntries(Array.from(plot.attributes, ({ name, value }) => [name, value]));
    const attempt = (/** @type {() => void} */ set) => {
      try {
        set();
        return words();
      } catch (error) {
        return String(error);
      }
    };
    const set = (/** @type {string} */ key, /** @type {unknown} */ value) =>
      attempt(() => {
        plot.plot = {};
        plot[key] = value;
      });
    return {
      query: set('plot', '?functions=elu(alpha=2)+nosuch&min=-5&derivative&theme=dark'),
      name: set('plot', 'gelu'),
      address: set('plot', 'https://example.org/relu/?functions=gelu&min=-3&utm_source=mail'),
      text: set('plot', { functions: 'gelu elu', theme: 'DARK' }),
      unread: set('plot', { functions: 'gelo', min: 'x', derivative: 'no' }),
      null: set('plot', null),
      number: set('plot', 42),
      array: set('plot', [{ name: 'elu' }]),
      functions: set('functions', [{ name: 'elu', parameters: { alpha: 2 } }, { name: 'leaky_relu' }]),
      names: set('functions', ['elu', 'tanh']),
      logits: set('logits', Float32Array.of(1, 2)),
      symbol: set('min', Symbol('x')),
      nothing: set('min', undefined),
      // Nothing of these is set.
      slips: [{ mim: 2 }, '?mim=2', { foo: 1, min: 3 }].map((plot_) => [
        set('plot', 'tanh'),
        attempt(() => {
          plot.plot = plot_;
        }),
        words(),
      ]),
      odd: [Object.create(null), { toString: null }, [], [[]], 5n, () => 1, new Map()].map(
        (value) => set('min', value).min,
      ),
      flags: [true, 1, 'yes', '', false, 0, 'no', null].map((value) => {
        set('derivative', value);
        return plot.derivative;
      }),
      sizes: [{ widht: 5 }, { legend: false }, null, 42, 'small', [300]].map((size) => attempt(() => plot.toSVG(size))),
    };
  });
  const functions = 'relu leakyRelu(negativeSlope=0.07)';
  const option = (/** @type {string} */ key) => `TypeError: toSVG: unknown option "${key}"; allowed: width, height`;
  const size = 'TypeError: toSVG: options must be an object such as { width: … }, not';
  expect(given).toEqual({
    query: { functions: 'elu(alpha=2) nosuch', min: '-5', derivative: '', theme: 'dark' },
    null: { functions },
    name: { functions: 'gelu' },
    address: { functions: 'gelu', min: '-3' },
    text: { functions: 'gelu elu', theme: 'DARK' },
    unread: { functions: 'gelo', min: 'x' },
    number: 'TypeError: formatPlot: plot must be one of a query, an object, not "42".',
    array: 'TypeError: formatPlot: plot must be one of a query, an object, not "an Array".',
    functions: { functions: 'elu(alpha=2) leakyRelu' },
    names: { functions: 'elu tanh' },
    logits: { functions, logits: '1 2' },
    symbol: { functions, min: 'Symbol(x)' },
    nothing: { functions },
    slips: [
      'TypeError: formatPlot: There is no setting "mim"; did you mean min?',
      'TypeError: formatPlot: There is no setting "mim"; did you mean min?',
      expect.stringMatching(/^TypeError: formatPlot: There is no setting "foo"; did you mean functions, min, /),
    ].map((message) => [{ functions: 'tanh' }, message, { functions: 'tanh' }]),
    odd: ['an Object', 'an Object', '', 'an Array', '5', 'a function', 'a Map'],
    flags: [true, true, true, true, false, false, false, false],
    sizes: [
      `${option('widht')}; did you mean width?`,
      option('legend'),
      `${size} null`,
      `${size} 42`,
      `${size} "small"`,
      `${size} an Array`,
    ],
  });
});

test('a plot draws only when it comes near the viewport', async ({ page, site }) => {
  const tall = '<p style="height: 4000px"></p>';
  await visit(
    page,
    site,
    `${script}${tall}<activation-plot></activation-plot>`,
    `${strict}; style-src 'unsafe-inline'`,
  );
  await page.waitForFunction(() => customElements.get('activation-plot'));
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => /** @type {any} */ (window).lastDrawing)).toBe(undefined);
  await page.locator('activation-plot').scrollIntoViewIfNeeded();
  await drawn(page);
});

test('without WebAssembly the fallback stays, with the reason', async ({ page, site }) => {
  const forbids = "default-src 'none'; script-src 'self'";
  await visit(page, site, `${script}<activation-plot><p>The author’s fallback</p></activation-plot>`, forbids);
  await expect(page.getByRole('status')).toContainText("must allow 'wasm-unsafe-eval' in script-src");
  await expect(page.getByText('The author’s fallback')).toBeVisible();
});
