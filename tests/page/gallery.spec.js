/** The gallery of the explorer: its pictures and its search. */
import { AxeBuilder } from '@axe-core/playwright';
import { catalogue } from 'activation-kernels';
import { drawn, expect, plotOf, test, tile } from '../fixtures.js';
import { generator } from '../package/helpers.js';

// Without motion, each change draws one plot, so the tests see no plot of a glide.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** @param {import('@playwright/test').Page} page */
const found = (page) => page.locator('#gallery .tile:visible');

test('every tile has the picture of its function', async ({ page, site }) => {
  await page.goto(site);
  const paths = await page.locator('.tile').evaluateAll((tiles) =>
    tiles.map((tile) => {
      const path = /** @type {SVGPathElement} */ (tile.querySelector('.f0'));
      const places = Array.from({ length: 101 }, (_, i) => path.getPointAtLength((path.getTotalLength() * i) / 100));
      return { name: tile.querySelector('input')?.value, points: places.map(({ x, y }) => [x, y]) };
    }),
  );
  expect(paths.map(({ name }) => name).sort()).toEqual(catalogue.map(({ name }) => name).sort());
  // The integral of the normal density, by the trapezoidal rule.
  const phi = (/** @type {number} */ x) => {
    const density = (/** @type {number} */ t) => Math.exp((-t * t) / 2) / Math.sqrt(2 * Math.PI);
    const step = (x + 9) / 2000;
    return Array.from({ length: 2000 }, (_, i) => step * density(-9 + (i + 0.5) * step)).reduce((a, b) => a + b);
  };
  /** The largest difference of a picture from a curve over −4 … 4, in its units. @param {string} name @param {(x: number) => number} f */
  const differenceOf = (name, f) => {
    const drawn = paths.find((own) => own.name === name)?.points ?? [];
    const values = drawn.map(([x]) => f(x / 20 - 4));
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const [top, bottom] = [Math.min(...drawn.map(([, y]) => y)), Math.max(...drawn.map(([, y]) => y))];
    const differences = drawn.map(([, y], i) => y - (bottom - ((values[i] - low) / (high - low)) * (bottom - top)));
    return Math.max(...differences.map(Math.abs));
  };
  expect(differenceOf('gelu', (x) => x * phi(x))).toBeLessThan(0.2);
  expect(differenceOf('relu', (x) => x * phi(x))).toBeGreaterThan(1);
  expect(differenceOf('relu', (x) => Math.max(0, x))).toBeLessThan(0.2);
  expect(differenceOf('elu', (x) => (x > 0 ? x : Math.exp(x) - 1))).toBeLessThan(0.2);
});

test('the search finds functions by the names of all frameworks, by Chinese names and by parts of both', async ({
  page,
  site,
}) => {
  await page.goto(site);
  const search = page.getByRole('searchbox');
  for (const [text, labels] of /** @type {[string, string[]][]} */ ([
    ['swish', ['SiLU (Swish)', 'Hard Swish', 'SwiGLU']],
    ['quick_gelu', ['Quick GELU', 'GEGLU (quick)']],
    ['nn.LeakyReLU', ['Leaky ReLU']],
    ['torch.nn.GELU', ['GELU', 'GELU (tanh)']],
    ['ThresholdedRelu', ['Thresholded ReLU']],
    ['jax.nn.soft_sign', ['Softsign']],
    ['高斯', ['GELU', 'GELU (tanh)', 'Quick GELU', 'Clipped GELU']],
    ['洩漏', ['Leaky ReLU', 'RReLU']],
    ['洩漏修正線性單元', ['Leaky ReLU', 'RReLU']],
    ['正規化指數', ['Softmax']],
    ['leaky', ['Leaky ReLU', 'RReLU']],
    ['relu-6', ['ReLU6', 'Clamped ReLU']],
    ['gelu tanh', ['GELU (tanh)', 'GEGLU (tanh)']],
    ['gelu_new', ['GELU (tanh)']],
    // Words in another order, from several names, shortened, and in the letters of a Chinese keyboard
    ['tanh gelu', ['GELU (tanh)', 'GEGLU (tanh)']],
    ['smooth relu', ['Softplus']],
    ['parametric relu', ['PReLU']],
    ['平滑 ReLU', ['Softplus']],
    ['lrelu', ['Leaky ReLU']],
    ['hswish', ['Hard Swish']],
    ['ｍｉｓｈ', ['Mish', 'Hard Mish']],
    // Families, where no name has the text
    ['shrinkage', ['Tanh Shrink', 'Hard Shrink', 'Soft Shrink', 'Shrink']],
  ])) {
    await search.fill(text);
    await expect(found(page)).toHaveText(labels);
    await expect(page.locator('#found')).toHaveText(labels.length === 1 ? '1 function' : `${labels.length} functions`);
  }
  for (const [text, name] of [
    ['swish', 'silu'],
    ['soft', 'softplus'], // not Mish, x times the tanh of softplus
  ]) {
    await search.fill(text);
    await search.press('Enter');
    await drawn(page, ({ functions }) => functions.at(-1).name === name);
  }
  await search.fill('');
  await expect(found(page)).toHaveCount(catalogue.length);
});

test('the search finds every function by each of its names', async ({ page, site }) => {
  await page.goto(site);
  const names = catalogue.flatMap(({ name, label, aliases }) =>
    [name, label, ...Object.values(aliases).flat()].flatMap((word) =>
      [word, word.toUpperCase(), word.replaceAll('_', ' ')].map((given) => [name, given]),
    ),
  );
  names.push(
    ['leakyRelu', 'torch.nn.LeakyReLU(0.1)'],
    ['geluTanh', "F.gelu(x, approximate='tanh')"],
    ['gelu', 'jax.nn.gelu(x, approximate=False)'],
  );
  expect(names.length).toBeGreaterThan(1000);
  const missing = await page.evaluate((all) => {
    const search = /** @type {HTMLInputElement} */ (document.querySelector('#search'));
    return all.filter(([name, word]) => {
      search.value = word;
      search.dispatchEvent(new Event('input'));
      return !document.querySelector(`.tile:not([hidden]) [value=${name}]`);
    });
  }, names);
  expect(missing).toEqual([]);
});

test('a text that was typed before the script ran is searched', async ({ page, site }) => {
  await page.addInitScript(() =>
    // Before scripts that are deferred.
    document.addEventListener('readystatechange', () => {
      const search = /** @type {HTMLInputElement | null} */ (document.querySelector('#search'));
      if (search && document.readyState === 'interactive') search.value = 'mish';
    }),
  );
  await page.goto(site);
  await expect(found(page)).toHaveText(['Mish', 'Hard Mish']);
});

test('a misspelt name is reported with similar names, which one click finds', async ({ page, site }) => {
  await page.goto(site);
  const search = page.getByRole('searchbox');
  const suggested = page.locator('#found').getByRole('button');
  for (const [text, first] of [
    ['geul', 'GELU'],
    ['laeky', 'Leaky ReLU'],
    ['leaky rleu', 'Leaky ReLU'],
    ['signmoid', 'Sigmoid'],
    ['softmx', 'Softmax'],
    ['relu7', 'ReLU'],
    ['高斯誤差線性單位', 'GELU'],
    ['洩露', 'Leaky ReLU'],
    ['雙曲正割', 'Tanh'],
  ]) {
    await search.fill(text);
    await expect(found(page)).toHaveCount(0);
    await expect(page.locator('#found')).toContainText(
      `No function has the name “${text}”. Did you mean one of these?`,
    );
    await expect(suggested.first()).toHaveText(first);
    expect(await suggested.count()).toBeLessThanOrEqual(3);
  }
  await search.fill('geul');
  await suggested.first().click();
  await expect(search).toHaveValue('GELU');
  await expect(search).toBeFocused();
  await expect(found(page).first()).toHaveText('GELU');
  for (const text of ['###', 'temperature coefficient', '傅立葉']) {
    await search.fill(text);
    await expect(page.locator('#found')).toHaveText(
      `No function has the name “${text}”. Try a part of a name: “relu”, “soft”.`,
    );
  }
  await page.goto(`${site}zh-Hant.html`);
  await search.fill('geul');
  await expect(page.locator('#found')).toContainText('沒有名為「geul」的函數');
  await search.fill('###');
  await expect(page.locator('#found')).toContainText('可以試試名稱的一部分');
  await search.fill('S型');
  await expect(found(page).first()).toHaveText('Sigmoid');
});

test('a slip in a name still finds or suggests the function', async ({ page, site }) => {
  await page.goto(site);
  const words = catalogue.map(({ name, label }) => [name, label]).filter(([, label]) => label.length > 5); // ReGLU, GEGLU and RReLU are slips of each other
  const random = generator(9);
  const slips = words.flatMap(([name, label]) =>
    Array.from({ length: 4 }, (_, kind) => {
      const at = 1 + Math.floor(random() * (label.length - 2));
      const [start, end] = [label.slice(0, at), label.slice(at)];
      return [
        name,
        label,
        [start + end.slice(1), `${start}w${end}`, `${start}w${end.slice(1)}`, start + end[1] + end[0] + end.slice(2)][
          kind
        ],
      ];
    }),
  );
  const missing = await page.evaluate((all) => {
    const search = /** @type {HTMLInputElement} */ (document.querySelector('#search'));
    return all.filter(([name, label, text]) => {
      search.value = text;
      search.dispatchEvent(new Event('input'));
      const suggested = [...document.querySelectorAll('#found button')].map(({ textContent }) => textContent);
      return !document.querySelector(`.tile:not([hidden]) [value=${name}]`) && !suggested.includes(label);
    });
  }, slips);
  expect(missing).toEqual([]);
});

test('Escape empties the search, and the arrow keys move through what it finds', async ({ page, site }) => {
  await page.goto(site);
  await drawn(page);
  const search = page.getByRole('searchbox');
  await search.fill('gelu');
  await expect(page.locator('#found[role=status]')).toHaveText('7 functions');
  await search.press('ArrowLeft');
  await expect(search).toBeFocused();
  await search.press('ArrowDown');
  await expect(tile(page, 'GELU')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(tile(page, 'GELU (tanh)')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(plotOf(page)).toHaveAttribute('functions', 'relu leakyRelu(negativeSlope=0.07) geluTanh');
  for (let i = 0; i < 9; ++i) await page.keyboard.press('ArrowDown');
  await expect(tile(page, 'GEGLU (quick)')).toBeFocused(); // the last one
  for (let i = 0; i < 7; ++i) await page.keyboard.press('ArrowUp');
  await expect(search).toBeFocused();
  await search.press('Escape');
  await expect(search).toHaveValue('');
  await expect(page.locator('#found')).toBeEmpty();
  await expect(found(page)).toHaveCount(catalogue.length);
});

test('the Enter key draws what the search finds first, and never removes it', async ({ page, site }) => {
  await page.goto(site);
  await drawn(page);
  const search = page.getByRole('searchbox');
  await search.fill('relu');
  await search.press('Enter');
  await expect(page.getByRole('checkbox', { name: 'ReLU', exact: true })).toBeChecked();
  await search.fill('gelu');
  // The Enter that ends the input of a Chinese word; Safari sends it after the end.
  for (const composing of [{ isComposing: true }, { keyCode: 229 }])
    await search.dispatchEvent('keydown', { key: 'Enter', ...composing });
  await expect(page.getByRole('checkbox', { name: 'GELU', exact: true })).not.toBeChecked();
  for (let i = 0; i < 2; ++i) await search.press('Enter');
  await expect(plotOf(page)).toHaveAttribute('functions', 'relu leakyRelu(negativeSlope=0.07) gelu');
});

test('the search waits until the reader has finished a Chinese word', async ({ page, site }) => {
  await page.goto(`${site}zh-Hant.html`);
  await drawn(page);
  await page.getByRole('searchbox').focus();
  const keyboard = await page.context().newCDPSession(page);
  await keyboard.send('Input.imeSetComposition', { text: 'ㄒㄧㄢ', selectionStart: 3, selectionEnd: 3 });
  await expect(page.getByRole('searchbox')).toHaveValue('ㄒㄧㄢ');
  await expect(page.locator('#found')).toBeEmpty();
  await keyboard.send('Input.insertText', { text: '線性整流' });
  await expect(found(page)).toHaveText(['ReLU', 'Leaky ReLU']);
});

test('a page of text in the search is cut, and neither blocks the page nor fills it', async ({ page, site }) => {
  await page.goto(site);
  await drawn(page);
  const search = page.getByRole('searchbox');
  await search.focus();
  await page.keyboard.insertText('y'.repeat(10_000)); // as pasted
  expect((await search.inputValue()).length).toBe(100);
  await expect(page.locator('#found')).toContainText('yyy');
});

test('in whatever order functions are chosen, each has the same colour in all parts of the explorer and in an embed', async ({
  page,
  site,
}) => {
  await page.goto(`${site}?functions=relu&min=-3&max=3`);
  await drawn(page);
  const random = generator(11);
  const curves = catalogue.filter(({ kind }) => kind === 'elementwise');
  /** The place of each function's colour in the palette, where it is chosen, described, linked and read. */
  const colors = () =>
    page.evaluate(() => {
      const own = /** @type {any} */ (document.querySelector('activation-plot'));
      const placeOf = (/** @type {Element | null} */ part) => Number(part?.className.match(/curve-(\d)/)?.[1]);
      const names = [...own.plot.functions].map(({ name }) => name);
      const samples = own.shadowRoot.querySelectorAll('tbody .swatch path:first-child');
      return Object.fromEntries(
        names.map((name, i) => [
          name,
          [
            placeOf(document.querySelector(`.tile:has([value=${name}])`)),
            placeOf(document.querySelector(`.card[data-function=${name}]`)),
            placeOf(document.querySelector(`#chosen a[href*="/${name}."]`)),
            Number(samples[i]?.getAttribute('stroke')?.match(/\d/)?.[0]),
          ],
        ]),
      );
    });
  const chosen = new Set(['relu']);
  for (let round = 0; round < 40; ++round) {
    const { name, label } = curves[Math.floor(random() * curves.length)];
    if (chosen.has(name)) chosen.delete(name);
    else if (chosen.size < 8) chosen.add(name);
    else continue;
    await tile(page, label).setChecked(chosen.has(name));
    const places = curves
      .filter((entry) => chosen.has(entry.name))
      .map((entry, i) => [entry.name, Array(4).fill(i + 1)]);
    await expect.poll(colors).toEqual(Object.fromEntries(places));
  }
  const words = await plotOf(page).getAttribute('functions');
  const expected = await colors();
  await page.goto(`${site}embed.html?functions=${words}`);
  await drawn(page);
  const samples = await plotOf(page)
    .locator('tbody .swatch path:first-child')
    .evaluateAll((paths) => paths.map((path) => Number(path.getAttribute('stroke')?.match(/\d/)?.[0])));
  expect(samples).toEqual(Object.values(expected).map(([place]) => place));
});

test('the keyboard alone finds, adds and removes a function', async ({ page, site }) => {
  await page.goto(site);
  await drawn(page);
  for (let i = 0; i < 30 && (await page.getByRole('searchbox').evaluate((it) => it !== document.activeElement)); ++i)
    await page.keyboard.press('Tab');
  await page.keyboard.type('gelu');
  await page.keyboard.press('Enter');
  await expect(plotOf(page)).toHaveAttribute('functions', 'relu leakyRelu(negativeSlope=0.07) gelu');
  await page.keyboard.press('Tab'); // the gallery, which scrolls
  await page.keyboard.press('Tab');
  await expect(tile(page, 'GELU')).toBeFocused();
  await expect(page.locator('.tile', { has: tile(page, 'GELU') })).toHaveCSS('outline-style', 'solid');
  await page.keyboard.press('Space');
  await expect(plotOf(page)).toHaveAttribute('functions', 'relu leakyRelu(negativeSlope=0.07)');
});

for (const lang of ['en', 'zh-Hant'])
  test(`axe finds no violation in a full gallery: ${lang}`, async ({ page, site }) => {
    await page.goto(`${site}?functions=relu+elu(alpha=2)+selu+celu+hardTanh+gelu+mish+silu&lang=${lang}`);
    await drawn(page);
    await page.getByRole('searchbox').fill('relo');
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('#explorer').analyze();
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => target.join(' '))])).toEqual([]);
  });
