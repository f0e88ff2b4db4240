/** The address of the explorer: links, Back and Undo. */
import { drawn, expect, field, plotOf, test, tile } from '../fixtures.js';

// Without motion, each change draws one plot, so the tests see no plot of a glide.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a link keeps its words in the address until the reader changes something', async ({ page, site }) => {
  const words = '?functions=relu+gelo+elu(alpha=2)&min=x&utm_source=blog';
  await page.goto(site + words);
  await drawn(page);
  await page.emulateMedia({ colorScheme: 'dark' }); // draws again
  await page.waitForTimeout(500);
  expect(new URL(page.url()).search).toBe(words);
  await page.locator('#language').click();
  await expect(page).toHaveURL(
    /zh-Hant\.html\?functions=relu\+gelo\+elu\(alpha=2\)&min=x&utm_source=blog&lang=zh-Hant$/,
  );
  await expect(plotOf(page).getByRole('status')).toContainText('沒有「gelo」這個函數');
  await page.locator('#language').click();
  await drawn(page);
  await field(page, 'x to').fill('5');
  await expect(page).toHaveURL(/\?functions=relu\+elu\(alpha=2\)&max=5&lang=en$/);
});

test('Undo ends at the first state, however fast it is pressed', async ({ page, site }) => {
  await page.goto(`${site}article.html`);
  await page.goto(`${site}?functions=elu`);
  await drawn(page);
  const undo = page.getByRole('button', { name: 'Undo' });
  for (const name of ['Mish', 'GELU', 'Softsign']) await tile(page, name).check();
  await expect(page).toHaveURL(/\?functions=elu\+mish\+gelu\+softsign$/);
  await undo.evaluate((button) => {
    for (let i = 0; i < 12; ++i) /** @type {HTMLButtonElement} */ (button).click();
  });
  await expect(page.locator('#gallery input:checked')).toHaveCount(3); // presses during a step do not count
  await undo.click();
  await expect(page.locator('#gallery input:checked')).toHaveCount(2);
  await undo.click();
  await expect(page).toHaveURL(`${site}?functions=elu`);
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
});

test('after more changes than a browser keeps, Undo is disabled where it ends', async ({ page, site }) => {
  await page.goto(`${site}?functions=elu`);
  await drawn(page);
  const undo = page.getByRole('button', { name: 'Undo' });
  const box = tile(page, 'Mish');
  await box.evaluate((input) => {
    for (let i = 0; i < 60; ++i) /** @type {HTMLInputElement} */ (input).click();
  });
  await expect(undo).toHaveAttribute('aria-disabled', 'false');
  const steps = await page.evaluate(async () => {
    const button = /** @type {HTMLButtonElement} */ (document.getElementById('undo'));
    for (let count = 0; ; ++count) {
      if (button.ariaDisabled === 'true') return count;
      const back = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
      button.click();
      await back;
    }
  });
  expect(steps).toBe(49); // of 60: Chromium keeps 50 entries
  await expect(box).toBeChecked(); // as after the 11th change
});

test('Back and Undo take back one choice, one slider or one field at a time', async ({ page, site }) => {
  await page.goto(`${site}?functions=elu`);
  await drawn(page);
  const undo = page.getByRole('button', { name: 'Undo' });
  const shows = async (/** @type {string} */ search, /** @type {string} */ functions) => {
    await expect.poll(() => new URL(page.url()).search).toBe(search);
    await expect(plotOf(page)).toHaveAttribute('functions', functions);
    await expect(page.locator('#gallery input:checked')).toHaveCount(functions.split(' ').length);
  };
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
  await tile(page, 'Mish').check();
  await shows('?functions=elu+mish', 'elu mish');
  // All values of a slider are one step.
  await page.getByRole('slider', { name: 'ELU: alpha' }).focus();
  for (let i = 0; i < 3; ++i) await page.keyboard.press('ArrowRight');
  const alpha = await field(page, 'ELU: alpha').inputValue();
  await shows(`?functions=elu(alpha=${alpha})+mish`, `elu(alpha=${alpha}) mish`);
  await field(page, 'x to').pressSequentially('15');
  await shows(`?functions=elu(alpha=${alpha})+mish&max=15`, `elu(alpha=${alpha}) mish`);
  await page.getByRole('checkbox', { name: /Derivative/ }).check();
  await page.getByRole('link', { name: 'Softmax' }).click();
  await expect(plotOf(page)).toHaveAttribute('functions', 'softmax sparsemax');
  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  await shows('?functions=relu+leakyRelu(negativeSlope=0.07)', 'relu leakyRelu(negativeSlope=0.07)');

  await undo.click(); // the reset
  await expect(plotOf(page)).toHaveAttribute('functions', 'softmax sparsemax');
  await page.goBack();
  await shows(`?functions=elu(alpha=${alpha})+mish&max=15&derivative`, `elu(alpha=${alpha}) mish`);
  await expect(page.getByRole('checkbox', { name: /Derivative/ })).toBeChecked();
  await undo.click();
  await shows(`?functions=elu(alpha=${alpha})+mish&max=15`, `elu(alpha=${alpha}) mish`);
  await expect(field(page, 'x to')).toHaveValue('15');
  await undo.click();
  await shows(`?functions=elu(alpha=${alpha})+mish`, `elu(alpha=${alpha}) mish`);
  await page.goBack();
  await shows('?functions=elu+mish', 'elu mish');
  // The same slider again is another step.
  await page.getByRole('slider', { name: 'ELU: alpha' }).press('ArrowLeft');
  await undo.click();
  await shows('?functions=elu+mish', 'elu mish');
  await undo.click();
  await shows('?functions=elu', 'elu');
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
  await undo.click({ force: true }); // does not leave the page
  // Not page.goForward(), which can wait for ever if the page replaces its address meanwhile.
  await page.evaluate(() => history.go(1));
  await shows('?functions=elu+mish', 'elu mish');
  await expect(undo).toHaveAttribute('aria-disabled', 'false');
});

test('each drag and each turn to the keys or the wheel is one step, on a handle, a slider and the plot', async ({
  page,
  site,
}) => {
  await page.goto(`${site}?functions=elu&min=-4&max=4`);
  const { area } = /** @type {any} */ (await drawn(page));
  const frame = await plotOf(page).locator('canvas').boundingBox();
  const [slider, handle] = ['ELU: alpha', 'Handle: alpha of ELU'].map((name) =>
    page.getByRole('slider', { name, exact: true }),
  );
  const boxOf = async (/** @type {import('@playwright/test').Locator} */ element) => {
    const { x = 0, y = 0, width = 0, height = 0 } = (await element.boundingBox()) ?? {};
    return { x: x + width / 2, y: y + height / 2 };
  };
  const drag = async (/** @type {{ x: number, y: number }} */ { x, y }, /** @type {number} */ dx, dy = 0) => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + dx, y + dy, { steps: 4 });
    await page.mouse.up();
  };
  const corner = { x: (frame?.x ?? 0) + area.left + 30, y: (frame?.y ?? 0) + area.top + 30 };
  const wheel = async () => {
    await page.keyboard.down('Control');
    for (let i = 0; i < 3; ++i) await page.mouse.wheel(0, -40);
    await page.keyboard.up('Control');
  };
  const keys = async (/** @type {string} */ key) => {
    for (let i = 0; i < 3; ++i) await page.keyboard.press(key);
  };
  /** What one step does. @type {Record<string, () => Promise<void>>} */
  const steps = {
    'drag the handle': async () => drag(await boxOf(handle), 0, 20),
    'keys on the handle': () => keys('ArrowUp'),
    'drag the handle again': async () => drag(await boxOf(handle), 0, -40),
    'press the slider': async () => drag(await boxOf(slider), 20),
    'keys on the slider': () => keys('ArrowRight'),
    'press the slider again': async () => drag(await boxOf(slider), -20),
    'pan the plot': () => drag(corner, 50),
    'pan it again': () => drag(corner, 50),
    'zoom with the wheel': wheel,
    'pan it after the wheel': () => drag(corner, 50),
    'type a range': async () => {
      await field(page, 'x to').click();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('12');
    },
    'show the whole view': () => page.getByRole('button', { name: 'Reset view' }).click(),
    'choose a function by its name': async () => {
      await page.getByRole('searchbox').fill('mish');
      await page.getByRole('searchbox').press('Enter');
    },
    'open an example': () => page.getByRole('link', { name: 'Softmax' }).click(),
  };
  const shown = () => plotOf(page).evaluate((/** @type {any} */ { plot }) => JSON.stringify(plot));
  const states = [await shown()];
  for (const [step, act] of Object.entries(steps)) {
    await act();
    await expect.poll(shown, step).not.toBe(states.at(-1));
    states.push(await shown());
  }
  await page.reload();
  await drawn(page);
  const undo = page.getByRole('button', { name: 'Undo' });
  for (const [step] of Object.entries(steps).reverse()) {
    states.pop();
    await undo.click();
    await expect.poll(shown, step).toBe(states.at(-1));
  }
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
});

test('Back right after a change takes back that change only', async ({ page, site }) => {
  await page.goto(`${site}?functions=elu`);
  await drawn(page);
  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  await field(page, 'x to').fill('5');
  await field(page, 'x to').fill('6'); // before the address shows it
  await tile(page, 'ReLU').uncheck();
  await expect(page).toHaveURL(/\?functions=leakyRelu\(negativeSlope=0\.07\)&max=6$/);
  await page.goBack();
  await expect(page).toHaveURL(/\?functions=relu\+leakyRelu\(negativeSlope=0\.07\)&max=6$/);
  await expect(field(page, 'x to')).toHaveValue('6');
  await page.goBack();
  await expect(page).toHaveURL(/\?functions=relu\+leakyRelu\(negativeSlope=0\.07\)$/);
  await page.goBack();
  await expect(page).toHaveURL(/\?functions=elu$/);
  await expect(plotOf(page)).toHaveAttribute('functions', 'elu');
});

test('what the reader has just typed is still there after Back and Forward', async ({ page, site }) => {
  await page.goto(`${site}?functions=elu`);
  await drawn(page);
  const end = field(page, 'x to');
  await end.fill('5');
  await expect(page).toHaveURL(/&max=5$/);
  await end.fill('55');
  await page.evaluate(() => history.back()); // before the address shows it
  await expect(page).toHaveURL(/\?functions=elu$/);
  await page.evaluate(() => history.forward());
  await expect(page).toHaveURL(/&max=55$/);
  await expect(end).toHaveValue('55');
  await expect(plotOf(page)).toHaveAttribute('max', '55');
  await end.fill('6');
  await end.fill('66');
  await page.evaluate(() => {
    location.hash = 'export';
  });
  await expect(page).toHaveURL(/&max=66#export$/);
  await page.evaluate(() => history.back());
  await expect(page).toHaveURL(/&max=66$/);
  await expect(end).toHaveValue('66');
});

test('Undo takes back a change after links to parts of the page', async ({ page, site }) => {
  await page.goto(`${site}?functions=elu`);
  await drawn(page);
  await tile(page, 'Mish').check();
  for (const hash of ['export', 'plot', 'plot'])
    await page.evaluate((part) => {
      location.hash = part;
    }, hash);
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(page).toHaveURL(/\?functions=elu\+mish#plot$/);
  await expect(undo).toHaveAttribute('aria-disabled', 'false');
  await undo.click();
  await expect(page).toHaveURL(/\?functions=elu$/);
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
  await expect(plotOf(page)).toHaveAttribute('functions', 'elu');
});

test('Back skips an invalid number', async ({ page, site }) => {
  await page.goto(`${site}?functions=elu`);
  await drawn(page);
  await field(page, 'x step').fill('-1');
  await field(page, 'x step').fill('0.5');
  await expect(page).toHaveURL(/\?functions=elu&step=0\.5$/);
  await page.goBack();
  await expect(page).toHaveURL(/\?functions=elu$/);
  await expect(field(page, 'x step')).toHaveValue('');
});

test('a link restores all controls', async ({ page, site }) => {
  const state =
    'functions=hardTanh(minValue=-2)+rrelu(lower=0.25)+squareplus(b=9)&min=-7&max=9&step=0.5&ymin=-4&ymax=6&derivative&saturation&theme=dark';
  await page.goto(`${site}?${state}`);
  await drawn(page);
  await expect(field(page, 'Hard Tanh: minValue')).toHaveValue('-2');
  await expect(field(page, 'y to')).toHaveValue('6');
  await expect(page.getByRole('checkbox', { name: /Derivative/ })).toBeChecked();
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
  await page.waitForTimeout(500);
  expect(new URL(page.url()).search).toBe(`?${state}`);
});

test('what a browser restores in the controls after Back does not hide the plot’s state', async ({ page, site }) => {
  await page.goto(`${site}?functions=elu&max=7`);
  await drawn(page);
  await page.evaluate(() => {
    /** @type {HTMLInputElement} */ (document.querySelector('[name=derivative]')).checked = true;
    /** @type {HTMLInputElement} */ (document.querySelector('[name=max]')).value = '3';
    dispatchEvent(new PageTransitionEvent('pageshow'));
  });
  await expect(page.getByRole('checkbox', { name: /Derivative/ })).not.toBeChecked();
  await expect(field(page, 'x to')).toHaveValue('7');
});

test('an address that the browser refuses to write is written a second later', async ({ page, site }) => {
  await page.goto(`${site}?functions=elu`);
  await drawn(page);
  await page.evaluate(() => {
    const { pushState } = history;
    history.pushState = () => {
      history.pushState = pushState;
      throw new DOMException('Attempt to use history.pushState() more than 100 times per 10 seconds', 'SecurityError');
    };
  });
  await tile(page, 'Mish').check();
  await expect(plotOf(page)).toHaveAttribute('functions', 'elu mish');
  await expect(page).toHaveURL(`${site}?functions=elu+mish`);
});
