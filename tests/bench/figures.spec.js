/** Prints figures of speed without limits, because machines differ. Run it while the machine does nothing else. */
import { drawn, expect, test } from '../fixtures.js';

test('the time from the HTML to the first curve, and that of a blank page', async ({ page, site }) => {
  const blank = '<!doctype html><link rel="icon" href="data:,"><title>blank</title><p>blank';
  await page.route(`${site}blank.html`, (route) => route.fulfill({ contentType: 'text/html', body: blank }));
  /** @type {{ curve: number[], blank: number[] }} */
  const times = { curve: [], blank: [] };
  for (let i = 0; i < 5; ++i) {
    await page.goto(`${site}blank.html`);
    times.blank.push(
      await page.evaluate(async () => {
        const [{ responseEnd }] = /** @type {PerformanceNavigationTiming[]} */ (
          performance.getEntriesByType('navigation')
        );
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const paint = performance.getEntriesByName('first-contentful-paint')[0];
        return (paint?.startTime ?? performance.now()) - responseEnd;
      }),
    );
    await page.goto('about:blank');
    await page.goto(site);
    await drawn(page);
    times.curve.push(await page.evaluate(() => /** @type {any} */ (window).firstDraw));
  }
  const median = (/** @type {number[]} */ list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
  const [curve, paint] = [median(times.curve), median(times.blank)];
  console.log(`first curve ${curve.toFixed(0)} ms after the HTML, a blank page’s first paint ${paint.toFixed(0)} ms`);
  expect(curve).toBeGreaterThan(0);
});

test('the work in a frame while a slider changes five functions and their derivatives', async ({ page, site }) => {
  await page.addInitScript(() => {
    const seen = /** @type {any} */ (window);
    seen.frames = [];
    const request = requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) =>
      request((time) => {
        const start = performance.now();
        callback(time);
        seen.frames.push(performance.now() - start);
      });
  });
  const functions = 'elu(alpha=1.5)+leakyRelu(negativeSlope=0.1)+gelu+softplus(beta=2)+silu(beta=1.5)';
  await page.goto(`${site}?functions=${functions}&min=-8&max=8&derivative`);
  await drawn(page);
  await page.waitForTimeout(500);
  const { work, draws } = await page.evaluate(async () => {
    const seen = /** @type {any} */ (window);
    const slider = /** @type {HTMLInputElement} */ (document.querySelector('#parameters input[type=range]'));
    let draws = 0;
    document.querySelector('#plot')?.addEventListener('plotdraw', () => ++draws);
    const work = [];
    // The engine compiles the code during the first 120 moves.
    for (let i = -120; i < 120; ++i) {
      slider.value = String(0.1 + ((i + 190) % 19) / 10); // within its range
      const start = performance.now();
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      const handler = performance.now() - start;
      const before = seen.frames.length;
      await new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve)));
      if (i < 0) continue;
      work.push(
        handler + seen.frames.slice(before).reduce((/** @type {number} */ a, /** @type {number} */ b) => a + b, 0),
      );
    }
    return { work, draws };
  });
  expect(draws).toBeGreaterThanOrEqual(239); // every move is drawn
  work.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => work[Math.floor(share * (work.length - 1))].toFixed(1);
  console.log(`work in a frame: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, longest ${at(1)} ms`);
});

test('the work of ten plots on a page, and of one', async ({ page, site }) => {
  const work = async (/** @type {number} */ count) => {
    const plots = '<activation-plot functions="relu gelu elu" derivative></activation-plot>'.repeat(count);
    const body = `<!doctype html><link rel="icon" href="data:,"><style>activation-plot { float: left; width: 240px }</style>
      <script type="module" src="${site}activation-plot.js"></script>${plots}`;
    await page.route(`${site}${count}.html`, (route) => route.fulfill({ contentType: 'text/html', body }));
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const busy = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
    };
    await page.goto('about:blank');
    const before = await busy();
    await page.goto(`${site}${count}.html`);
    for (const plot of await page.locator('activation-plot').all())
      await expect(plot.locator('.fallback')).toBeHidden();
    const duration = (await busy()) - before;
    await session.detach();
    return duration;
  };
  const rounds = [];
  for (let i = 0; i < 5; ++i) rounds.push({ one: await work(1), ten: await work(10) });
  const median = (/** @type {number[]} */ list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
  const [one, ten] = [median(rounds.map((r) => r.one)), median(rounds.map((r) => r.ten))];
  console.log(`one plot ${one.toFixed(0)} ms of work, ten plots ${ten.toFixed(0)} ms: ${(ten / one).toFixed(1)} times`);
  expect(ten).toBeGreaterThan(0);
});

test('frames per second while four networks train', async ({ page, site }) => {
  await page.goto(`${site}lab.html`);
  const lab = page.locator('activation-lab[experiment=convergence]');
  await lab.scrollIntoViewIfNeeded();
  const frames = await lab.evaluate(async (element) => {
    const button = /** @type {HTMLButtonElement} */ (element.shadowRoot?.querySelector('.actions button'));
    const slider = /** @type {HTMLInputElement} */ (element.shadowRoot?.querySelector('.time input'));
    const done = new Promise((resolve) => element.addEventListener('labdone', resolve, { once: true }));
    button.click();
    while (Number(slider.value) < 1) await new Promise(requestAnimationFrame); // what loads it is not training
    /** @type {number[]} */
    const times = [];
    let isRunning = true;
    const note = (/** @type {number} */ time) => {
      times.push(time);
      if (isRunning) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
    await done;
    isRunning = false;
    return times.slice(1).map((time, i) => time - times[i]);
  });
  const mean = frames.reduce((a, b) => a + b, 0) / frames.length;
  const longest = Math.max(...frames);
  console.log(
    `while training: ${(1000 / mean).toFixed(0)} frames per second, the longest of ${frames.length} ${longest.toFixed(0)} ms`,
  );
  expect(frames.length).toBeGreaterThan(50);
});
