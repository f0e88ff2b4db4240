/** The experiments in a browser, run as a reader runs them. */
import { AxeBuilder } from '@axe-core/playwright';
import { catalogue } from 'activation-kernels';
import { expect, test } from '../fixtures.js';
import { actAtProgress, experiment, run } from './experiment.js';

// Without motion, an experiment draws only its last moment, so that it ends sooner.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('nothing runs before the reader starts it', async ({ page, site }) => {
  /** @type {string[]} */
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${site}lab.html`);
  await expect(experiment(page, 'death').start).toHaveText('Run');
  expect(asked.filter((url) => /training|network|worker/.test(url))).toEqual([]);
});

test('cost: a Worker measures, and bars, times and the conclusion agree', async ({ page, site }) => {
  await page.goto(`${site}lab.html`);
  const cost = experiment(page, 'cost');
  await cost.lab.locator('select[name=size]').selectOption('401');
  const started = page.waitForEvent('worker');
  const concluded = await run(cost);
  await started;
  const rows = cost.lab.locator('tbody tr');
  await expect(rows).toHaveCount(4);
  const [, , loop, kernel, times] = await rows.first().locator('th, td').allTextContents();
  expect(loop).toMatch(/^[\d.e−-]+ \([\d.e−-]+–[\d.e−-]+\)$/);
  expect(kernel).toMatch(/^[\d.e−-]+ \(/);
  expect(concluded).toContain(`ReLU ${times.slice(0, -1)}`);
  await cost.lab.locator('select[name=pass]').selectOption('backward');
  await expect(cost.conclusion).toBeEmpty();
  await run(cost);
});

for (const lang of ['en', 'zh-Hant'])
  test(`on a phone, tables of results are complete, and labels keep their distance from the fields above: ${lang}`, async ({
    page,
    site,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${site}lab.html?lang=${lang}`);
    for (const name of ['cost', 'convergence']) {
      const parts = experiment(page, name);
      await run(parts);
      const width = await parts.lab.locator('.values').evaluate((node) => node.scrollWidth - node.clientWidth);
      expect(width, name).toBeLessThanOrEqual(0);
      const head = await parts.lab.locator('.values thead').boundingBox();
      expect(head?.height, `${name}: two lines`).toBeLessThanOrEqual(48);
      const boxes = await parts.lab
        .locator('.fields > *')
        .evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().toJSON()));
      for (const [i, { top }] of boxes.entries())
        for (const { bottom } of boxes.slice(0, i))
          if (bottom <= top) expect(top - bottom, name).toBeGreaterThanOrEqual(6);
    }
  });

test('cost: the reader can stop the benchmark', async ({ page, site }) => {
  await page.goto(`${site}lab.html?experiment=cost&size=1048576`);
  const cost = experiment(page, 'cost');
  await actAtProgress(cost, 'stop');
  await expect(cost.conclusion).toHaveText('Stopped.');
  await expect(cost.start).toBeEnabled();
});

test('convergence: the same seed produces the same numbers, another seed different ones', {
  tag: '@everywhere',
}, async ({ page, site }) => {
  await page.goto(`${site}lab.html`);
  const { lab, ...parts } = experiment(page, 'convergence');
  const numbers = async () => [await run({ lab, ...parts }), await lab.locator('tbody').innerText()];
  const first = await numbers();
  expect(first[0]).toMatch(/^After 100 epochs .+ has the smallest loss, [\d.e−-]+\./);
  expect(await numbers()).toEqual(first);
  await lab.locator('input[name=seed]').fill('2');
  expect(await numbers()).not.toEqual(first);
});

for (const task of ['curve', 'spirals', 'ring', 'iris'])
  test(`convergence: networks learn the task ${task}, and the pictures show it`, {
    tag: task === 'curve' ? [] : '@everywhere',
  }, async ({ page, site }) => {
    await page.goto(`${site}lab.html?experiment=convergence&task=${task}&functions=tanh+relu&optimiser=adam&rate=0.01`);
    const { lab, time, ...parts } = experiment(page, 'convergence');
    await run({ lab, time, ...parts });
    const losses = async () =>
      (await lab.locator('tbody td:nth-child(2)').allInnerTexts()).map((text) => Number(text.replace('−', '-')));
    const learned = await losses();
    const colors = await lab
      .locator('.figures canvas')
      .first()
      .evaluate((element) => {
        const canvas = /** @type {HTMLCanvasElement} */ (element);
        const { data } = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')).getImageData(0, 0, 240, 240);
        return new Set(new Uint32Array(data.buffer)).size;
      });
    expect(colors).toBeGreaterThan(2);
    await time.fill('0');
    const before = await losses();
    learned.forEach((loss, i) => {
      expect(loss).toBeLessThan(before[i] / 2);
    });
  });

test('convergence: the reader can pause, continue, and go back in time', async ({ page, site }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.goto(`${site}lab.html`);
  const { lab, start, time, conclusion, ...parts } = experiment(page, 'convergence');
  expect(await actAtProgress({ lab, start, time, conclusion, ...parts }, 'pause')).toBe('Pause');
  await expect(start).toHaveText('Continue');
  const at = await time.inputValue();
  const shown = await lab.locator('tbody').innerText();
  await time.focus();
  await page.keyboard.press('Home');
  await expect(lab.locator('tbody')).not.toHaveText(shown);
  await page.keyboard.press('End');
  expect(await time.inputValue()).toBe(at);
  await start.click();
  await expect(conclusion).not.toBeEmpty();
  await expect(time).toHaveValue('100');
});

test('death: the textbook case kills units of ReLU and none of Leaky ReLU', async ({ page, site }) => {
  await page.goto(`${site}lab.html`);
  const { lab, conclusion, time } = experiment(page, 'death');
  await lab.getByRole('button', { name: 'The textbook case' }).click();
  await expect(conclusion).toContainText('The lowest learning rate tried at which');
  const told = await conclusion.innerText();
  const [, dead] = /ReLU (\d+) of 64/.exec(told) ?? [];
  expect(Number(dead)).toBeGreaterThan(16);
  expect(told).toMatch(/Leaky ReLU \(a = 0\.1\) 0 of 64/);
  await expect(lab.locator('.units').first().locator('.dead')).toHaveCount(Number(dead));
  await expect(lab.locator('.units').nth(1).locator('.dead')).toHaveCount(0);
  await expect(page).toHaveURL(/experiment=death&rate=3$/);
  await time.fill('0');
  await expect(lab.locator('.units').first().locator('.dead')).not.toHaveCount(Number(dead));
});

test('the conclusion reports divergence at a learning rate of a million', { tag: '@everywhere' }, async ({
  page,
  site,
}) => {
  for (const name of ['convergence', 'death']) {
    await page.goto(`${site}lab.html?experiment=${name}&rate=1e6`);
    const told = await run(experiment(page, name));
    expect(told).toMatch(/ReLU diverged at step \d+: its values became too large for 32-bit floats\./);
  }
});

test('with reduced motion the experiment ends at the last moment', async ({ page, site }) => {
  await page.goto(`${site}lab.html`);
  const { lab, time, ...parts } = experiment(page, 'convergence');
  await run({ lab, time, ...parts });
  await expect(time).toHaveValue('100');
});

// Colours do not depend on the language, so each theme is checked in one.
for (const [theme, file] of [
  ['light', 'lab.html'],
  ['dark', 'lab.zh-Hant.html'],
])
  test(`axe finds no violation: ${file}, ${theme}`, { tag: theme === 'dark' ? '@everywhere' : [] }, async ({
    page,
    site,
  }) => {
    test.slow();
    await page.goto(`${site}${file}?theme=${theme}`);
    for (const name of ['cost', 'convergence', 'death']) await run(experiment(page, name));
    await page.locator('activation-lab').evaluateAll((labs) => {
      for (const lab of labs)
        for (const details of lab.shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
    });
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const axe = new AxeBuilder({ page })
      .setLegacyMode()
      .options({ resultTypes: ['violations'] })
      .withTags(tags);
    const { violations } = await axe.analyze();
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => target.join(' '))])).toEqual([]);
    for (const width of [320, 390, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth))
        .toBeLessThanOrEqual(0);
    }
  });

test('the benchmark of the address runs for every function, in both passes', { tag: '@everywhere' }, async ({
  page,
  site,
}) => {
  const names = catalogue.filter(({ kind }) => kind === 'elementwise').map(({ name }) => name);
  for (let i = 0; i < names.length; i += 4) {
    const four = names.slice(i, i + 4);
    await page.goto(`${site}lab.html?experiment=cost&size=401&functions=${four.join('+')}`);
    const cost = experiment(page, 'cost');
    for (const pass of ['value', 'backward']) {
      await cost.lab.locator('select[name=pass]').selectOption(pass);
      await run(cost);
      await expect(cost.notes).toBeEmpty();
      await expect(cost.lab.locator('tbody tr')).toHaveCount(four.length);
    }
  }
});
