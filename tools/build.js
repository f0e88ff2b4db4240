/**
 * Builds the project: `node tools/build.js` everything, `node tools/build.js kernels` only what a development server
 * needs. Set-up (tools/setup.js) comes first.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { writeCode, writeExports, writeWasm } from './exports.js';
import { notices, packagesIn } from './notices.js';
import { writeReference, writeTypes } from './types.js';
import { output } from './vite.config.js';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** @param {string} command @param {string[]} args */
function run(command, ...args) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status === 0) return;
  console.error(`build: ${[command, ...args].join(' ')} failed${error ? `: ${error.message}` : ''}`);
  process.exit(1);
}

/**
 * What the element alone can do without: speed, and Chart.js's colours of what the pointer is over, as its charts get no
 * events.
 * @type {import('vite').Plugin}
 */
const small = {
  name: 'small',
  enforce: 'pre',
  resolveId(source, importer) {
    if (/\/build\/kernels\/(kernels|wasm)\.js$/.test(source))
      return this.resolve(source.replace('/kernels/', '/kernels/small/'), importer);
    return source === '@kurkle/color' ? '\0color' : undefined;
  },
  load: (id) => (id === '\0color' ? 'export class Color {}' : undefined),
};

/** What imports the package in place of its own copy of it. @type {import('vite').Plugin} */
const beside = {
  name: 'beside',
  enforce: 'pre',
  resolveId(source) {
    if (source.startsWith('chart.js')) return { id: source, external: true };
    const isPublic = /^(\.|\.\.\/package)\/(catalogue|kernels|sample)\.js$/.test(source);
    return isPublic ? { id: './activation-kernels.js', external: true } : undefined;
  },
};

/** @param {string} entry @param {string} name a file of its own, nothing beside it, nothing imported */
async function bundle(
  entry,
  name,
  { outDir = 'dist', format = /** @type {'es' | 'iife'} */ ('es'), plugins = [small] } = {},
) {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    plugins,
    build: {
      lib: { entry, formats: [format], fileName: () => name, name: 'activationKernels' },
      outDir,
      emptyOutDir: false,
      ...output,
    },
  });
  const bytes = await readFile(`${outDir}/${name}`);
  const integrity = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
  console.log(
    `${outDir}/${name}: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} gzipped, integrity="${integrity}"`,
  );
  return packagesIn(built);
}

run('cmake', '--preset', 'kernels', '--log-level=WARNING');
run('cmake', '--build', '--preset', 'kernels');
await writeExports();
await writeWasm();
await writeCode();

if (process.argv[2] !== 'kernels') {
  await rm('dist', { recursive: true, force: true });
  const inPackage = [
    ...(await bundle('web/package/index.js', 'activation-kernels.js', { plugins: [] })),
    ...(await bundle('web/element/activation-plot.js', 'plot.js', { plugins: [beside] })),
    ...(await bundle('web/element/activation-plot.js', 'activation-plot.js')),
  ];
  await copyFile('build/kernels/versioned.wasm', 'dist/kernels.wasm');
  await writeFile('dist/THIRD-PARTY-NOTICES.txt', await notices(inPackage));
  await writeTypes(run);
  const onSite = packagesIn(await build({ configFile: 'tools/vite.config.js', logLevel: 'warn' }));
  await writeReference(run);
  await copyFile('dist/activation-plot.js', 'site/activation-plot.js'); // for whoever embeds a plot
  await copyFile('node_modules/vue/dist/vue.runtime.esm-browser.prod.js', 'site/examples/vue.js');
  await writeFile('site/THIRD-PARTY-NOTICES.txt', await notices([...onSite, 'vue']));
  // A classic script: a sandboxed frame has no origin, and to it a module would be another one's.
  for (const name of ['embed', 'lab-embed']) {
    await bundle(`web/page/${name}.js`, `${name}.js`, { outDir: 'site', format: 'iife' });
    const html = await readFile(`web/page/${name}.html`, 'utf8');
    const script = [`type="module" src="./${name}.js"`, `defer src="./${name}.js"`];
    await writeFile(`site/${name}.html`, html.replace(script[0], script[1]));
  }
}
