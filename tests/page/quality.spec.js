/** Quality for all readers: accessibility, target sizes, widths, the page's policy, a steady layout, script size. */
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import accuracy from '../../web/page/accuracy.json' with { type: 'json' };
import { drawn, expect, plotOf, test } from '../fixtures.js';

const states = {
  'as it opens': { query: '', isUnfolded: false },
  'derivatives, saturation and notes': {
    query: 'functions=sigmoid+prelu+gelo&derivative&saturation&min=x',
    isUnfolded: false,
  },
  'bars of a row': { query: 'functions=softmax+sparsemax', isUnfolded: false },
  'everything unfolded': { query: 'functions=hardSigmoid+rrelu', isUnfolded: true },
};
// Colours do not depend on words.
for (const [name, { query, isUnfolded }] of Object.entries(states))
  for (const [theme, lang] of [
    ['light', 'en'],
    ['dark', 'zh-Hant'],
  ])
    test(`axe finds no violation: ${name}, ${theme}, ${lang}`, {
      tag: isUnfolded || (theme === 'dark' && query) ? '@everywhere' : [],
    }, async ({ page, site }) => {
      await page.goto(`${site}?${query}&theme=${theme}&lang=${lang}`);
      await drawn(page);
      if (isUnfolded) {
        test.slow(); // axe looks at all of it
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
      }
      await page.locator('#export').scrollIntoViewIfNeeded();
      await expect(page.locator('#code code')).not.toBeEmpty();
      await page.evaluate(() => scrollTo(0, 0)); // on a phone, the plot that stays in view covers what scrolls behind it
      const axe = new AxeBuilder({ page })
        .setLegacyMode() // in one run: otherwise axe copies every node of the page to another page
        .options({ resultTypes: ['violations'] })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
      const { violations } = await axe.analyze();
      expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => target.join(' '))])).toEqual([]);
    });

for (const path of ['index.html', 'modules/activation-kernels.html', 'variables/activation-kernels.leakyRelu.html'])
  for (const colorScheme of /** @type {const} */ (['light', 'dark']))
    test(`axe finds no violation in the API reference: ${path}, ${colorScheme}`, { tag: '@everywhere' }, async ({
      page,
      site,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(`${site}api/${path}`);
      await expect(page.locator('#tsd-nav-container a[href$="leakyRelu.html"]')).toBeAttached(); // by its scripts
      // TypeDoc's list of pages has links inside its <summary> elements.
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .exclude('#tsd-nav-container')
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => target.join(' '))])).toEqual([]);
    });

test('the page fits its width, and targets are at least 24 px large', async ({ page, site }) => {
  await page.goto(`${site}?functions=hardSigmoid+leakyRelu`);
  await drawn(page);
  for (const width of [320, 390, 768, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth))
      .toBeLessThanOrEqual(0);
  }
  // Links and code inside sentences are as high as their lines (WCAG 2.5.8, exception "inline").
  const targets =
    'button, header a, #presets a, .tile, .chip, .check, summary, select, input[type=range], input[type=number]';
  const sizes = await page
    .locator(targets)
    .filter({ visible: true })
    .evaluateAll((elements) =>
      elements.map((element) => {
        const { width, height } = element.getBoundingClientRect();
        return { size: Math.min(width, height), is: element.outerHTML };
      }),
    );
  expect(sizes.length).toBeGreaterThan(60);
  expect(sizes.filter(({ size }) => size < 24)).toEqual([]);
});

for (const file of ['zh-Hant.html', 'article.zh-Hant.html', 'lab.zh-Hant.html', 'swiglu.zh-Hant.html'])
  test(`no heading and no question breaks inside a Chinese word: ${file}`, async ({ page, site }) => {
    await page.goto(site + file);
    const labs = page.locator('activation-lab');
    for (const lab of await labs.all()) {
      await lab.scrollIntoViewIfNeeded();
      await expect(lab.locator('.question')).not.toBeEmpty();
    }
    for (const width of [320, 390, 768]) {
      await page.setViewportSize({ width, height: 800 });
      const breaks = await page.evaluate(() => {
        const questions = [...document.querySelectorAll('activation-lab')].flatMap((lab) => [
          ...(lab.shadowRoot?.querySelectorAll('.question') ?? []),
        ]);
        return [...document.querySelectorAll('h1, h2, h3, h4'), ...questions].flatMap((heading) => {
          const text = heading.firstChild;
          if (!(text instanceof Text)) return [];
          const range = document.createRange();
          const tops = Array.from(text.data, (_, i) => {
            range.setStart(text, i);
            range.setEnd(text, i + 1);
            return range.getBoundingClientRect().top;
          });
          return tops.flatMap((top, i) => (i > 0 && top > tops[i - 1] + 4 ? [text.data.slice(i - 1, i + 1)] : []));
        });
      });
      expect(breaks.filter((pair) => /^\p{Script=Han}{2}$/u.test(pair))).toEqual([]);
      if (width === 320 && !['zh-Hant.html', 'swiglu.zh-Hant.html'].includes(file))
        expect(breaks.length).toBeGreaterThan(0);
    }
  });

test('on a phone, the Chinese navigation takes one row, and the grid table is complete', async ({ page, site }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  for (const file of ['zh-Hant.html', 'lab.zh-Hant.html', 'lab.html']) {
    await page.goto(site + file);
    const tops = await page
      .locator('header nav a:visible')
      .evaluateAll((links) => links.map((a) => a.getBoundingClientRect().top));
    expect(new Set(tops).size, file).toBe(1);
  }
  for (const file of ['article.html', 'article.zh-Hant.html']) {
    await page.goto(`${site}${file}#grid`);
    for (const step of await page.locator('#grid-step option').allTextContents()) {
      await page.locator('#grid-step').selectOption(step);
      const scroll = page.locator('#grid .scroll');
      expect(await scroll.evaluate((node) => node.scrollWidth - node.clientWidth), step).toBeLessThanOrEqual(0);
    }
  }
});

test('the keyboard alone reaches every control, and the focus is visible', async ({ page, site }) => {
  await page.goto(site);
  await drawn(page);
  const seen = new Set();
  for (let i = 0; i < 100; ++i) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      const { outlineStyle } = getComputedStyle(
        /** @type {Element} */ (
          focused?.matches('.tile input')
            ? focused.closest('.tile')
            : focused?.matches('.chip input')
              ? focused.nextElementSibling
              : focused
        ),
      );
      const { height } = /** @type {Element} */ (focused).getBoundingClientRect();
      return {
        what:
          focused?.id ||
          focused?.getAttribute('name') ||
          focused?.getAttribute('value') ||
          focused?.className ||
          focused?.tagName,
        outlineStyle,
        height,
      };
    });
    seen.add(at.what);
    expect(at.outlineStyle, String(at.what)).not.toBe('none');
    if (at.what === 'copy-link') break;
  }
  for (const what of [
    'language',
    'frame curves',
    'derivative',
    'saturation',
    'view',
    'undo',
    'reset',
    'search',
    'gallery',
    'relu',
    'swiglu',
    'min',
    'copy-link',
  ])
    expect([...seen]).toContain(what);
});

test('ids are unique, and every text is filled in', async ({ page, site }) => {
  await page.goto(site);
  await drawn(page);
  const ids = await page.locator('[id]').evaluateAll((elements) => elements.map(({ id }) => id));
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  const texts = await page.locator('[data-text], [data-label], [data-content]').count();
  expect(texts).toBe(0);
});

test('the policy forbids inline scripts, evaluation and markup from text', async ({ page, site, complaints }) => {
  await page.goto(site);
  await drawn(page);
  const outcome = await page.evaluate(() => {
    const script = document.createElement('script');
    try {
      script.textContent = 'window.injected = true';
    } catch (error) {
      return String(error);
    }
    document.head.append(script);
    return '';
  });
  expect(outcome).toContain('TrustedScript');
  expect(await page.evaluate(() => 'injected' in window)).toBe(false);
  const markup = await page.evaluate(() => {
    try {
      document.body.innerHTML = '<p>';
      return '';
    } catch (error) {
      return String(error);
    }
  });
  expect(markup).toContain('TrustedHTML');
  await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
  // In any other test, a violation of the policy is a failure.
  expect(complaints).toEqual([
    expect.stringContaining('TrustedScript'),
    expect.stringContaining('TrustedHTML'),
    expect.stringContaining("style-src 'self'"),
  ]);
  complaints.splice(0);
});

test('nothing moves while the page loads', { tag: '@phone' }, async ({ page, site }) => {
  await page.addInitScript(() => {
    const seen = /** @type {any} */ (window);
    seen.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of /** @type {any[]} */ (list.getEntries()))
        seen.shifts.push([entry.value, entry.sources?.map((/** @type {any} */ s) => s.node?.id || s.node?.nodeName)]);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const address of ['', '?functions=relu+gelu+silu+mish&derivative', '?lang=zh-Hant']) {
    await page.goto(site + address);
    await drawn(page);
    await page.waitForTimeout(500);
    const shifts = await page.evaluate(() => /** @type {any} */ (window).shifts);
    const sum = shifts.reduce((/** @type {number} */ a, /** @type {[number]} */ [value]) => a + value, 0);
    console.log(`layout shift /${address}: ${sum.toFixed(4)} ${JSON.stringify(shifts)}`);
    expect(sum).toBeLessThan(0.001);
  }
});

test('the script before the first curve is below 110 kB gzipped', async ({ page, site }) => {
  await page.goto(site);
  await drawn(page);
  /** @type {string[]} those that were requested before it */
  const scripts = await page.evaluate(() => {
    const [html] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
    const firstDraw = html.responseEnd + /** @type {any} */ (window).firstDraw;
    const requests = performance.getEntriesByType('resource').filter(({ startTime }) => startTime < firstDraw);
    return requests.map(({ name }) => new URL(name).pathname).filter((path) => path.endsWith('.js'));
  });
  expect(scripts.join(' ')).toMatch(/element-/);
  const bytes = scripts.map((path) => gzipSync(readFileSync(`site${path}`), { level: 9 }).length);
  const sum = bytes.reduce((a, b) => a + b);
  console.log(`script before the first curve: ${sum} bytes gzipped, ${scripts.join(' ')}`);
  expect(sum).toBeLessThan(110_000);
  expect(readdirSync('site/assets').length).toBeGreaterThan(scripts.length); // the rest is imported lazily
});

test('the accuracy table shows every function’s largest errors', async ({ page, site }) => {
  await page.goto(site);
  const rows = page.locator('#accuracy tbody tr');
  await expect(rows).toHaveCount(0);
  await page.locator('#accuracy > summary').click();
  await expect(rows).toHaveCount(Object.keys(accuracy).length);
  const { value, derivative } = accuracy.gelu;
  const gelu = rows.filter({ has: page.getByRole('rowheader', { name: 'GELU', exact: true }) });
  await expect(gelu).toContainText(value.ulps.toFixed(3));
  await expect(gelu).toContainText(derivative.ulps.toFixed(3));
});

test('reduced motion is respected', async ({ page, site }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(site);
  await expect(page.locator('html')).toHaveCSS('scroll-behavior', 'auto');
  expect(await plotOf(page).evaluate(() => document.getAnimations().length)).toBe(0);
});
