/** The parts of an experiment, and what readers do with it. */
import { expect } from '@playwright/test';

/** @typedef {import('@playwright/test').Page} Page */

/** @param {Page} page @param {string} name */
export function experiment(page, name) {
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
export async function run({ start, conclusion }) {
  await start.click();
  await expect(conclusion).not.toBeEmpty();
  return conclusion.innerText();
}

/**
 * Starts an experiment, and acts as soon as it reports progress, however fast it is. Returns what the start button said then.
 * @param {ReturnType<typeof experiment>} parts @param {'pause' | 'stop' | 'move' | 'remove'} action
 */
export const actAtProgress = ({ lab }, action) =>
  lab.evaluate((element, action) => {
    const root = /** @type {ShadowRoot} */ (element.shadowRoot);
    const bar = /** @type {HTMLProgressElement} */ (root.querySelector('progress'));
    const [start, stop] = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('.actions button'));
    return new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (bar.value === 0) return;
        observer.disconnect();
        resolve(start.textContent);
        if (action === 'pause') start.click();
        if (action === 'stop') stop.click();
        if (action === 'move') element.parentElement?.append(element);
        if (action === 'remove') element.remove();
      });
      observer.observe(bar, { attributes: true });
      start.click();
    });
  }, action);
