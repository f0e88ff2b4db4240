/** The package in bundlers, and in Vite's development server. */
import assert from 'node:assert/strict';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { build, createServer, version as viteVersion } from 'vite';
import { encode } from '../../tools/exports.js';
import { versionOf } from '../everywhere/packages.js';
import { change, page, row, visit } from './rows.js';
import { installed, ownFolder, project, run, runTool } from './user.js';

/** @type {import('./rows.js').Column[]} */
const bundled = ['kernels', 'worker', 'wasm', 'plot'];
/** The line of address.js. @param {string} folder @param {string} line */
const address = (folder, line) => writeFile(join(folder, 'address.js'), line);

row(`Vite ${viteVersion}, dev server`, bundled, async () => {
  const root = await ownFolder();
  await address(root, "export { default } from 'activation-kernels/kernels.wasm?url';");
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0 },
  });
  await server.listen();
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.httpServer?.address() ?? {});
  try {
    return await visit(`http://127.0.0.1:${port}/`, bundled);
  } finally {
    await server.close();
  }
});
page(`Vite ${viteVersion}, build`, bundled, async (folder) => {
  await address(folder, "export { default } from 'activation-kernels/kernels.wasm?url';");
  await run(folder, process.execPath, fileURLToPath(new URL('node_modules/vite/bin/vite.js', project)), 'build');
});
page(`webpack ${versionOf('webpack')}`, bundled, async (folder) => {
  await address(folder, "export default new URL('activation-kernels/kernels.wasm', import.meta.url);");
  await runTool(folder, 'webpack/bin/webpack.js', '--mode', 'production', './index.js');
  await copyFile(join(folder, 'index.html'), join(folder, 'dist/index.html'));
  await change(join(folder, 'dist/index.html'), ['type="module" src="./index.js"', 'defer src="main.js"']);
});
page(`Rollup ${versionOf('rollup')}`, bundled, async (folder) => {
  await runTool(folder, 'rollup/dist/bin/rollup', '-p', 'node-resolve', '-d', 'dist', 'index.js', 'worker.js');
  await copyFile(join(folder, 'index.html'), join(folder, 'dist/index.html'));
  await copyFile(join(folder, 'node_modules/activation-kernels/dist/kernels.wasm'), join(folder, 'dist/kernels.wasm'));
});
page(`esbuild ${versionOf('esbuild')}`, bundled, async (folder) => {
  await address(folder, "export { default } from 'activation-kernels/kernels.wasm';");
  const options = ['--bundle', '--format=esm', '--loader:.wasm=file', '--outdir=dist'];
  await runTool(folder, 'esbuild/bin/esbuild', ...options, 'index.js', 'worker.js');
  await copyFile(join(folder, 'index.html'), join(folder, 'dist/index.html'));
});
page(`Parcel ${versionOf('parcel')}`, bundled, async (folder) => {
  await address(folder, "export default new URL('npm:activation-kernels/kernels.wasm', import.meta.url);");
  await runTool(folder, 'parcel/lib/bin.js', 'build', '--no-cache', 'index.html');
});

/** @type {Record<string, (folder: string, entry: string) => Promise<unknown>>} */
const bundlers = {
  esbuild: (folder, entry) =>
    runTool(folder, 'esbuild/bin/esbuild', '--bundle', '--format=esm', `--outfile=dist/${entry}`, entry),
  Rollup: (folder, entry) =>
    runTool(folder, 'rollup/dist/bin/rollup', '-p', 'node-resolve', '-o', `dist/${entry}`, entry),
  webpack: (folder, entry) =>
    runTool(folder, 'webpack/bin/webpack.js', '--mode', 'production', '--output-filename', entry, `./${entry}`),
  Vite: (root, entry) =>
    build({
      root,
      configFile: false,
      logLevel: 'error',
      build: { lib: { entry, formats: ['es'], fileName: () => entry }, outDir: 'dist', emptyOutDir: false },
    }),
};
const wasmText = encode(await readFile(new URL('dist/kernels.wasm', project)));
/** The most bytes of a bundle that imports only this. */
const small = { find: 50_000, catalogue: 50_000, formatPlot: 70_000, parsePlot: 70_000, supported: 4_000 };

for (const [name, bundle] of Object.entries(bundlers)) {
  test(`${name} leaves out the plot where it is not imported, and keeps it where nothing of it is used`, async () => {
    for (const [entry, draws] of /** @type {const} */ ([
      ['relu.js', false],
      ['plot.js', true],
    ])) {
      await bundle(installed, entry);
      const text = await readFile(join(installed, 'dist', entry), 'utf8');
      for (const trace of ['customElements', '$chartjs'])
        assert.equal(text.includes(trace), draws, `${trace} in ${entry}`);
    }
    assert.equal(await run(installed, process.execPath, 'dist/relu.js'), '0 2\n');
  });

  test(`${name} keeps the kernels as they are, and leaves them out where they are not used`, async (t) => {
    const folder = await ownFolder();
    await bundle(folder, 'relu.js');
    const whole = await readFile(join(folder, 'dist/relu.js'), 'utf8');
    assert.equal(whole.split(wasmText).length, 2, 'the bundler has changed or copied the text of the kernels');
    for (const [imported, max] of Object.entries(small)) {
      const entry = `${imported}.js`;
      await writeFile(
        join(folder, entry),
        `import { ${imported} } from 'activation-kernels';\nconsole.log(${imported});`,
      );
      await bundle(folder, entry);
      const { length } = await readFile(join(folder, 'dist', entry));
      t.diagnostic(`${imported}: ${length} bytes of ${Buffer.byteLength(whole)}`);
      assert.ok(length < max, `${imported}: ${length} bytes`);
      await run(folder, process.execPath, `dist/${entry}`);
    }
  });
}
