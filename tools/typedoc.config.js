/** The API reference: TypeDoc's pages of dist/types, with formulas, and without inline scripts. */
import { readFileSync } from 'node:fs';
import { Converter, JSX, PageEvent } from 'typedoc';
import { equations } from './exports.js';
import { mathML, plain } from './formula.js';

/** @type {import('../web/package/catalogue.js').Entry[]} */
const catalogue = JSON.parse(readFileSync(new URL('../build/kernels/catalogue.json', import.meta.url), 'utf8'));
/** MathML of each equation, by the plain text that an editor shows. */
const drawn = new Map(catalogue.flatMap(equations).map((tex) => [plain(tex), mathML(tex)]));

/** TypeDoc's script adds a <style> element with the rules of its filters. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; style-src-elem 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'";
/** TypeDoc's script that hides the page until other scripts have loaded. The policy forbids it; the page works without. */
const inlineScript = /<script>document\.documentElement\.dataset\.theme = .*?<\/script>/;
/** The name that each file is imported by. @type {Record<string, string>} */
const names = { package: 'activation-kernels', 'element/activation-plot': 'activation-kernels/plot' };

/** @param {import('typedoc').Application} app */
function pages(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.children ?? []) module.name = names[module.name];
  });
  app.renderer.hooks.on('head.begin', () =>
    JSX.createElement('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
  );
  app.renderer.hooks.on('sidebar.begin', (context) =>
    JSX.createElement('a', { href: context.relativeURL('../') }, 'Page'),
  );
  app.renderer.on(PageEvent.END, (page) => {
    if (!page.contents?.match(inlineScript)) throw new Error(`${page.url} lacks the script that TypeDoc used to write`);
    page.contents = page.contents.replace(inlineScript, '');
  });
}

export default {
  name: 'activation-kernels',
  entryPoints: ['../dist/types/web/package/index.d.ts', '../dist/types/web/element/activation-plot.d.ts'],
  tsconfig: 'api/tsconfig.json',
  out: '../site/api',
  plugin: [pages],
  readme: 'api/index.md',
  favicon: '../web/page/public/favicon.svg',
  customCss: 'api/api.css',
  disableSources: true,
  includeHierarchySummary: false,
  excludeExternals: true,
  excludeTags: ['@formula', '@type'],
  intentionallyNotExported: ['__module'],
  validation: { notExported: true, invalidLink: true, notDocumented: true },
  treatWarningsAsErrors: true,
  /** @param {any} parser of Markdown */
  markdownItLoader(parser) {
    const code = parser.renderer.rules.code_inline;
    parser.renderer.rules.code_inline = (/** @type {any[]} */ ...given) => {
      const [tokens, i] = given;
      return drawn.get(tokens[i].content) ?? code(...given);
    };
  },
};
