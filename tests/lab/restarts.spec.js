/** Experiments that are stopped, started again, moved or removed, also while their scripts load. */
import { expect, hold, test } from '../fixtures.js';
import { actAtProgress, experiment, run } from './experiment.js';

// Without motion, an experiment draws only its last moment, so that it ends sooner.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** @typedef {import('@playwright/test').Page} Page */

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

// Both experiments that train share their code.
const tagOf = (/** @type {string} */ name) => (name === 'death' ? '@everywhere' : []);

for (const [name, scripts] of /** @type {const} */ ([
  ['cost', /assets\/(runBenchmark|benchmark|pictures)/],
  ['convergence', /assets\/(training|pictures)/],
  ['death', /assets\/(training|pictures)/],
]))
  test(`${name}: stopping while scripts load stops it, and running again runs it once`, { tag: tagOf(name) }, async ({
    page,
    site,
  }) => {
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
    // At once: on a busy machine the run could end before the second click.
    await lab.evaluate(({ shadowRoot }) => {
      const [first, second] = shadowRoot?.querySelectorAll('.actions button') ?? [];
      for (const button of [first, second, first]) /** @type {HTMLElement} */ (button).click();
    });
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
  test(`${name}: a running experiment goes on when it is moved`, { tag: tagOf(name) }, async ({ page, site }) => {
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

  test(`${name}: a running experiment that is removed stops, and can run again when it is back`, {
    tag: tagOf(name),
  }, async ({ page, site }) => {
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

test('a new theme keeps the run and its results', async ({ page, site }) => {
  await page.goto(`${site}lab.html`);
  const parts = experiment(page, 'death');
  await parts.lab.evaluate((lab) => {
    const bar = /** @type {HTMLProgressElement} */ (lab.shadowRoot?.querySelector('progress'));
    const observer = new MutationObserver(() => lab.setAttribute('theme', 'dark'));
    observer.observe(bar, { attributes: true });
  });
  const told = await run(parts);
  await expect(parts.lab.locator('.root')).toHaveAttribute('data-theme', 'dark');
  const themes = { light: 'light', '': 'light', dark: 'dark' };
  for (const [theme, shown] of Object.entries(themes)) {
    await parts.lab.evaluate((lab, word) => lab.setAttribute('theme', word), theme);
    await expect(parts.lab.locator('.root')).toHaveAttribute('data-theme', shown);
    await expect(parts.conclusion).toHaveText(told);
  }
  await parts.lab.evaluate((lab) => lab.setAttribute('theme', 'sepia'));
  await expect(parts.notes).toContainText('not "sepia"');
  await expect(parts.conclusion).toHaveText(told);
});

test('an unexpected error is shown as a sentence of this project, not of the engine', async ({
  page,
  site,
  complaints,
}) => {
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
