/** Experiments in other places: moved to another box. */
import { expectHeights } from '../element/heights.js';
import { expect, test } from '../fixtures.js';
import { experiment, run } from './experiment.js';

// Without motion, an experiment draws only its last moment, so that it ends sooner.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** @typedef {import('@playwright/test').Locator} Locator */

/** Moves an experiment into a new box with a style and a language. */
const moveInto = (/** @type {Locator} */ lab, /** @type {string} */ lang, /** @type {string} */ colorScheme) =>
  lab.evaluate(
    (element, [tag, scheme]) => {
      const box = document.createElement('div');
      box.lang = tag;
      box.style.colorScheme = scheme;
      element.parentElement?.append(box);
      box.append(element);
    },
    [lang, colorScheme],
  );

const themeOf = (/** @type {Locator} */ lab) =>
  lab.locator('.root').evaluate((root) => /** @type {HTMLElement} */ (root).dataset.theme);

test('an experiment takes the language and the colour scheme of the place to which it is moved', async ({
  page,
  site,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(`${site}lab.html`);
  const { lab, start, ...others } = experiment(page, 'death');
  await expect(start).toHaveText('Run');
  await moveInto(lab, 'zh-TW', 'dark');
  await expect(start).toHaveText('開始');
  await expect(lab.locator('.question')).toHaveText(/學習率/);
  await expect.poll(() => themeOf(lab)).toBe('dark');
  await moveInto(lab, 'en', 'light');
  await expect(start).toHaveText('Run');
  await expect.poll(() => themeOf(lab)).toBe('light');
  // Its results move too, in the new colours.
  const told = await run({ lab, start, ...others });
  await moveInto(lab, 'en-GB', 'dark');
  await expect.poll(() => themeOf(lab)).toBe('dark');
  await expect(others.conclusion).toHaveText(told);
  await page.evaluate(() => {
    document.querySelector('[lang=en-GB]')?.setAttribute('lang', 'zh-Hant');
  });
  await expect(start).toHaveText('開始');
});

test('an experiment keeps within the height that its author gives it', async ({ page, site }) => {
  await page.setViewportSize({ width: 900, height: 900 });
  await page.goto(`${site}lab-embed.html?experiment=death&functions=relu`);
  const parts = experiment(page, 'death');
  await expectHeights(parts.lab);
  // Readers reach its results by scrolling.
  await parts.lab.evaluate((lab) => {
    /** @type {HTMLElement} */ (lab).style.cssText = 'display: block; height: 300px; max-height: 600px';
  });
  await run(parts);
  await parts.conclusion.scrollIntoViewIfNeeded();
  await expect(parts.conclusion).toBeInViewport();
  await expect(parts.lab).toHaveCSS('height', '300px');
});
