/** The page of the experiments: its fields, address, languages and embed code. */
import { expect, test } from '../fixtures.js';
import { experiment, run } from './experiment.js';

for (const file of ['lab.html', 'lab.zh-Hant.html'])
  test(`at every width, the page reserves the height of each experiment: ${file}`, async ({ page, site }) => {
    await page.goto(`${site}${file}`);
    await expect(page.locator('activation-lab:defined')).toHaveCount(3);
    const wrong = [];
    for (let width = 330; width < 1300; width += 18) {
      await page.setViewportSize({ width, height: 900 });
      const heights = await page.evaluate(() =>
        Array.from(document.querySelectorAll('activation-lab'), (found) => {
          const lab = /** @type {HTMLElement} */ (found);
          const reserved = Number.parseFloat(getComputedStyle(lab).minHeight);
          lab.style.minHeight = '0';
          const natural = lab.getBoundingClientRect().height;
          lab.style.minHeight = '';
          return [natural, reserved];
        }),
      );
      // Room for other fonts, but no gap that readers would notice.
      wrong.push(
        ...heights
          .filter(([natural, reserved]) => natural > reserved || natural < reserved - 75)
          .map((two) => [width, ...two]),
      );
    }
    expect(wrong).toEqual([]);
  });

test('names and themes in the address are read in any case, repeated words once, and unknown ones are noted', async ({
  page,
  site,
}) => {
  const notesOf = (/** @type {string} */ name) =>
    page.locator(`#labs section:has(activation-lab[experiment=${name}]) .notes p`);
  await page.goto(`${site}lab.html?experiment=Death&rate=2&rate=3&task=MOONS&experiment=death&rate=1&theme=Dark`);
  const lab = page.locator('activation-lab[experiment=death]');
  await expect(lab.getByRole('spinbutton').first()).toHaveValue('2');
  await expect(lab.locator('.root')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(notesOf('death')).toHaveCount(0);

  await page.goto(`${site}lab.html?experiment=dead&size=401&theme=sepia`);
  await expect(notesOf('dead')).toHaveText([
    'experiment must be one of cost, convergence, death, not "dead".',
    'theme must be one of light, dark, not "sepia".',
  ]);
  await expect(notesOf('death')).toHaveText(['theme must be one of light, dark, not "sepia".']);
  await expect(page.locator('activation-lab').first().getByRole('combobox', { name: 'length' })).toHaveValue('401');

  await page.goto(`${site}lab-embed.html?experiment=Death&rate=2&rate=3&theme=Dark`);
  await expect(page.locator('activation-lab').getByRole('spinbutton').first()).toHaveValue('2');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('errors in the address are reported, and the rest runs', async ({ page, site }) => {
  await page.goto(
    `${site}lab.html?experiment=death&functions=relu+softmax+gelo+<b>&rate=-1&seed=1.5&task=cats&theme=dark`,
  );
  const parts = experiment(page, 'death');
  for (const part of [
    'softmax cannot be drawn with relu',
    '"gelo"',
    '"<b>"',
    'rate must lie',
    'seed must be an integer',
    '"cats"',
  ])
    await expect(parts.notes).toContainText(part);
  expect(await run(parts)).toContain('ReLU');
  await page.goto(`${site}lab.html?experiment=death&functions=softmax`);
  await expect(parts.notes).toHaveText(
    'softmax takes a whole row; this experiment accepts only elementwise functions.',
  );
});

test('the Chinese page is in Chinese and links to the English page', async ({ page, site }) => {
  await page.goto(`${site}lab.zh-Hant.html`);
  const parts = experiment(page, 'death');
  await parts.lab.locator('input[name=rate]').fill('2');
  expect(await run(parts)).toMatch(/^學習率 2，200 步之後：/);
  await page.locator('#language').click();
  await expect(page).toHaveURL(/lab\.html\?experiment=death&rate=2/);
  await expect(experiment(page, 'death').lab.locator('input[name=rate]')).toHaveValue('2');
});

test('the embed code frames the experiment with its current settings, and the frame links back to it', async ({
  page,
  site,
}) => {
  await page.goto(`${site}lab.html`);
  const { lab } = experiment(page, 'death');
  await lab.locator('input[name=rate]').fill('3');
  const embed = page.locator('#labs section', { has: lab }).locator('.embed');
  await embed.locator('summary').click();
  const code = await embed.locator('code').innerText();
  await page.route(`${site}blog.html`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>blog</title><link rel="icon" href="data:,">${code}`,
    }),
  );
  await page.goto(`${site}blog.html`);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Run' }).click();
  await expect(frame.locator('activation-lab .conclusion')).toContainText('learning rate of 3');
  await expect(frame.locator('#open')).toHaveAttribute('href', /lab\.html\?experiment=death&rate=3$/);
});

test('a field keeps the focus while the reader types, even while it holds no number', async ({ page, site }) => {
  await page.goto(`${site}lab.html`);
  const { lab, notes } = experiment(page, 'death');
  const alpha = lab.getByRole('spinbutton', { name: 'ELU: alpha' });
  await alpha.fill('');
  await expect(notes).toContainText('alpha must be a number');
  await expect(alpha).toBeFocused();
  await alpha.fill('2');
  await expect(notes).toBeEmpty();
  await expect(lab).toHaveAttribute('functions', 'relu leakyRelu(negativeSlope=0.1) elu(alpha=2) gelu');
});

test('at most four functions can be chosen, also where two are variants of one', async ({ page, site }) => {
  await page.goto(`${site}lab.html?experiment=cost&functions=leakyRelu(negativeSlope=0.1)+leakyRelu+gelu`);
  const { lab, notes } = experiment(page, 'cost');
  await lab.locator('details summary').click();
  const box = (/** @type {string} */ name) => lab.getByRole('checkbox', { name, exact: true });
  await box('ReLU').check({ force: true });
  await expect(lab).toHaveAttribute('functions', 'leakyRelu(negativeSlope=0.1) leakyRelu gelu relu');
  await expect(box('ELU')).toBeDisabled();
  await box('GELU').uncheck({ force: true });
  await box('ReLU').uncheck({ force: true });
  await expect(box('Leaky ReLU')).toBeDisabled(); // the last
  await expect(notes).toBeEmpty();
});

test('where variants of one function fill all places, another function takes the last of them', async ({
  page,
  site,
}) => {
  for (const variants of [
    'relu relu relu relu',
    [1, 2, 3, 4].map((i) => `leakyRelu(negativeSlope=0.${i})`).join(' '),
  ]) {
    await page.goto(`${site}lab.html?experiment=convergence&functions=${encodeURIComponent(variants)}`);
    const { lab, notes } = experiment(page, 'convergence');
    await lab.locator('details summary').click();
    const box = (/** @type {string} */ name) => lab.getByRole('checkbox', { name, exact: true });
    await box('GELU').check({ force: true });
    await expect(lab).toHaveAttribute('functions', `${variants.split(' ').slice(0, 3).join(' ')} gelu`);
    await expect(box('ELU')).toBeDisabled();
    await box(variants.startsWith('relu') ? 'ReLU' : 'Leaky ReLU').uncheck({ force: true });
    await expect(lab).toHaveAttribute('functions', 'gelu');
    await expect(box('ELU')).toBeEnabled();
    await expect(notes).toBeEmpty();
  }
});

test('a value that a field cannot have is noted while it stands there', { tag: '@everywhere' }, async ({
  page,
  site,
}) => {
  await page.goto(`${site}lab.html?experiment=death&rate=1.234&seed=7`);
  const { lab, notes, start, conclusion } = experiment(page, 'death');
  const [rate, seed] = ['rate', 'seed'].map((name) => lab.locator(`input[name=${name}]`));
  await expect(rate).toHaveValue('1.234');
  await expect(notes).toBeEmpty();
  for (const [field, text, note, right] of /** @type {const} */ ([
    [seed, '5000', 'seed must lie', '9'],
    [seed, '1.5', 'seed must be an integer', '8'],
    [seed, '', 'seed must be a number', '7'],
    [rate, '-3', 'rate must lie', '0.12345'],
    [rate, '', 'rate must be a number', '2.5'],
  ])) {
    await field.fill(text);
    await expect(notes).toContainText(note);
    await start.click();
    await expect(conclusion).not.toBeEmpty();
    await expect(notes).toContainText(note);
    await expect(field).toHaveValue(text);
    await field.fill(right);
    await expect(notes).toBeEmpty();
  }
  expect(await run(experiment(page, 'death'))).toContain('learning rate of 2.5');
  await expect(lab).toHaveAttribute('seed', '7');
});

test('an address that was escaped once more is read as it was meant', async ({ page, site }) => {
  await page.goto(
    `${site}lab.html?experiment=death&amp;rate=3&amp;amp;experiment=convergence&amp;task=iris&amp;theme=dark&amp;lang=zh-Hant`,
  );
  await expect(page).toHaveURL(/lab\.zh-Hant\.html/);
  await expect(experiment(page, 'death').lab.locator('input[name=rate]')).toHaveValue('3');
  await expect(experiment(page, 'convergence').lab.locator('select[name=task]')).toHaveValue('iris');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.locator('#language').click();
  await expect(page).toHaveURL(
    /lab\.html\?experiment=convergence&task=iris&experiment=death&rate=3&theme=dark&lang=en$/,
  );
});

test('the address holds all experiments, and Back returns to the settings of the address', async ({ page, site }) => {
  await page.goto(`${site}lab.html?lang=en`);
  const [cost, death] = [experiment(page, 'cost').lab, experiment(page, 'death').lab];
  const rate = death.locator('input[name=rate]');
  await cost.locator('select[name=size]').selectOption('401');
  await rate.fill('3');
  const query = '?experiment=cost&size=401&experiment=death&rate=3&lang=en';
  await expect.poll(() => new URL(page.url()).search).toBe(query);
  await page.reload();
  await expect(cost.locator('select[name=size]')).toHaveValue('401');
  await expect(rate).toHaveValue('3');
  await page.getByRole('link', { name: 'Dead units' }).click();
  await expect(page).toHaveURL(/#death$/);
  await rate.fill('5');
  await expect(page).toHaveURL(/rate=5&lang=en#death$/);
  const code = page.locator('#labs section', { has: death }).locator('.embed code');
  await page.goBack();
  await expect.poll(() => new URL(page.url()).search).toBe(query);
  await expect(rate).toHaveValue('3');
  await expect(code).toContainText('rate=3"');
  await page.goForward();
  await expect(rate).toHaveValue('5');
  await expect(code).toContainText('rate=5"');
  await expect(cost.locator('select[name=size]')).toHaveValue('401');
});

test('the language link keeps the words of all experiments, before and after a change', async ({ page, site }) => {
  const words = 'experiment=convergence&task=iris&functions=gelo+relu&experiment=death&rate=3&theme=dark';
  await page.goto(`${site}lab.html?${words}`);
  await page.reload();
  for (const [heading, other] of [
    ['神經元會死嗎？', 'en'],
    ['Can a unit die?', 'zh-Hant'],
  ]) {
    await page.locator('#language').click();
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    await expect(page.locator('#language')).toHaveAttribute('hreflang', other);
    await expect(experiment(page, 'death').lab.locator('input[name=rate]')).toHaveValue('3');
    await expect(experiment(page, 'convergence').lab.locator('select[name=task]')).toHaveValue('iris');
    await expect(experiment(page, 'convergence').notes).toContainText('gelo');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  }
});

test('the language of the address is that of the whole page', async ({ page, site }) => {
  for (const [file, lang, run] of [
    ['lab.html', 'zh-Hant', '開始'],
    ['lab.html', 'zh-TW', '開始'],
    ['lab.zh-Hant.html', 'en', 'Run'],
  ]) {
    await page.goto(`${site}${file}?experiment=cost&size=401&lang=${lang}`);
    for (const name of ['cost', 'convergence', 'death']) await expect(experiment(page, name).start).toHaveText(run);
    await expect(page.locator('html')).toHaveAttribute('lang', run === 'Run' ? 'en' : 'zh-Hant');
    await expect(experiment(page, 'cost').lab.locator('select[name=size]')).toHaveValue('401');
  }
});

test('a browser in Chinese opens the experiments in Chinese', async ({ browser, site }) => {
  const context = await browser.newContext({ locale: 'zh-TW' });
  const page = await context.newPage();
  await page.goto(`${site}lab.html?experiment=death&rate=3`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/激勵函數/);
  await expect(experiment(page, 'death').lab.locator('input[name=rate]')).toHaveValue('3');
  await context.close();
});
