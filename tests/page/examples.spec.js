/** The Worker example in a browser, with the package's name replaced by its file, as a bundler does. */
import { readFileSync } from 'node:fs';
import { expect, test } from '../fixtures.js';

/** @type {Record<string, string>} */
const files = { 'main.js': 'examples/worker/main.js', 'worker.js': 'examples/worker/worker.js' };

test('the Worker example computes activations and reports errors', async ({ page, context, site }) => {
  await context.route(`${site}worker/*`, (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    const file = files[name] ?? `dist/${name}`;
    if (name === '')
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><link rel="icon" href="data:,">' });
    const body = readFileSync(file, 'utf8').replace("'activation-kernels'", "'./activation-kernels.js'");
    return route.fulfill({ contentType: 'text/javascript', body });
  });
  await page.goto(`${site}worker/`);
  const outcome = await page.evaluate(async () => {
    const { start } = await import(String(new URL('main.js', location.href)));
    const { call, stop } = start();
    const y = await call('leakyRelu', Float32Array.of(-2, 3), { negativeSlope: 0.5 });
    const error = await call('relu', new Float32Array(1), { alpha: 1 }).catch(String);
    stop();
    return [[...y], error];
  });
  expect(outcome).toEqual([[-1, 3], 'TypeError: relu: unknown option "alpha"; allowed: out']);
});
