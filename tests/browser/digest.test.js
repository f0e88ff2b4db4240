/** The same bits as everywhere, in the browser. */
import accuracy from '../../docs/accuracy.json' with { type: 'json' };
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
