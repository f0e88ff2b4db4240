/** The code that blog authors paste, and the plots that it draws there. */
import { fileURLToPath } from 'node:url';
import { drawn, expect, paste, plotOf, shows, test } from '../fixtures.js';

const view = 'functions=elu(alpha=2)+leakyRelu(negativeSlope=0.1)&min=-3&max=3&derivative';

/** Opens the page and its builder of embedding code. @param {import('@playwright/test').Page} page @param {string} address */
async function open(page, address) {
  await page.goto(address);
  await drawn(page);
  await page.locator('#embed > summary').click();
  await expect(page.locator('#embed code')).not.toBeEmpty();
  return {
    code: page.locator('#embed code'),
    pick: (/** @type {string} */ form) => page.locator(`#forms [value="${form}"]`).check({ force: true }),
    field: (/** @type {string} */ name) => page.locator(`#embed [name=${name}]`),
    preview: page.frameLocator('#preview').locator('activation-plot'),
  };
}

test('the tag draws the same plot in an article', async ({ page, site }) => {
  const { code, field } = await open(page, `${site}?${view}`);
  await field('lang').selectOption('zh-Hant');
  await field('theme').selectOption('dark');
  await field('controls').check();
  const tag = await code.innerText();
  expect(tag.split('\n')[0]).toBe(`<script type="module" src="${site}activation-plot.js"></script>`);
  expect(tag).toContain(
    ' functions="elu(alpha=2) leakyRelu(negativeSlope=0.1)" min="-3" max="3" derivative controls lang="zh-Hant" theme="dark">',
  );
  await paste(page, site, tag);
  await drawn(
    page,
    ({ functions, derivative, min, theme }) => functions.length === 2 && derivative && min === -3 && theme === 'dark',
  );
  await expect(plotOf(page).getByRole('slider', { name: 'ELU: alpha' })).toHaveValue('2');
  await expect(plotOf(page).locator('.root')).toHaveAttribute('data-theme', 'dark');
});

test('the tag reserves its space until the script loads', async ({ page, site }) => {
  const { code } = await open(page, `${site}?functions=gelu`);
  const tag = await code.innerText();
  /** @type {() => void} */
  let answer = () => {};
  await page.route('**/activation-plot.js', async (route) => {
    await new Promise((resolve) => {
      answer = () => resolve(undefined);
    });
    await route.continue();
  });
  await paste(page, site, `${tag}<p id="after">what follows</p>`, 'commit');
  const place = async () => (await page.locator('#after').boundingBox())?.y ?? 0;
  const before = await place();
  expect(before).toBeGreaterThan(200);
  answer();
  await drawn(page);
  expect(Math.abs((await place()) - before)).toBeLessThan(1);
});

for (const form of ['iframe', 'WordPress'])
  test(`the ${form} code embeds the same plot, with a title, a size and a link`, async ({ page, site }) => {
    const { code, field, pick } = await open(page, `${site}?${view}`);
    await pick(form);
    await field('width').fill('500');
    await field('height').fill('400');
    const text = await code.innerText();
    expect(text).toMatch(/^<iframe .*<\/iframe>$/); // in WordPress, a block within a block would be lost
    await paste(page, site, text);
    const frame = page.locator('iframe');
    await expect(frame).toHaveAttribute('title', 'ELU (α = 2), Leaky ReLU (a = 0.1)');
    await expect(frame).toHaveAttribute('loading', 'lazy');
    await expect(frame).toHaveJSProperty('offsetWidth', 500);
    await page.setViewportSize({ width: 375, height: 700 });
    await expect(frame).toHaveJSProperty('offsetWidth', 359); // in the body, whose margins are 8 pixels wide
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
    const inside = page.frameLocator('iframe');
    await expect(inside.locator('activation-plot .fallback')).toBeHidden();
    await expect(inside.getByRole('columnheader', { name: 'f′(x)' })).toBeVisible();
    await expect(inside.locator('#open')).toHaveAttribute('href', `${site}?${view}`);
    expect(text).toContain(`<a href="${site}?${view.replaceAll('&', '&amp;')}">`);
  });

test('every form says where it goes', async ({ page, site }) => {
  for (const [address, paste] of [
    [site, 'Save it once as layouts/shortcodes/activation-plot.html.'],
    [`${site}zh-Hant.html`, '存成 layouts/shortcodes/activation-plot.html，只需一次。'],
  ]) {
    const { pick } = await open(page, address);
    await pick('Hugo shortcode');
    await expect(page.locator('#forms + .hint')).toHaveText(paste);
    for (const form of await page.locator('#forms input').all()) {
      await form.check({ force: true });
      await expect(page.locator('#forms + .hint')).not.toBeEmpty();
    }
  }
});

test('the Hugo code is a call of the shortcode, the Markdown code a link', async ({ page, site }) => {
  const { code, pick } = await open(page, `${site}?${view}`);
  await pick('Hugo');
  await expect(code).toHaveText(`{{< activation-plot "${view}" "ELU (α = 2), Leaky ReLU (a = 0.1)" >}}`);
  await pick('Hugo shortcode');
  await expect(code).toContainText(`src="${site}embed.html?{{ .Get 0 | safeURL }}" title="{{ .Get 1 }}"`);
  await expect(code).toContainText(`<a href="${site}?{{ .Get 0 | safeURL }}">{{ .Get 1 }}</a>`);
  await pick('Markdown');
  const link = (await code.innerText()).match(/^\[ELU \(α = 2\), Leaky ReLU \(a = 0\.1\)\]\(([^()]+)\)$/);
  await page.goto(link?.[1] ?? '');
  await drawn(page, ({ functions }) => functions[0].parameters.alpha === 2);
});

test('the preview follows the plot and the options', { tag: '@phone' }, async ({ page, site }) => {
  const { field, preview } = await open(page, `${site}?functions=elu`);
  await page.locator('#preview').scrollIntoViewIfNeeded();
  await expect(preview.locator('.fallback')).toBeHidden();
  await field('controls').check();
  await expect(preview.getByRole('slider', { name: 'ELU: alpha' })).toBeVisible();
  await field('lang').selectOption('zh-Hant');
  await expect(page.frameLocator('#preview').locator('#open')).toHaveText('開啟完整頁面');
  await page.locator('#parameters input[type=number]').first().fill('0.5');
  await page.locator('#preview').scrollIntoViewIfNeeded(); // it may load lazily when it is out of view
  await expect(preview).toHaveAttribute('functions', 'elu(alpha=0.5)');
});

test('the preview has the chosen size, up to the width of the page', { tag: '@phone' }, async ({
  page,
  site,
  isMobile,
}) => {
  const { field, pick, code } = await open(page, `${site}?functions=gelu`);
  const room = (await page.locator('#embed').evaluate(({ clientWidth }) => clientWidth)) - 28 - 2; // padding, border
  const size = () => page.locator('#preview').evaluate(({ clientWidth, clientHeight }) => [clientWidth, clientHeight]);
  for (const [width, height] of [
    [600, 480],
    [300, 700],
    [2000, 200],
  ]) {
    await field('width').fill(String(width));
    await field('height').fill(`${height} px`);
    await expect.poll(size).toEqual([Math.min(width, room), height]);
  }
  await field('width').fill('100 %');
  await field('height').fill('420');
  await expect.poll(size).toEqual([room, 420]);
  await expect(code).toContainText('style="display: block; height: 420px"');
  await pick('iframe');
  await expect(code).toContainText('width="100%" height="420"');
  expect(room < 400).toBe(isMobile);
  await expect(page.locator('#embed-notes')).toBeEmpty();
});

test('a sentence reports an invalid size, and the code uses the default', async ({ page, site }) => {
  const { field, code } = await open(page, `${site}?functions=gelu`);
  const notes = page.locator('#embed-notes');
  for (const text of ['50', '2001', '', '60%', '-300', '1e3', 'wide']) {
    await field('width').fill(text);
    await expect(notes).toHaveText(
      `The width must be from 200 to 2000 pixels, or 100%, not “${text}”. The code uses 600 instead.`,
    );
    await expect(field('width')).toHaveAttribute('aria-invalid', 'true');
    await expect(code).toContainText('aspect-ratio: 600 / 480');
  }
  await field('height').fill('100%');
  await expect(notes.locator('p')).toHaveText([
    /^The width/,
    'The height must be from 200 to 1000 pixels, not “100%”. The code uses 480 instead.',
  ]);
  await field('width').fill('400');
  await field('height').fill('300');
  await expect(notes).toBeEmpty();
  await expect(field('width')).toHaveAttribute('aria-invalid', 'false');
  await expect(code).toContainText('aspect-ratio: 400 / 300');
});

test('a tag as wide as its article has the chosen height', async ({ page, site }) => {
  const { field, code } = await open(page, `${site}?functions=gelu`);
  await field('width').fill('100%');
  await field('height').fill('420');
  await paste(page, site, await code.innerText());
  await drawn(page);
  const { width = 0, height } = (await plotOf(page).boundingBox()) ?? {};
  expect([Math.round(width), height]).toEqual([(page.viewportSize()?.width ?? 0) - 16, 420]);
});

test('the button copies the code', async ({ page, site, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { code } = await open(page, site);
  await page.locator('#copy-embed').click();
  await expect(page.locator('#embed-status')).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code.textContent());
});

test('the copied link is the address that blogs embed, where the site has one for the plot', async ({
  page,
  site,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const copied = async (/** @type {string} */ query, plots = 'plots/') => {
    await page.goto(`${site}?${query}`);
    await drawn(page);
    // As the build writes it if it knows the site's address.
    if (plots)
      await page
        .locator('#copy-link')
        .evaluate((button, folder) => Object.assign(button.dataset, { plots: folder }), plots);
    await page.locator('#copy-link').click();
    await expect(page.locator('#export-status')).toHaveText('Copied.');
    return page.evaluate(() => navigator.clipboard.readText());
  };
  expect(await copied('')).toBe(`${site}plots/article.html`);
  expect(await copied('functions=gelu')).toBe(`${site}plots/gelu.html`);
  expect(await copied('functions=gelu&min=-3')).toBe(`${site}?functions=gelu&min=-3`);
  expect(await copied('functions=gelu+mish')).toBe(`${site}?functions=gelu+mish`);
  expect(await copied('functions=gelu', '')).toBe(`${site}?functions=gelu`);
});

test('sliders change the plot’s attributes and follow them', { tag: '@phone' }, async ({ page, site }) => {
  await paste(
    page,
    site,
    `<script type="module" src="${site}activation-plot.js"></script>
    <activation-plot functions="elu leakyRelu" controls></activation-plot>`,
  );
  await drawn(page);
  const plot = plotOf(page);
  const alpha = plot.getByRole('spinbutton', { name: 'ELU: alpha' });
  await alpha.fill('2.5');
  await expect(plot).toHaveAttribute('functions', 'elu(alpha=2.5) leakyRelu');
  await drawn(page, ({ functions }) => functions[0].parameters.alpha === 2.5);
  await alpha.fill('');
  await expect(plot.getByRole('status')).toContainText('alpha must be a number');
  await expect(alpha).toBeFocused();
  await plot.evaluate((element) => element.setAttribute('functions', 'elu(alpha=0.5)'));
  await expect(alpha).toHaveValue('0.5');
  await expect(plot.getByRole('slider')).toHaveCount(3); // the plot, the handle and one parameter
  await plot.evaluate((element) => element.setAttribute('functions', 'softmax'));
  await plot.getByRole('spinbutton', { name: 'x 1' }).fill('5');
  await expect(plot).toHaveAttribute('logits', '5 1 0.1 -1');
  await plot.getByRole('spinbutton', { name: 'temperature' }).fill('2');
  await expect(plot).toHaveAttribute('temperature', '2');
  await plot.evaluate((element) => element.removeAttribute('controls'));
  await expect(plot.getByRole('spinbutton')).toHaveCount(0);
});

/** Counts the modules that the page compiles, in `window.compiled`. @param {import('@playwright/test').Page} page */
const countModules = (page) =>
  page.addInitScript(() => {
    const Module = WebAssembly.Module;
    Object.assign(window, { compiled: 0 });
    WebAssembly.Module = new Proxy(Module, {
      construct(target, parameters) {
        /** @type {any} */ (window).compiled++;
        return Reflect.construct(target, parameters);
      },
    });
  });

test('activation-kernels/plot draws with the package’s kernels and an installed Chart.js', async ({ page, site }) => {
  await countModules(page);
  await page.route(`${site}{dist,node_modules}/**`, (route) =>
    route.fulfill({ path: fileURLToPath(new URL(`../..${new URL(route.request().url()).pathname}`, import.meta.url)) }),
  );
  const imports = {
    'activation-kernels': './dist/activation-kernels.js',
    'activation-kernels/plot': './dist/plot.js',
    'chart.js': './node_modules/chart.js/dist/chart.js',
    '@kurkle/color': './node_modules/@kurkle/color/dist/color.esm.js',
  };
  await paste(
    page,
    site,
    `<script type="importmap">${JSON.stringify({ imports })}</script>
    <script type="module">
      import { elu } from 'activation-kernels';
      import { ActivationPlot } from 'activation-kernels/plot';
      document.title = elu(Float32Array.of(2))[0];
      document.body.append(Object.assign(new ActivationPlot(), { functions: 'elu softplus', derivative: true }));
    </script>`,
  );
  const geometry = await drawn(page, ({ functions, derivative }) => functions.length === 2 && derivative);
  expect(await shows(page, geometry, 'color-1', [[-2, Math.expm1(-2)]])).toEqual([true]);
  await expect(page).toHaveTitle('2');
  expect(await page.evaluate(() => /** @type {any} */ (window).compiled)).toBe(1);
});

test('ten plots compile the kernels once', async ({ page, site }) => {
  await countModules(page);
  const plots = '<activation-plot functions="relu gelu"></activation-plot>'.repeat(10);
  await paste(page, site, `<script type="module" src="${site}activation-plot.js"></script>${plots}`);
  for (const plot of await page.locator('activation-plot').all()) {
    await plot.scrollIntoViewIfNeeded();
    await expect(plot.locator('.fallback')).toBeHidden();
  }
  expect(await page.evaluate(() => /** @type {any} */ (window).compiled)).toBe(1);
});

test('without its own script, a frame shows its fallback and no other plot', async ({ page, site, complaints }) => {
  await page.route('**/embed.js', (route) => route.abort());
  await page.goto(`${site}embed.html?functions=gelu`);
  await expect.poll(() => complaints.length).toBeGreaterThan(0);
  await page.waitForFunction(() => customElements.get('activation-plot'));
  await expect(page.getByText('The plot needs JavaScript')).toBeVisible();
  await expect(page.locator('canvas')).toHaveCount(0);
  complaints.length = 0; // about the script
});

for (const path of ['embed.html?functions=gelu', 'lab-embed.html?experiment=death'])
  test(`little moves while a frame loads slowly: ${path}`, async ({ page, site }) => {
    await page.route('**/*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue();
    });
    await page.addInitScript(() => {
      const seen = /** @type {any} */ (window);
      seen.shift = 0;
      new PerformanceObserver((list) => {
        for (const { value } of /** @type {any[]} */ (list.getEntries())) seen.shift += value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const [width, height] of [
      [600, 480],
      [375, 400],
    ]) {
      await page.setViewportSize({ width, height });
      await page.goto(site + path);
      await expect(page.locator('activation-plot:defined, activation-lab:defined')).toBeVisible();
      await page.waitForTimeout(500);
      // Good, by https://web.dev/articles/cls.
      expect(await page.evaluate(() => /** @type {any} */ (window).shift)).toBeLessThan(0.1);
    }
  });
