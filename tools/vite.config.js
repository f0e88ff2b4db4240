/** The page: `vite` serves web/page/ for development; `vite build` writes the static site/, which works in any folder. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { pageColors } from '../web/element/colors.js';

/** The address of the site, which only a deployment knows: "https://example.org/folder". */
const { SITE = '' } = process.env;
const site = SITE.replace(/([^/])\/*$/, '$1/');

/**
 * web/page/index.html and web/page/lab.html become pages in each language.
 * @returns {import('vite').Plugin}
 */
function languages() {
  const renderer = new URL('./page/page.js', import.meta.url);
  return {
    name: 'languages',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        request.url = request.url // originalUrl stays
          ?.replace(/^\/zh-Hant\.html/, '/index.html')
          .replace(/^\/lab\.zh-Hant\.html/, '/lab.html');
        next();
      });
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { server, originalUrl, path }) {
        if (!server) return html;
        // Not by import(), which would keep the first version of every text.
        server.environments.ssr.moduleGraph.invalidateAll();
        const { render, renderLab } = await server.ssrLoadModule(fileURLToPath(renderer));
        const make = { '/index.html': render, '/lab.html': renderLab }[path];
        // Vite's own client does not satisfy the page's policy.
        const open = html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, '');
        return make ? make(open, originalUrl?.includes('zh-Hant.html') ? 'zh-Hant' : 'en') : open;
      },
    },
    // The renderer reads texts that are not among the modules of the browser.
    hotUpdate({ server, file }) {
      if (!file.endsWith('.css')) server.environments.client.hot.send({ type: 'full-reload' });
    },
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        // Imported late, because it reads files that the build writes first.
        const { files, labFiles, render, renderLab } = await import(renderer.href);
        const pages = /** @type {const} */ ([
          ['index.html', files, render],
          ['lab.html', labFiles, renderLab],
        ]);
        for (const [name, names, make] of pages) {
          const template = bundle[name];
          if (template?.type !== 'asset') throw new Error(`the bundle lacks ${name}`);
          for (const [lang, fileName] of Object.entries(names))
            this.emitFile({ type: 'asset', fileName, source: make(String(template.source), lang, site) });
        }
        if (!site) return;
        const { answers } = await import(new URL('./page/oembed.js', import.meta.url).href);
        for (const answer of answers(site)) this.emitFile({ type: 'asset', ...answer });
      },
    },
  };
}

const { light, dark } = pageColors;
const properties = Object.entries(light).map(([name, color]) => `  --${name}: light-dark(${color}, ${dark[name]});\n`);
const withColors = (/** @type {string} */ css) => `${css}:root {\n${properties.join('')}}\n`;

/** Adds the colours of web/element/colors.js to the pages' style sheets. @type {import('vite').Plugin} */
const palette = {
  name: 'palette',
  enforce: 'pre',
  transform: (code, id) => (/\/web\/page\/(page|embed)\.css(\?|$)/.test(id) ? withColors(code) : undefined),
  // tools/build.js writes the pages for frames, which are not part of this bundle.
  async generateBundle() {
    const css = await readFile(new URL('../web/page/embed.css', import.meta.url), 'utf8');
    this.emitFile({ type: 'asset', fileName: 'embed.css', source: withColors(css) });
  },
};

/** How scripts are minified, here and in tools/build.js. Terser's output is smaller than Vite's own minifier's. */
export const output = /** @type {const} */ ({
  target: 'es2022',
  minify: 'terser',
  // By default Vite supports Safari 10, which has no WebAssembly SIMD.
  terserOptions: {
    module: true,
    safari10: false,
    compress: { passes: 3, ecma: 2020, keep_fargs: false },
    format: { preserve_annotations: true }, // so that bundlers leave out what a project does not use
  },
  rolldownOptions: { checks: { bundlerTimings: false } },
});

export default defineConfig({
  root: fileURLToPath(new URL('../web/page', import.meta.url)),
  base: './',
  plugins: [palette, languages()],
  build: {
    ...output,
    outDir: '../../site',
    emptyOutDir: true,
    // Absolute, because the build resolves paths from the working directory, the development server from `root`.
    rolldownOptions: {
      ...output.rolldownOptions,
      input: ['index.html', 'lab.html'].map((page) => fileURLToPath(new URL(`../web/page/${page}`, import.meta.url))),
    },
  },
  worker: { format: 'es' },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
});
