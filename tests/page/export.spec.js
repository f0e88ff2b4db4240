/** The export section: link, pictures, numbers, programs. */
import { readFile } from 'node:fs/promises';
import { colors } from '../../web/element/colors.js';
import { drawn, expect, hold, test } from '../fixtures.js';

/** The file that a button saves. @param {import('@playwright/test').Page} page @param {string} name */
async function saved(page, name) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  await expect(page.locator('#export-status')).toHaveText(`Saved ${download.suggestedFilename()}.`);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('the plot is saved as PNG, SVG and CSV', async ({ page, site }) => {
  await page.goto(`${site}?functions=relu+leakyRelu(negativeSlope=0.07)&min=-2&max=2&step=0.5&derivative`);
  await drawn(page);
  const png = await saved(page, 'PNG');
  expect(png.name).toBe('relu-leakyRelu=0.07_derivative_-2-to-2.png');
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
  expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([1920, 1280]);
  expect(png.bytes.length).toBeGreaterThan(10_000);

  const svg = (await saved(page, 'SVG')).bytes.toString();
  const blank = await page.context().newPage(); // the page's own policy forbids parsing markup
  const parsed = await blank.evaluate((text) => {
    const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml');
    return { name: root.nodeName, paths: root.querySelectorAll('path').length, text: root.textContent };
  }, svg);
  expect(parsed.name).toBe('svg');
  expect(parsed.paths).toBeGreaterThan(10);
  expect(parsed.text).toContain('Leaky ReLU (a = 0.07)');

  const text = (await saved(page, 'CSV')).bytes.toString();
  expect(text[0]).toBe('\ufeff'); // tells Excel that it is UTF-8
  const csv = text.trim().split('\r\n');
  expect(csv[0]).toBe('"x","relu","relu′","leakyRelu(negativeSlope=0.07)","leakyRelu(negativeSlope=0.07)′"');
  expect(csv).toHaveLength(10);
  for (const line of csv.slice(1)) {
    const [x, ...values] = line.split(',').map((text) => Math.fround(Number(text)));
    const slope = Math.fround(0.07);
    expect(values).toEqual([Math.max(0, x), Number(x > 0), x > 0 ? x : Math.fround(slope * x), x > 0 ? 1 : slope]);
  }
});

test('the words of the query are the titles of the columns, in the CSV file and in the table', async ({
  page,
  site,
}) => {
  const words = ['leakyRelu(negativeSlope=0.07)', 'leakyRelu', 'hardTanh(minValue=-2,maxValue=3)'];
  await page.goto(`${site}?functions=${words.join('+')}&derivative`);
  await drawn(page);
  const titles = ['x', ...words.flatMap((word) => [word, `${word}′`])];
  const csv = (await saved(page, 'CSV')).bytes.toString();
  expect(csv.slice(1).split('\r\n')[0]).toBe(titles.map((title) => `"${title}"`).join(','));
  await page.locator('#data summary').click();
  await expect(page.locator('#data th[scope=col]')).toHaveText(titles);
  await page.goto(`${site}?functions=softmax+sparsemax&logits=1+2`);
  await drawn(page);
  expect((await saved(page, 'CSV')).bytes.toString()).toMatch(/^\ufeff"x","softmax","sparsemax"\r\n1,0\.2689/);
});

test('the page copies a link that restores the plot, and code in five languages', async ({ page, site, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${site}?utm_source=x`);
  await page.getByRole('spinbutton', { name: 'Leaky ReLU: negativeSlope' }).fill('0.2');
  await drawn(page, ({ functions }) => functions[1].parameters.negativeSlope === 0.2);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.locator('#export-status')).toHaveText('Copied.');
  expect(await copied()).toBe(`${site}?functions=relu+leakyRelu(negativeSlope=0.2)`);

  await page.locator('#export').scrollIntoViewIfNeeded();
  /** @type {Record<string, RegExp[]>} */
  const wanted = {
    NumPy: [/np\.where\(x > 0, x, 0\.2 \* x\)/, /set_position\("zero"\)/, /-20 \+ i \* 0\.1 for i in range\(401\)/],
    PyTorch: [/F\.leaky_relu\(x, negative_slope=0\.2\)/],
    Keras: [/keras\.activations\.leaky_relu\(x, negative_slope=0\.2\)/],
    JAX: [/jax\.nn\.leaky_relu\(x, negative_slope=0\.2\)/],
    JavaScript: [/sample\('leakyRelu', \{ \.\.\.range, negativeSlope: 0\.2 \}\)/],
  };
  for (const [language, patterns] of Object.entries(wanted)) {
    await page.getByRole('radio', { name: language, exact: true }).check({ force: true });
    for (const pattern of patterns) await expect(page.locator('#code code')).toHaveText(pattern);
    // By its id: for two seconds after a copy it is called “Copied.”.
    await page.locator('#copy-code').click();
    await expect.poll(copied).toMatch(patterns[0]);
  }
});

test('the text is selected if the browser forbids the clipboard', async ({ page, site }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await page.goto(site);
  await drawn(page);
  await page.locator('#export').scrollIntoViewIfNeeded();
  await expect(page.locator('#code code')).toContainText('import numpy');
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.locator('#export-status')).toHaveText(/did not allow copying/);
  expect(await page.evaluate(() => String(getSelection()))).toContain('import numpy as np');
});

test('pictures have the chosen size, theme, title, formulas and names, and the preview shows them', {
  tag: '@phone',
}, async ({ page, site }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${site}?functions=gelu+mish&derivative`);
  await drawn(page);
  await page.locator('#export').scrollIntoViewIfNeeded();
  const light = (await saved(page, 'SVG')).bytes.toString();
  expect(light).toContain('fill="#ffffff"'); // for slides, which are light
  expect(light).toMatch(/>f\(x\), f′\(x\)<\/text>/);
  await page.locator('#slide [name=size]').selectOption('wide');
  await page.locator('#slide [name=theme]').selectOption('dark');
  await page.locator('#slide [name=text]').selectOption('1.4');
  await page.locator('#slide [name=title]').fill('GELU <&> Mish');
  await page.locator('#slide [name=axes]').uncheck();
  await page.locator('#slide [name=legend]').uncheck();
  const svg = (await saved(page, 'SVG')).bytes.toString();
  const blank = await page.context().newPage();
  const texts = await blank.evaluate((text) => {
    const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml');
    return Array.from(root.querySelectorAll('text'), ({ textContent }) => textContent);
  }, svg);
  expect(texts).toContain('GELU <&> Mish');
  expect(texts).not.toContain('x');
  expect(svg).not.toContain('#ffffff');
  await page.locator('#slide [name=formulas]').check();
  await page.locator('#slide [name=theme]').selectOption('page');
  const withFormulas = (await saved(page, 'SVG')).bytes.toString();
  expect(withFormulas).toContain(`<rect width="686" height="386" fill="${colors.dark.background}"/>`);
  expect(withFormulas.match(/scale\([\d.]+\)" fill=/g)).toHaveLength(2); // one for each function
  await page.emulateMedia({ colorScheme: 'light' });
  expect((await saved(page, 'SVG')).bytes.toString()).toContain(`height="386" fill="${colors.light.background}"/>`);
  const png = (await saved(page, 'PNG')).bytes;
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1920, 1080]);
  const size = await page.locator('#picture').evaluate((image) => {
    const { naturalWidth, naturalHeight } = /** @type {HTMLImageElement} */ (image);
    return [naturalWidth, naturalHeight];
  });
  expect(size).toEqual([960, 540]);
});

test('the picture is copied to the clipboard, where the browser can', async ({ page, site, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${site}?functions=gelu`);
  await drawn(page);
  const button = page.locator('#copy-picture');
  await button.click();
  await expect(button).toHaveText('Copied');
  expect(await page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types))).toEqual([
    'image/png',
  ]);
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'ClipboardItem'));
  await page.evaluate(() => scrollTo(0, 0)); // a reload returns to the same place, and a plot draws when it comes into view
  await page.reload();
  await drawn(page);
  await expect(button).toBeHidden();
});

test('parts that the reader opens before their script has come are filled in when it comes', async ({ page, site }) => {
  const { release } = await hold(page, /\/assets\/(export|index)-/);
  await page.goto(site, { waitUntil: 'commit' });
  for (const id of ['embed', 'data', 'accuracy'])
    await page.locator(`#${id}`).evaluate((details) => details.setAttribute('open', ''));
  release();
  await expect(page.locator('#forms input')).toHaveCount(8);
  await expect(page.locator('#data td').first()).toBeVisible();
  await expect(page.locator('#accuracy td').first()).toBeVisible();
  await expect(page.locator('#embed code')).toContainText('<activation-plot');
});
