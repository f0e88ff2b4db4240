/** The same bits as everywhere, in the browser. */
import { build } from 'vite';
import accuracy from '../../docs/accuracy.json' with { type: 'json' };
import learnt from '../../docs/lab.json' with { type: 'json' };
import { expect, test } from './fixtures.js';

test('the package computes the bits of docs/accuracy.json', async ({ page, site }) => {
  const files = { 'package.js': 'dist/activation-kernels.js', 'digest.js': 'tests/engines/digest.js' };
  for (const [name, path] of Object.entries(files))
    await page.route(site + name, (route) => route.fulfill({ path, contentType: 'text/javascript' }));
  await page.goto(site);
  const digests = await page.evaluate(async (names) => {
    const [library, { digests }] = await Promise.all(names.map((name) => import(`./${name}`)));
    return digests(library);
  }, Object.keys(files));
  expect(digests).toEqual(Object.fromEntries(Object.entries(accuracy).map(([name, { digest }]) => [name, digest])));
});

test('the lab learns the bits of docs/lab.json', async ({ page, site }) => {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: { lib: { entry: 'web/lab/network.js', formats: ['es'] }, write: false, minify: false, target: 'es2022' },
  });
  const [{ output }] = /** @type {import('vite').Rolldown.RolldownOutput[]} */ (built);
  await page.route(`${site}network.js`, (route) =>
    route.fulfill({ body: output[0].code, contentType: 'text/javascript' }),
  );
  await page.route(`${site}labDigest.js`, (route) =>
    route.fulfill({ path: 'tests/engines/labDigest.js', contentType: 'text/javascript' }),
  );
  await page.goto(site);
  const digests = await page.evaluate(async (activations) => {
    const [lab, { labDigests }] = await Promise.all(['network', 'labDigest'].map((name) => import(`./${name}.js`)));
    return labDigests(lab, activations);
  }, Object.keys(learnt));
  expect(digests).toEqual(learnt);
});
