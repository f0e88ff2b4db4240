/** The experiments in a browser, run as a reader runs them. */
import { AxeBuilder } from '@axe-core/playwright';
import { catalogue } from 'activation-kernels';
import { expect, test } from '../fixtures.js';

/** @typedef {import('@playwright/test').Page} Page */

/** @param {Page} page @param {string} name */
function experiment(page, name) {
  const lab = page.locator(`activation-lab[experiment=${name}]`);
  return {
    lab,
    start: lab.locator('.actions button').first(),
    stop: lab.locator('.actions button').nth(1),
    time: lab.locator('.time input'),
    conclusion: lab.locator('.conclusion'),
    notes: lab.locator('.notes'),
  };
}

/** Runs an experiment to its end. @param {ReturnType<typeof experiment>} parts @returns {Promise<string>} the conclusion */
async function run({ start, conclusion }) {
  await start.click();
  await expect(conclusion).not.toBeEmpty();
  return conclusion.innerText();
}

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
  const [, , loop, kernel, times] = await rows.first().locator('th, td').allInnerTexts();
  expect(loop).toMatch(/^[\d.e−-]+ \([\d.e−-]+–[\d.e−-]+\)$/);
  expect(kernel).toMatch(/^[\d.e−-]+ \(/);
  expect(concluded).toContain(`ReLU ${times.slice(0, -1)}`);
  await cost.lab.locator('select[name=pass]').selectOption('backward');
  await expect(cost.conclusion).toBeEmpty();
  await run(cost);
});

test('on a phone, tables of results are complete, and labels keep their distance from the fields above', async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${site}lab.html`);
  for (const name of ['cost', 'convergence']) {
    const parts = experiment(page, name);
    await run(parts);
    const width = await parts.lab.locator('.values').evaluate((node) => node.scrollWidth - node.clientWidth);
    expect(width, name).toBeLessThanOrEqual(0);
    const boxes = await parts.lab
      .locator('.fields > *')
      .evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().toJSON()));
    for (const [i, { top }] of boxes.entries())
      for (const { bottom } of boxes.slice(0, i))
        if (bottom <= top) expect(top - bottom, name).toBeGreaterThanOrEqual(6);
  }
});

/**
 * Starts an experiment, and acts as soon as it reports progress, however fast it is.
 * @param {ReturnType<typeof experiment>} parts @param {'stop' | 'move' | 'remove'} action
 */
const actAtProgress = ({ lab }, action) =>
  lab.evaluate((element, action) => {
    const root = /** @type {ShadowRoot} */ (element.shadowRoot);
    const bar = /** @type {HTMLProgressElement} */ (root.querySelector('progress'));
    const [start, stop] = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('.actions button'));
    return new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (bar.value === 0) return;
        observer.disconnect();
        if (action === 'stop') stop.click();
        if (action === 'move') element.parentElement?.append(element);
        if (action === 'remove') element.remove();
        resolve(undefined);
      });
      observer.observe(bar, { attributes: true });
      start.click();
    });
  }, action);

test('cost: the reader can stop the benchmark', async ({ page, site }) => {
  await page.goto(`${site}lab.html?experiment=cost&size=1048576`);
  const cost = experiment(page, 'cost');
  await actAtProgress(cost, 'stop');
  await expect(cost.conclusion).toHaveText('Stopped.');
  await expect(cost.start).toBeEnabled();
});

test('convergence: the same seed produces the same numbers, another seed different ones', async ({ page, site }) => {
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
  await page.goto(`${site}lab.html`);
  const { lab, start, time, conclusion } = experiment(page, 'convergence');
  await start.click();
  await expect(start).toHaveText('Pause');
  await expect.poll(() => time.inputValue().then(Number)).toBeGreaterThan(2);
  await start.click();
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
  await expect(conclusion).toContainText('died at learning rates of');
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

test('the conclusion reports divergence at a learning rate of a million', async ({ page, site }) => {
  for (const name of ['convergence', 'death']) {
    await page.goto(`${site}lab.html?experiment=${name}&rate=1e6`);
    const told = await run(experiment(page, name));
    expect(told).toMatch(/ReLU diverged at step \d+: its values became too large for 32-bit floats\./);
  }
});

test('errors in the address are reported, and the rest runs', { tag: '@phone' }, async ({ page, site }) => {
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

test('with reduced motion the experiment ends at the last moment', async ({ page, site }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${site}lab.html`);
  const { lab, time, ...parts } = experiment(page, 'convergence');
  await run({ lab, time, ...parts });
  await expect(time).toHaveValue('100');
});

test('the article contains all three experiments', { tag: '@phone' }, async ({ page, site }) => {
  await page.goto(site);
  await page.locator('#what-for').scrollIntoViewIfNeeded();
  for (const name of ['cost', 'convergence', 'death']) {
    const { lab, start } = experiment(page, name);
    await lab.scrollIntoViewIfNeeded();
    await expect(start).toHaveText('Run');
  }
  expect(await run(experiment(page, 'death'))).toContain('Dead after 200 steps');
});

// Colours do not depend on the language, so each theme is checked in one.
for (const [theme, file] of [
  ['light', 'lab.html'],
  ['dark', 'lab.zh-Hant.html'],
])
  test(`axe finds no violation: ${file}, ${theme}`, async ({ page, site }) => {
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

/** Lets the scripts that match load only once the returned function is called. @param {Page} page @param {RegExp} scripts */
async function hold(page, scripts) {
  /** @type {() => void} */
  let release = () => {};
  const released = new Promise((resolve) => {
    release = () => resolve(undefined);
  });
  /** @type {() => void} */
  let ask = () => {};
  const asked = new Promise((resolve) => {
    ask = () => resolve(undefined);
  });
  await page.route(scripts, async (route) => {
    ask();
    await released;
    await route.continue();
  });
  return { release, asked };
}

/** Counts the Workers of the page: how many run now, how many ever ran at the same time, and all. @param {Page} page */
async function countWorkers(page) {
  await page.addInitScript(() => {
    const seen = { now: 0, max: 0, all: 0 };
    Object.assign(window, { workers: seen });
    globalThis.Worker = class extends Worker {
      /** @param {string | URL} url @param {WorkerOptions} [options] */
      constructor(url, options) {
        super(url, options);
        ++seen.all;
        seen.max = Math.max(seen.max, ++seen.now);
      }
      terminate() {
        --seen.now;
        super.terminate();
      }
    };
  });
  return () => page.evaluate(() => /** @type {any} */ (window).workers);
}

for (const [name, scripts] of /** @type {const} */ ([
  ['cost', /assets\/(runBenchmark|benchmark|pictures)/],
  ['convergence', /assets\/(training|pictures)/],
  ['death', /assets\/(training|pictures)/],
]))
  test(`${name}: stopping while scripts load stops it, and running again runs it once`, async ({ page, site }) => {
    const workers = await countWorkers(page);
    const { release, asked } = await hold(page, scripts);
    await page.goto(`${site}lab.html?experiment=${name}&size=401`);
    const { lab, start, stop, conclusion } = experiment(page, name);
    await start.click();
    await asked;
    await stop.click();
    await expect(conclusion).toHaveText('Stopped.');
    release();
    await page.waitForLoadState('networkidle');
    await expect(start).toHaveText('Run');
    await expect(lab.locator('.picture')).toBeEmpty();
    expect((await workers()).all).toBe(0);
    for (const button of [start, stop, start]) await button.click();
    await expect(conclusion).toHaveText(/\d/);
    await expect(start).toHaveText('Run');
    const { now, max } = await workers();
    expect([now, max]).toEqual([0, name === 'cost' ? 1 : 0]);
  });

test('run, stop and run while scripts load start one Worker', async ({ page, site }) => {
  const workers = await countWorkers(page);
  const { release, asked } = await hold(page, /assets\/(runBenchmark|benchmark|pictures)/);
  await page.goto(`${site}lab.html?experiment=cost&size=401`);
  const { start, stop, conclusion } = experiment(page, 'cost');
  await start.click();
  await asked;
  await stop.click();
  await start.click();
  release();
  await expect(conclusion).toHaveText(/\d/);
  expect(await workers()).toEqual({ now: 0, max: 1, all: 1 });
});

for (const name of ['cost', 'convergence', 'death']) {
  test(`${name}: a running experiment goes on when it is moved`, async ({ page, site }) => {
    const workers = await countWorkers(page);
    await page.goto(`${site}lab.html?experiment=${name}`);
    const parts = experiment(page, name);
    await actAtProgress(parts, 'move');
    await expect(parts.conclusion).toHaveText(/\d/);
    await expect(parts.start).toHaveText('Run');
    await expect(parts.stop).toBeDisabled();
    expect((await workers()).all).toBe(name === 'cost' ? 1 : 0);
    expect(await run(parts)).toMatch(/\d/);
  });

  test(`${name}: a running experiment that is removed stops, and can run again when it is back`, async ({
    page,
    site,
  }) => {
    const workers = await countWorkers(page);
    await page.goto(`${site}lab.html?experiment=${name}`);
    const parts = experiment(page, name);
    const main = await page.locator('#labs').elementHandle();
    const element = await parts.lab.elementHandle();
    await actAtProgress(parts, 'remove');
    await expect.poll(async () => (await workers()).now).toBe(0);
    await main?.evaluate((main, lab) => main.append(/** @type {Node} */ (lab)), element);
    await expect(parts.start).toHaveText('Run');
    await expect(parts.start).toBeEnabled();
    await expect(parts.stop).toBeDisabled();
    await expect(parts.lab.locator('.picture')).toBeEmpty();
    await expect(parts.conclusion).toBeEmpty();
    expect(await run(parts)).toMatch(/\d/);
  });
}

test('a finished experiment keeps its picture when it is moved', async ({ page, site }) => {
  await page.goto(`${site}lab.html`);
  const { lab, time, ...parts } = experiment(page, 'death');
  const told = await run({ lab, time, ...parts });
  await lab.evaluate((element) => element.parentElement?.append(element));
  await expect(parts.conclusion).toHaveText(told);
  const caption = lab.locator('.figures figcaption').first();
  const last = await caption.innerText();
  await time.fill('0');
  await expect(caption).not.toHaveText(last);
});

test('an unexpected error is reported in a sentence of the project', async ({ page, site, complaints }) => {
  await page.addInitScript(() => {
    globalThis.Worker = /** @type {any} */ (undefined);
    Array.prototype.sort = () => {
      throw new TypeError('a[o] is undefined');
    };
  });
  await page.goto(`${site}lab.html?experiment=cost&size=401`);
  const { start, notes } = experiment(page, 'cost');
  await start.click();
  await expect(notes).toHaveText(/^The experiment could not run: An unexpected error .+\.$/);
  expect(complaints.splice(0).join()).toContain('a[o] is undefined'); // in the console
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

test('a value that a field cannot have is noted while it stands there', async ({ page, site }) => {
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
