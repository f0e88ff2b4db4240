/** Frameworks, test runners and hosts with the lines that docs/package.md tells their users to write, and no others. */
import assert from 'node:assert/strict';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { load, pathOf, versionOf } from '../everywhere/packages.js';
import { row } from './rows.js';
import { ownFolder, project, run, runTool } from './user.js';

const documentation = await readFile(new URL('docs/package.md', project), 'utf8');

/** The code in a row of the table. @param {string} tool in its first cell */
function linesFor(tool) {
  const line = documentation.split('\n').find((line) => line.startsWith(`| ${tool} |`));
  assert.ok(line, `docs/package.md has no row for ${tool}`);
  return [...line.slice(tool.length + 4).matchAll(/`([^`]+)`/g)].map(([, code]) => code);
}

/** A project with other packages beside ours. @param {Record<string, string>} files @param {string[]} packages */
async function projectWith(files, ...packages) {
  const folder = await ownFolder();
  for (const name of packages) {
    const path = join(folder, 'node_modules', name);
    await mkdir(dirname(path), { recursive: true });
    await symlink(name === 'vue' ? fileURLToPath(new URL('node_modules/vue', project)) : pathOf(name), path);
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

const strict = {
  strict: true,
  noEmit: true,
  target: 'es2022',
  module: 'esnext',
  moduleResolution: 'bundler',
  types: [],
};

/** Each JSX: the package of its types, and where TypeScript finds them. */
for (const [name, [types, jsxImportSource]] of Object.entries({
  React: ['@types/react', 'react'],
  Preact: ['preact', 'preact'],
  Solid: ['solid-js', 'solid-js'],
}))
  test(`TypeScript knows the tag and its events in ${name}`, async () => {
    const [line, listener] = linesFor(name);
    const tag = (/** @type {string} */ words) => `<activation-plot functions="relu" ${words} />`;
    const event = listener.replace('…', '({ detail }) => detail.plot.functions.length');
    const text = `${line}
      export const right = ${tag(`min={-5} max="5" derivative theme="dark" id="plot" ${event}`)};
      export const wrong = [
        // @ts-expect-error no attribute
        ${tag('minimum="5"')},
        // @ts-expect-error no number
        ${tag('min={{}}')},
        // @ts-expect-error no detail
        ${tag(event.replace('functions', 'curves'))},
      ];`;
    const compilerOptions = { ...strict, jsx: 'preserve', jsxImportSource };
    const folder = await projectWith(
      { 'plot.tsx': text, 'tsconfig.json': JSON.stringify({ compilerOptions, include: ['plot.tsx'] }) },
      types,
    );
    await runTool(folder, 'typescript/bin/tsc', '-p', '.');
  });

test('vue-tsc knows the tag and its events in strict templates', async () => {
  const [line, listener] = linesFor('Vue');
  const tag = (/** @type {string} */ words) => `<activation-plot functions="relu" ${words} />`;
  const component = `<script setup lang="ts">
      ${line}
      const low = -5;
    </script>
    <template>
      ${tag(`:min="low" max="5" derivative class="wide" ${listener.replace('…', '({ detail }) => detail.step.toFixed()')}`)}
      <!-- @vue-expect-error no attribute -->
      ${tag(':minimum="5"')}
      <!-- @vue-expect-error no number -->
      ${tag(':min="{}"')}
    </template>`;
  const config = {
    compilerOptions: strict,
    include: ['Plot.vue'],
    vueCompilerOptions: { strictTemplates: true },
  };
  const folder = await projectWith({ 'Plot.vue': component, 'tsconfig.json': JSON.stringify(config) }, 'vue');
  await runTool(folder, 'vue-tsc/bin/vue-tsc.js', '-p', '.');
});

const babelConfig = '{ "presets": [["@babel/preset-env", { "targets": { "node": "current" } }]] }';

/** A test file that writes what it computed. @param {string} imports */
const testFile = (imports) => `
  ${imports}
  test('the package', async () => {
    const own = {};
    own.svg = await pictures(library, toSVG);
    await library.ready({ wasm: readFileSync('node_modules/activation-kernels/dist/kernels.wasm') });
    own.wasm = own.KEY = await digests(library);
    writeFileSync('result.json', JSON.stringify(own));
  });`;
const esImports = `
  import { readFileSync, writeFileSync } from 'node:fs';
  import * as library from 'activation-kernels';
  import { toSVG } from 'activation-kernels/svg';
  import { digests, pictures } from './digest.js';`;
/** @param {string} folder */
const resultOf = async (folder) => JSON.parse(await readFile(join(folder, 'result.json'), 'utf8'));

row(`Jest ${versionOf('jest')}, Babel`, ['require', 'wasm', 'svg'], async () => {
  const [line] = linesFor('Jest with Babel');
  const imports = `
    const { readFileSync, writeFileSync } = require('node:fs');
    const library = require('activation-kernels');
    const { toSVG } = require('activation-kernels/svg');
    const { digests, pictures } = require('./digest.js');`;
  const folder = await projectWith(
    {
      'package.json': `{ "private": true, "jest": { ${line} } }`,
      'babel.config.json': babelConfig,
      'package.test.js': testFile(imports).replace('KEY', 'require'),
    },
    '@babel/preset-env',
  );
  await runTool(folder, 'jest/bin/jest.js');
  return resultOf(folder);
});

row(`Jest ${versionOf('jest')}, ES modules`, ['kernels', 'wasm', 'svg'], async () => {
  const [flag] = linesFor('Jest with ES modules');
  const folder = await projectWith({
    'package.json': '{ "private": true, "type": "module", "jest": { "transform": {} } }',
    'package.test.js': testFile(esImports).replace('KEY', 'kernels'),
  });
  await run(folder, process.execPath, flag, pathOf('jest/bin/jest.js'));
  return resultOf(folder);
});

row(`Vitest ${versionOf('vitest')}`, ['kernels', 'wasm', 'svg'], async () => {
  const text = `import { test } from 'vitest';\n${testFile(esImports).replace('KEY', 'kernels')}`;
  const folder = await projectWith({ 'package.test.js': text }, 'vitest');
  await runTool(folder, 'vitest/vitest.mjs', 'run');
  return resultOf(folder);
});

/** The package under jsdom, which has classes of its own and lacks some that browsers have. */
const inJsdom = `
  import { readFileSync } from 'node:fs';
  import { parsePlot, ready, relu } from 'activation-kernels';
  import 'activation-kernels/plot';
  import { toSVG } from 'activation-kernels/svg';

  test('the package', async () => {
    await ready({ wasm: readFileSync('node_modules/activation-kernels/dist/kernels.wasm') });
    expect([...relu(Float32Array.of(-1, 2))]).toEqual([0, 2]);
    expect(parsePlot(new window.URLSearchParams('functions=gelu'))).toEqual(parsePlot('functions=gelu'));
    expect(toSVG('functions=gelu')).toMatch(/^<svg/);
  });

  test('the element, without a layout, shows its content', async () => {
    const errors = [];
    window.addEventListener('error', (event) => errors.push(event.message));
    document.body.innerHTML = '<activation-plot functions="gelu nosuch" controls>GELU</activation-plot>';
    const plot = document.querySelector('activation-plot');
    plot.min = -5;
    plot.setAttribute('derivative', '');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(plot.outerHTML).toBe('<activation-plot functions="gelu nosuch" controls="" min="-5" derivative="">GELU</activation-plot>');
    expect([plot.plot.min, plot.plot.derivative, plot.notes.length]).toEqual([-5, true, 1]);
    expect(plot.shadowRoot.querySelector('slot').assignedNodes()[0].textContent).toBe('GELU');
    expect(plot.shadowRoot.querySelector('.fallback').hidden).toBe(false);
    plot.plot = { functions: [{ name: 'elu', parameters: { alpha: 2 } }] };
    expect(plot.getAttribute('functions')).toBe('elu(alpha=2)');
    expect(plot.toSVG()).toMatch(/^<svg/);
    document.body.append(plot);
    plot.remove();
    expect(errors).toEqual([]);
  });`;

test('Vitest runs the package under jsdom', async () => {
  const text = `// @vitest-environment jsdom\nimport { expect, test } from 'vitest';${inJsdom}`;
  await runTool(await projectWith({ 'page.test.js': text }, 'vitest', 'jsdom'), 'vitest/vitest.mjs', 'run');
});

test('Jest runs the package under jsdom', async () => {
  const [line] = linesFor('Jest with Babel');
  const folder = await projectWith(
    {
      'package.json': `{ "private": true, "jest": { ${line} } }`,
      'babel.config.json': babelConfig,
      'page.test.js': `/** @jest-environment jsdom */${inJsdom}`,
    },
    '@babel/preset-env',
    'jest-environment-jsdom',
  );
  await runTool(folder, 'jest/bin/jest.js');
});

/** A handler of requests that answers with its results. @param {string} lines */
const server = (lines) => `
  import * as library from 'activation-kernels';
  import { ready } from 'activation-kernels';
  import { toSVG } from 'activation-kernels/svg';
  import { digests, pictures } from './digest.js';
  ${lines}`;

row(`workerd of Miniflare ${versionOf('miniflare')}`, ['kernels', 'wasm', 'svg'], async () => {
  const [imported, call] = linesFor('Workers that a bundler builds without the condition `workerd`');
  const answer = (/** @type {string} */ results) =>
    `export default { async fetch() { return Response.json({ ${results} }); } };`;
  const folder = await projectWith({
    'worker.js': server(answer('kernels: await digests(library), svg: await pictures(library, toSVG)')),
    'wasm.js': server(`${imported}\n${call}\n${answer('wasm: await digests(library)')}`),
  });
  const { Miniflare } = await import(pathToFileURL(pathOf('miniflare/dist/src/index.js')).href);
  /** @param {string} entry @param {string[]} conditions */
  async function answerOf(entry, ...conditions) {
    const options = ['--bundle', '--format=esm', '--loader:.wasm=copy', '--outdir=dist', ...conditions];
    await runTool(folder, 'esbuild/bin/esbuild', ...options, entry);
    const miniflare = new Miniflare({
      modules: true,
      modulesRoot: join(folder, 'dist'),
      scriptPath: join(folder, 'dist', entry),
      modulesRules: [
        { type: 'ESModule', include: ['**/*.js'] },
        { type: 'CompiledWasm', include: ['**/*.wasm'] },
      ],
      compatibilityDate: '2025-09-01',
    });
    try {
      const response = await miniflare.dispatchFetch('http://localhost/');
      assert.equal(response.status, 200, await response.clone().text());
      return await response.json();
    } finally {
      await miniflare.dispose();
    }
  }
  return { ...(await answerOf('worker.js', '--conditions=workerd')), ...(await answerOf('wasm.js')) };
});

row(`edge-runtime ${versionOf('edge-runtime')}, webpack`, ['wasm', 'svg'], async () => {
  const [imported, call] = linesFor('Next.js on the edge runtime');
  const folder = await projectWith({
    'edge.js': server(`${imported}
      addEventListener('fetch', (event) => event.respondWith((async () => {
        ${call}
        return Response.json({ wasm: await digests(library), svg: await pictures(library, toSVG) });
      })()));`),
    // Next.js has such a loader too: a host that compiles no bytes gets the module from outside.
    'loader.cjs': "module.exports = () => 'export default globalThis.compiled;';",
    'webpack.config.js': `export default {
      entry: './edge.js', mode: 'production', target: 'webworker',
      module: { rules: [{ resourceQuery: /^\\?module$/, type: 'javascript/auto', use: './loader.cjs' }] },
    };`,
  });
  await runTool(folder, 'webpack/bin/webpack.js');
  const { EdgeRuntime } = load('edge-runtime');
  const runtime = new EdgeRuntime({
    initialCode: await readFile(join(folder, 'dist/main.js'), 'utf8'),
    codeGeneration: { strings: false, wasm: false },
    extend: (/** @type {object} */ context) => Object.assign(context, { compiled }),
  });
  return (await runtime.dispatchFetch('http://localhost/')).json();
});
const installedWasm = createRequire(import.meta.url).resolve('activation-kernels/kernels.wasm');
const compiled = await WebAssembly.compile(await readFile(installedWasm));
