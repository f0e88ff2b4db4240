/** The page: `vite` serves web/page/ for development; `vite build` writes the static site/, which works in any folder. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { colors, pageColors } from '../web/element/colors.js';
import { indexOf, namesOf } from '../web/package/aliases.js';
import { lettersOf, withoutModules } from '../web/package/suggest.js';

/** The address of the site, which only a deployment knows: "https://example.org/folder". */
const { SITE = '' } = process.env;
const site = SITE.replace(/([^/])\/*$/, '$1/');

/**
 * The templates in web/page/ become pages in each language, and web/page/function/page.html one for each function.
 * @returns {import('vite').Plugin}
 */
function languages() {
  const modules = ['page', 'articlePage', 'swigluPage', 'functionPage', 'functionIndex', 'mathFont'].map(
    (name) => new URL(`./page/${name}.js`, import.meta.url),
  );
  const load = async (/** @type {(module: URL) => Promise<object>} */ from) =>
    Object.assign({}, ...(await Promise.all(modules.map(from))));
  return {
    name: 'languages',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        request.url = request.url // originalUrl stays
          ?.replace(/^\/zh-Hant\.html/, '/index.html')
          .replace(/^\/(article|lab|swiglu)\.zh-Hant\.html/, '/$1.html')
          .replace(/^\/functions\/(index(\.zh-Hant)?\.html)?(?=\?|$)/, '/function/index.html')
          .replace(/^\/functions\/(\w+)(\.zh-Hant)?\.html(?=\?|$)/, (path, name) =>
            existsSync(join(server.config.root, `functions/${name}.js`)) ? '/function/page.html' : path,
          );
        next();
      });
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { server, originalUrl, path }) {
        if (!server) return html;
        // Not by import(), which would keep the first version of every text.
        server.environments.ssr.moduleGraph.invalidateAll();
        const { render, renderArticle, renderFunction, renderIndex, renderLab, renderNotFound, renderSwiglu } =
          await load((module) => server.ssrLoadModule(fileURLToPath(module)));
        const [, name = ''] = originalUrl?.match(/functions\/(\w+)/) ?? [];
        const make = {
          '/index.html': render,
          '/article.html': renderArticle,
          '/lab.html': renderLab,
          '/swiglu.html': renderSwiglu,
          '/404.html': (/** @type {string} */ template) => renderNotFound(template),
          '/function/index.html': renderIndex,
          '/function/page.html': (/** @type {string} */ template, /** @type {'en'} */ lang) =>
            renderFunction(template, name, lang),
        }[path];
        const made = make?.(html, originalUrl?.includes('zh-Hant.html') ? 'zh-Hant' : 'en') ?? html;
        // Vite's own client does not satisfy the page's policy. Without a manifest, a page registers no service worker.
        // Only the build makes the font, whose link is a preload, and the classic scripts.
        return made
          .replace(/<meta[^>]*Content-Security-Policy[^>]*>|<link [^>]*rel="(manifest|preload)"[^>]*>/g, '')
          .replace(/<script (?=[^>]*(theme|language|offline)\.js")/g, '<script type="module" ');
      },
    },
    // The renderer reads texts that are not among the modules of the browser.
    hotUpdate({ server, file }) {
      if (!file.endsWith('.css')) server.environments.client.hot.send({ type: 'full-reload' });
    },
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        // Imported late, because they read files that the build writes first.
        const { allFunctionFiles, articleCard, articleFiles, files, labFiles, swigluFiles, ...tools } = await load(
          (module) => import(module.href),
        );
        const take = (/** @type {string} */ name) => {
          const template = bundle[name];
          if (template?.type !== 'asset') throw new Error(`the bundle lacks ${name}`);
          return String(template.source);
        };
        const pages = /** @type {const} */ ([
          ['index.html', files, tools.render],
          ['article.html', articleFiles, tools.renderArticle],
          ['lab.html', labFiles, tools.renderLab],
          ['swiglu.html', swigluFiles, tools.renderSwiglu],
        ]);
        const pageFiles = pages.flatMap(([name, names, make]) =>
          Object.entries(names).map(([lang, fileName]) => ({ fileName, source: make(take(name), lang, site) })),
        );
        const [page, index, notFound] = ['function/page.html', 'function/index.html', '404.html'].map(take);
        for (const name of ['function/page.html', 'function/index.html']) delete bundle[name];
        const made = [...pageFiles, ...(await allFunctionFiles({ page, index, notFound }, site))];
        for (const file of made) this.emitFile({ type: 'asset', ...file });
        this.emitFile({ type: 'asset', fileName: 'article.png', source: await articleCard() });
        const htmls = made.flatMap(({ fileName, source }) => (fileName.endsWith('.html') ? [source] : []));
        this.emitFile({ type: 'asset', fileName: 'math.woff2', source: await tools.mathFont(htmls) });
        // Vite would look for the font before it is made.
        for (const sheet of Object.values(bundle))
          if (sheet.type === 'asset' && /^assets\/.*\.css$/.test(sheet.fileName)) sheet.source += tools.fontFace('../');
        if (!site) return;
        const { answers } = await import(new URL('./page/oembed.js', import.meta.url).href);
        for (const answer of answers(site)) this.emitFile({ type: 'asset', ...answer });
      },
    },
  };
}

/**
 * Sends 404.html for every address that does not exist, as hosts do.
 * @param {string} root @param {(html: string, address: string) => string | Promise<string>} render
 * @returns {import('vite').Connect.NextHandleFunction}
 */
const sendNotFound = (root, render) => async (request, response, next) => {
  const path = request.url?.replace(/\?.*/, '') ?? '';
  if (path.endsWith('.html') && existsSync(join(root, path))) return next();
  const html = await readFile(join(root, '404.html'), 'utf8');
  response.writeHead(404, { 'Content-Type': 'text/html' }).end(await render(html, request.originalUrl ?? ''));
};

/** @type {import('vite').Plugin} */
const notFound = {
  name: 'notFound',
  configureServer: (server) => () =>
    server.middlewares.use(
      sendNotFound(server.config.root, (html, address) => server.transformIndexHtml('/404.html', html, address)),
    ),
  configurePreviewServer:
    ({ config, middlewares }) =>
    () =>
      middlewares.use(sendNotFound(join(config.root, config.build.outDir), (html) => html)),
};

const { light, dark } = pageColors;
const properties = Object.entries({ ...light, curve: colors.light.curves[0] }).map(
  ([name, color]) => `  --${name}: light-dark(${color}, ${{ ...dark, curve: colors.dark.curves[0] }[name]});\n`,
);
const classes = colors.light.curves.map(
  (color, i) => `.curve-${i + 1} {\n  --own: light-dark(${color}, ${colors.dark.curves[i]});\n}\n`,
);
const withColors = (/** @type {string} */ css) => `${css}:root {\n${properties.join('')}}\n${classes.join('')}`;

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

/**
 * The catalogue for scripts, with the same results of find(): without the texts of the pages, and with one list of aliases
 * for each function. No two aliases of a list have the same letters.
 * @param {import('../web/package/catalogue.js').Entry[]} catalogue
 */
export function smallCatalogue(catalogue) {
  const index = indexOf(catalogue);
  return catalogue.map(({ formula, derivative, family, ...entry }) => {
    const names = namesOf(/** @type {any} */ (entry)).map((name) => {
      const short = withoutModules(name);
      return index.get(lettersOf(short))?.name === entry.name ? short : name;
    });
    const own = [entry.name, entry.label].map(lettersOf);
    const aliases = new Map(names.map((name) => [lettersOf(name), name]));
    for (const letters of own) aliases.delete(letters);
    const options = entry.options.filter((name) => ['alpha', 'mask', 'seed'].includes(name)); // those that the scripts ask for
    return { ...entry, options, aliases: [...aliases.values()] };
  });
}

/**
 * Makes scripts smaller. They get the kernels that are compiled for size and a style sheet without white space. They do not get
 * the parts of the catalogue that only the package and the pages' HTML show, the calls with two arrays or with the options of
 * attention, which plots do not make, and @kurkle/color: Chart.js needs it only for hover effects, and its charts get no
 * events. The Workers of the experiments keep the fast kernels.
 * @type {import('vite').Plugin}
 */
export const small = {
  name: 'small',
  enforce: 'pre',
  resolveId(source, importer) {
    if (/\/build\/kernels\/(kernels|wasm)\.js$/.test(source))
      return this.resolve(source.replace('/kernels/', '/kernels/small/'), importer);
    if (source === './parts.js') return '\0parts';
    if (source === './attention.js') return '\0attention';
    return source === '@kurkle/color' ? '\0color' : undefined;
  },
  load: (id) =>
    ({
      '\0color': 'export class Color {}',
      '\0parts': 'export const runParts = undefined;',
      '\0attention': 'export const [readAttention, computeAttention] = [() => undefined];',
    })[id],
  transform(code, id, options) {
    if (options?.ssr) return; // the renderer of the pages
    if (id.endsWith('/build/kernels/catalogue.json')) return JSON.stringify(smallCatalogue(JSON.parse(code)));
    if (!id.endsWith('/web/element/styles.js')) return;
    return code.replace(/`\n[^`]*`/g, (css) => css.replace(/\s*\n\s*/g, '').replace(/([;:,{}]) | (?=[{}])/g, '$1'));
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
    compress: { passes: 3, ecma: 2020, keep_fargs: false, pure_getters: true },
    format: { preserve_annotations: true }, // so that bundlers leave out what a project does not use
  },
  rolldownOptions: { checks: { bundlerTimings: false } },
});

/** How Workers are bundled, also in tools/build.js. */
export const worker = /** @type {const} */ ({ format: 'es', rolldownOptions: output.rolldownOptions });

export default defineConfig({
  root: fileURLToPath(new URL('../web/page', import.meta.url)),
  base: './',
  appType: 'mpa', // without a page for all other addresses
  plugins: [small, palette, languages(), notFound],
  build: {
    ...output,
    outDir: '../../site',
    emptyOutDir: false, // tools/build.js empties it, and writes other files into it meanwhile
    // Absolute, because the build resolves paths from the working directory, the development server from `root`.
    rolldownOptions: {
      ...output.rolldownOptions,
      // Every page with a plot needs all of the element, which arrives earlier in one file than in several.
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: 'element',
              test: /^\0(attention|color|parts|vite\/preload-helper\.js)$|chart\.js|kernels\/small|web\/(element|messages)|web\/package\/(?!aliases|catalogue|languages|suggest)/,
            },
            { name: 'listings', test: /web\/page\/(builder|clipboard|copied|showCode)\.js$/ },
          ],
        },
      },
      input: [
        'index.html',
        'article.html',
        'lab.html',
        'swiglu.html',
        'function/page.html',
        'function/index.html',
        '404.html',
      ].map((page) => fileURLToPath(new URL(`../web/page/${page}`, import.meta.url))),
    },
  },
  worker,
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
});
