/** The site without a network, and as an app. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';
import { drawn, expect, plotOf, test } from '../fixtures.js';
import { experiment, run } from '../lab/experiment.js';

// Without motion, an experiment ends sooner.
test.use({ serviceWorkers: 'allow', contextOptions: { reducedMotion: 'reduce' } });

const files = fileURLToPath(new URL('../../site/', import.meta.url));
/** The files that the worker stores, and their revisions. */
const stored = [...readFileSync(`${files}worker.js`, 'utf8').matchAll(/url:"([^"]+)",revision:(?:"(\w+)"|null)/g)];

/** Visits a page, and waits until the worker has stored the site. @param {import('@playwright/test').Page} page @param {string} address */
async function visit(page, address) {
  await page.goto(address);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

test('after one visit, readers open pages of every kind without a network, in both languages', async ({
  page,
  site,
  context,
}) => {
  await visit(page, `${site}functions/relu.html`);
  await context.setOffline(true);

  await page.goto(`${site}?functions=gelu&min=-3&max=3`);
  await drawn(page, ({ functions, min }) => functions[0].name === 'gelu' && min === -3);
  await page.goto(site);
  await drawn(page);
  await page.goto(`${site}zh-Hant.html?functions=mish`);
  await drawn(page, ({ functions }) => functions[0].name === 'mish');

  for (const [path, title] of [
    ['functions/mish.html?lang=en', 'Mish'],
    ['functions/mish', 'Mish'], // as hosts write it that leave out ".html"
    ['functions/gelu.zh-Hant.html', 'GELU'],
  ]) {
    await page.goto(site + path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(plotOf(page).locator('.fallback')).toBeHidden();
  }
  for (const path of ['functions/', 'functions/index.zh-Hant.html', 'functions', 'functions?lang=en']) {
    await page.goto(site + path);
    await expect(page.locator('.tiles a').first()).toBeVisible();
  }
  await page.locator('.tiles a').first().click();
  await expect(plotOf(page).locator('.fallback')).toBeHidden();
  for (const path of ['article', 'article.html']) {
    await page.goto(site + path);
    await expect(page.locator('article h2').first()).toBeVisible();
  }

  await page.goto(`${site}lab.html?experiment=convergence`);
  await run(experiment(page, 'convergence'));
});

test('parts that load late and the preview of an embedded plot work without a network', async ({
  page,
  site,
  context,
}) => {
  await visit(page, site);
  await context.setOffline(true);
  await page.reload();
  await drawn(page);
  await page.locator('#export').scrollIntoViewIfNeeded();
  await expect(page.locator('#code code')).toContainText('import numpy');
  await page.locator('#embed > summary').click();
  await page.locator('#preview').scrollIntoViewIfNeeded();
  await expect(page.frameLocator('#preview').locator('activation-plot .fallback')).toBeHidden();
});

test('without a network, an address that is not stored gets a page that says so and suggests functions', async ({
  page,
  site,
  context,
  complaints,
}) => {
  await visit(page, site);
  await context.setOffline(true);
  for (const [path, title, link] of [
    ['functions/gelo.html', 'You are offline', 'functions/gelu.html'],
    ['functions/gelo.zh-Hant.html', '目前離線', 'functions/gelu.zh-Hant.html'],
    ['api/index.html', 'You are offline', 'functions/index.html'],
  ]) {
    const answer = await page.goto(site + path);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page).toHaveTitle(title);
    await page.locator(`a[href$="${link}"]`).first().click();
    await expect(page).toHaveURL(new RegExp(`${link}$`));
    await expect(page.locator('h1').first()).toBeVisible();
  }
  complaints.length = 0; // the browser reports the status 404
});

/** Whether a newer version is stored. @param {import('@playwright/test').Page} page */
const isWaiting = (page) =>
  page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting));

/** With a server of a copy of the site in a folder, which may change. */
const copyTest = test.extend(
  /** @type {import('@playwright/test').Fixtures<{ copy: { address: string, publish: (heading: string) => void } }, {}, { complaints: string[] }>} */ ({
    copy: async ({ complaints }, use) => {
      const root = mkdtempSync(join(tmpdir(), 'site-'));
      const folder = join(root, 'some', 'folder');
      await cp(files, folder, { recursive: true, filter: (path) => !path.startsWith(`${files}api`) });
      const server = await preview({ root, build: { outDir: '.' }, preview: { port: 0 }, logLevel: 'error' });
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.httpServer.address());
      const address = `http://127.0.0.1:${port}/some/folder/`;
      const edit = (/** @type {string} */ name, /** @type {(text: string) => string} */ change) =>
        writeFileSync(join(folder, name), change(readFileSync(join(folder, name), 'utf8')));
      await use({
        address,
        /** Publishes a version whose explorer has another heading. @param {string} heading */
        publish(heading) {
          edit('index.html', (html) => html.replace(/(<h1[^>]*>)[^<]*/, `$1${heading}`));
          const revision = createHash('sha256').update(heading).digest('hex').slice(0, 16);
          edit('worker.js', (code) => code.replace(/(url:"index\.html",revision:")\w+/, `$1${revision}`));
        },
      });
      await server.close();
      rmSync(root, { recursive: true });
      complaints.splice(0, Infinity, ...complaints.filter((/** @type {string} */ text) => !text.startsWith(address)));
    },
  }),
);

/** @typedef {import('@playwright/test').Page} Page */

/** The next visit shows version 2. The browser counts a page for a while after the reader has left it. @param {Page} page @param {string} address */
const expectNewVersion = (page, address) =>
  expect(async () => {
    await page.goto('about:blank');
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('version 2', { timeout: 1000 });
  }).toPass();

copyTest('a new version, in any folder, is stored during a visit and shown by the next', async ({ page, copy }) => {
  const heading = page.getByRole('heading', { level: 1 });
  copy.publish('version 1');
  await visit(page, copy.address);
  await expect(heading).toHaveText('version 1');
  copy.publish('version 2');
  await page.goto(`${copy.address}?functions=gelu`);
  await drawn(page);
  await expect(heading).toHaveText('version 1'); // at once, from the store
  await expect.poll(() => isWaiting(page)).toBe(true);
  await page.goto(`${copy.address}?functions=mish`);
  await expect(heading).toHaveText('version 1'); // still the same visit
  await expectNewVersion(page, copy.address);
});

copyTest('a new version waits while another page shows the older one', async ({ page, context, copy }) => {
  copy.publish('version 1');
  await visit(page, copy.address);
  const other = await context.newPage();
  await other.goto(copy.address);
  copy.publish('version 2');
  await page.reload();
  await expect.poll(() => isWaiting(page)).toBe(true);
  await page.reload();
  await drawn(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('version 1');
  // The other page still gets what it imports late.
  await other.locator('#export').scrollIntoViewIfNeeded();
  await expect(other.locator('#code code')).toContainText('import numpy');
  await other.close();
  await expectNewVersion(page, copy.address);
});

for (const [fault, script] of Object.entries({
  'has no service workers': "Object.defineProperty(navigator, 'serviceWorker', { value: undefined });",
  'forbids service workers':
    "ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('forbidden', 'SecurityError'));",
  'forbids even to look for them':
    "Object.defineProperty(navigator, 'serviceWorker', { get() { throw new DOMException('forbidden', 'SecurityError'); } });",
  'saves data':
    "Object.defineProperty(navigator, 'connection', { value: { saveData: true } }); ServiceWorkerContainer.prototype.register = () => { console.error('registered'); };",
}))
  test(`a browser that ${fault} shows the pages without an error`, async ({ page, site }) => {
    await page.addInitScript(script);
    await page.goto(site);
    await drawn(page);
    await page.goto(`${site}functions/gelu.html`);
    await expect(plotOf(page).locator('.fallback')).toBeHidden();
  });

test('a page whose script for offline use cannot be loaded works', async ({ page, site, complaints }) => {
  await page.route(/offline[^/]*\.js/, (route) => route.abort());
  await page.goto(`${site}?functions=gelu`);
  await drawn(page);
  for (const path of ['article.html', 'functions/gelu.html']) {
    await page.goto(site + path);
    await plotOf(page).scrollIntoViewIfNeeded();
    await expect(plotOf(page).locator('.fallback')).toBeHidden();
  }
  await page.goto(`${site}lab.html`);
  await expect(experiment(page, 'death').start).toBeVisible();
  expect(complaints.filter((text) => !text.includes('net::ERR_FAILED'))).toEqual([]);
  complaints.length = 0;
});

test('a host without HTTPS shows the pages without an error', async ({ page, site, complaints }) => {
  const host = 'http://blog.example/';
  await page.route(`${host}**`, async (route) =>
    route.fulfill({ response: await route.fetch({ url: route.request().url().replace(host, site) }) }),
  );
  await page.goto(host);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await drawn(page);
  expect(complaints.filter((text) => !text.startsWith(host))).toEqual([]);
  complaints.length = 0;
});

test('embedded plots and experiments register no service worker', async ({ page, site }) => {
  for (const path of ['embed.html?functions=gelu', 'lab-embed.html?experiment=cost']) {
    await page.goto(site + path, { waitUntil: 'networkidle' });
    expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations())).toEqual([]);
  }
});

test('the worker stores at most 3 MB', () => {
  expect(stored.length).toBeGreaterThan(20);
  const sizes = stored.map(([, url]) => statSync(files + url).size);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(3e6);
});

test('the revisions of the stored files are hashes of their content', () => {
  for (const [, url, revision] of stored)
    if (revision)
      expect(
        createHash('sha256')
          .update(readFileSync(files + url))
          .digest('hex'),
      ).toContain(revision);
    else expect(url).toMatch(/^assets\/[\w-]+-[\w-]{8}\.\w+$/);
});

test('browsers can install the site, in both languages', async ({ page, site }) => {
  for (const [path, name, start] of [
    ['', 'Activation functions, live', site],
    ['zh-Hant.html', '動手玩激勵函數', `${site}zh-Hant.html`],
    ['functions/gelu.html', 'Activation functions, live', site],
  ]) {
    await visit(page, site + path);
    const session = await page.context().newCDPSession(page);
    const { errors, data, url } = await session.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    const manifest = JSON.parse(data ?? '');
    expect([manifest.name, new URL(manifest.start_url, url).href]).toEqual([name, start]);
    for (const { src, sizes } of manifest.icons) {
      const [width] = await page.evaluate(async (address) => {
        const image = await createImageBitmap(await (await fetch(address)).blob());
        return [image.width, image.height];
      }, new URL(src, url).href);
      expect(`${width}x${width}`).toBe(sizes);
    }
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    expect(installabilityErrors).toEqual([]);
  }
});
