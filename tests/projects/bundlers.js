/** The package in bundlers, and in Vite's development server. */
import assert from 'node:assert/strict';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { createServer, version as viteVersion } from 'vite';
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

/** @type {Record<string, (entry: string) => string[]>} */
const bundlers = {
  esbuild: (entry) => ['esbuild/bin/esbuild', '--bundle', '--format=esm', `--outfile=dist/${entry}`, entry],
  Rollup: (entry) => ['rollup/dist/bin/rollup', '-p', 'node-resolve', '-o', `dist/${entry}`, entry],
};
for (const [name, command] of Object.entries(bundlers))
  test(`${name} leaves out the plot where it is not imported, and keeps it where nothing of it is used`, async () => {
    for (const [entry, draws] of /** @type {const} */ ([
      ['relu.js', false],
      ['plot.js', true],
    ])) {
      const [path, ...args] = command(entry);
      await runTool(installed, path, ...args);
      const text = await readFile(join(installed, 'dist', entry), 'utf8');
      for (const trace of ['customElements', 'Chart.js'])
        assert.equal(text.includes(trace), draws, `${trace} in ${entry}`);
    }
    assert.equal(await run(installed, process.execPath, 'dist/relu.js'), '0 2\n');
  });
