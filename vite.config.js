/** The page: `vite` serves web/ for development, `vite build` writes the static site/, which works in any folder. */
import { defineConfig } from 'vite';

/** Where the site will be, which only a deployment knows: "https://example.org/folder". */
const { SITE = '' } = process.env;
const site = SITE.replace(/([^/])\/*$/, '$1/');

/**
 * web/index.html becomes a page in each language.
 * @returns {import('vite').Plugin}
 */
function languages() {
  // Not bundled into the configuration: it reads what the build made.
  const load = () => import(new URL('./tools/page/page.js', import.meta.url).href);
  return {
    name: 'languages',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        request.url = request.url?.replace(/^\/zh-Hant\.html/, '/index.html'); // originalUrl stays
        next();
      });
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { server, originalUrl, path }) {
        if (!server || path !== '/index.html') return html;
        const { render } = await load();
        return render(html, originalUrl?.startsWith('/zh-Hant') ? 'zh-Hant' : 'en');
      },
    },
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const { files, render } = await load();
        const template = bundle['index.html'];
        if (template?.type !== 'asset') throw new Error('the bundle lacks index.html');
        for (const [lang, fileName] of Object.entries(files)) {
          const source = render(String(template.source), lang, site);
          this.emitFile({ type: 'asset', fileName, source });
        }
        if (!site) return;
        const { answers } = await import(new URL('./tools/page/oembed.js', import.meta.url).href);
        for (const answer of answers(site)) this.emitFile({ type: 'asset', ...answer });
      },
    },
  };
}

/** How scripts are written, here and in tools/build.js. Terser's are 8 % smaller than those of Vite's own minifier. */
export const output = /** @type {const} */ ({
  target: 'es2022',
  minify: 'terser',
  terserOptions: { module: true, compress: { passes: 3, ecma: 2020 } },
  rolldownOptions: { checks: { bundlerTimings: false } },
});

export default defineConfig({
  root: 'web',
  base: './',
  plugins: [languages()],
  build: { outDir: '../site', emptyOutDir: true, ...output },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
});
