/**
 * `node tools/build.js` builds everything; `node tools/build.js kernels` builds only what a development server needs.
 * tools/setup.js has to run first.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { writeCode, writeExports, writeFormulas, writeWasm } from './exports.js';
import { notices, outputsOf, packagesIn } from './notices.js';
import { fontPackage } from './page/mathFont.js';
import { writeReference, writeTypes } from './types.js';
import { output, small, worker } from './vite.config.js';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** @param {string} command @param {string[]} args @returns {Promise<void>} */
function run(command, ...args) {
  return new Promise((resolve) => {
    const fail = (/** @type {Error | undefined} */ error) => {
      console.error(`build: ${[command, ...args].join(' ')} failed${error ? `: ${error.message}` : ''}`);
      process.exit(1);
    };
    const program = spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
    program.on('error', fail).on('exit', (status) => (status === 0 ? resolve() : fail(undefined)));
  });
}

/**
 * Bundlers keep a module that reads `document`, whether it is used or not. Emscripten's code does so to find kernels.wasm,
 * which the package passes to it.
 * @type {import('vite').Plugin}
 */
const pure = {
  name: 'pure',
  transform: (code, id) =>
    id.endsWith('/build/kernels/kernels.js') ? code.replace(/(var _scriptName) = [^;]*/, '$1') : undefined,
};

/** Imports the package and Chart.js instead of bundling copies. @param {string} id @returns {import('vite').Plugin} */
const beside = (id) => ({
  name: 'beside',
  enforce: 'pre',
  resolveId(source) {
    if (source.startsWith('chart.js')) return { id: source, external: true };
    const isPublic = /^(\.|\.\.\/package)\/(catalogue|grammar|kernels|sample)\.js$/.test(source);
    return isPublic ? { id, external: true } : undefined;
  },
});

/** Takes the largest modules from activation-plot.js, which the pages for frames load first. @type {import('vite').Plugin} */
const shared = {
  name: 'shared',
  enforce: 'pre',
  async resolveId(source, importer) {
    const { id = '' } = (await this.resolve(source, importer)) ?? {};
    const isShared = /\/web\/(element\/(activation-plot|canvas)|package\/(catalogue|grammar|kernels))\.js$/.test(id);
    return isShared ? '\0shared' : undefined;
  },
  load(id) {
    const names = 'ActivationPlot, activation, catalogue, Drawing, encode, find, formatPlot, lookOf';
    return id === '\0shared' ? `export const { ${names} } = ${globalName};` : undefined;
  },
};

/** Cloudflare Workers compile no bytes, but import a .wasm file as a WebAssembly.Module. @type {import('vite').Plugin} */
const imported = {
  name: 'imported',
  enforce: 'pre',
  resolveId(source) {
    if (/\/build\/kernels\/wasm\.js$/.test(source)) return '\0imported';
    return source === './kernels.wasm' ? { id: source, external: true } : undefined;
  },
  async load(id) {
    if (id !== '\0imported') return;
    const { version } = JSON.parse(await readFile('package.json', 'utf8'));
    return `export { default } from './kernels.wasm'; export const version = '${version}';`;
  },
};

/** The global variable of a classic script that has exports. */
const globalName = 'activationKernels';

/** Bundles modules into files, which share what they have in common. @param {Record<string, string>} entries by name of the file */
async function bundle(
  entries,
  {
    outDir = 'dist',
    format = /** @type {'es' | 'iife'} */ ('es'),
    plugins = [small],
    define = /** @type {Record<string, string>} */ ({}),
  } = {},
) {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    plugins,
    define,
    build: {
      lib: { entry: entries, formats: [format], fileName: (_format, name) => name, name: globalName },
      outDir,
      emptyOutDir: false,
      ...output,
      rolldownOptions: { ...output.rolldownOptions, output: { chunkFileNames: 'drawing.js' } },
    },
    worker, // as in the page of the experiments, so that both have the same file
  });
  for (const { type, fileName } of outputsOf(built)) {
    if (type !== 'chunk') continue;
    const bytes = await readFile(`${outDir}/${fileName}`);
    const integrity = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
    console.log(
      `${outDir}/${fileName}: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} gzipped, integrity="${integrity}"`,
    );
  }
  return packagesIn(built);
}

await run('cmake', '--preset', 'kernels', '--log-level=WARNING');
await run('cmake', '--build', '--preset', 'kernels');
await writeExports();
await writeWasm();
await writeCode();
await writeFormulas();

if (process.argv[2] !== 'kernels') {
  for (const folder of ['dist', 'site']) await rm(folder, { recursive: true, force: true });
  const frames = ['embed', 'lab-embed'];
  // At once, because most steps keep only one core busy.
  const [inPackage, onSite] = await Promise.all([
    Promise.all([
      bundle({ 'activation-kernels.js': 'web/package/index.js' }, { plugins: [pure] }),
      bundle({ 'workerd.js': 'web/package/index.js' }, { plugins: [pure, imported] }),
      bundle(
        { 'plot.js': 'web/element/activation-plot.js', 'svg.js': 'web/element/toSVG.js' },
        { plugins: [beside('./activation-kernels.js')] },
      ),
      bundle({ 'svg.workerd.js': 'web/element/toSVG.js' }, { plugins: [beside('./workerd.js')] }),
      bundle({ 'activation-plot.js': 'web/element/activation-plot.js' }),
    ]),
    build({ configFile: 'tools/vite.config.js', logLevel: 'warn' }),
    writeTypes(run).then(() => writeReference(run)),
    // Classic scripts: modules run after the first paint, those of a page fail together, and a sandboxed frame, whose origin is
    // opaque, cannot load them.
    ...['theme', 'language', 'offline', 'activation-plot', ...frames].map((name) =>
      bundle(
        { [`${name}.js`]: `web/page/${name}.js` },
        { outDir: 'site', format: 'iife', plugins: frames.includes(name) ? [shared, small] : [small] },
      ),
    ),
  ]);
  await copyFile('build/kernels/versioned.wasm', 'dist/kernels.wasm');
  await writeFile('dist/THIRD-PARTY-NOTICES.txt', await notices(inPackage.flat()));
  for (const name of frames) {
    const html = await readFile(`web/page/${name}.html`, 'utf8');
    const module = `<script nonce="embed" type="module" src="./${name}.js"></script>`;
    const scripts = ['activation-plot', name].map(
      (file) => `<script nonce="embed" defer charset="utf-8" src="./${file}.js"></script>`,
    );
    await writeFile(`site/${name}.html`, html.replace(module, scripts.join('\n    ')));
  }
  const { sizeOfSite, storedFiles, writeManifests } = await import('./offline.js'); // after the kernels, which it reads
  await writeManifests();
  const files = JSON.stringify(await storedFiles(outputsOf(onSite).map(({ fileName }) => fileName)));
  const define = { 'process.env.NODE_ENV': '"production"', 'self.__WB_MANIFEST': files };
  const inWorker = await bundle({ 'worker.js': 'web/page/worker.js' }, { outDir: 'site', format: 'iife', define });
  await writeFile(
    'site/THIRD-PARTY-NOTICES.txt',
    await notices([...packagesIn(onSite), ...inWorker, fontPackage, 'mathjax-full']),
  );
  console.log(`site without the API reference: ${await sizeOfSite()} bytes`);
}
