/** The API reference: dist/types as TypeDoc's pages, with formulas, without inline scripts, in any folder. */
import { readFileSync } from 'node:fs';
import { equations } from '../exports.js';
import { mathML, plain } from '../formula.js';

/** @type {import('../../web/package/catalogue.js').Entry[]} */
const catalogue = JSON.parse(readFileSync(new URL('../../build/kernels/catalogue.json', import.meta.url), 'utf8'));
/** What each equation looks like, by how an editor shows it. */
const drawn = new Map(catalogue.flatMap(equations).map((tex) => [plain(tex), mathML(tex)]));

// TypeDoc's filters are rules of a <style> of its own.
const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; style-src-elem 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'">`;
/** Hides the page until its scripts have come; without it the page is there at once. */
const inlineScript = /<script>document\.documentElement\.dataset\.theme = .*?<\/script>/;
/** What is imported, by file. @type {Record<string, string>} */
const names = { package: 'activation-kernels', 'element/activation-plot': 'activation-kernels/plot' };
/** In what can be clicked itself. */
const permalink = /<a href="#[^"]*" aria-label="Permalink".*?<\/a>/gs;
/** Stands for the page of the site, which pages reach in different ways. */
const home = 'https://home.invalid/';

/** @param {any} app */
function pages(app) {
  app.converter.on('resolveBegin', (/** @type {any} */ { project }) => {
    for (const module of project.children) module.name = names[module.name];
  });
  app.renderer.on('endPage', (/** @type {{ url: string, contents?: string }} */ page) => {
    if (!page.contents?.match(inlineScript)) throw new Error(`${page.url} is not the page that TypeDoc used to write`);
    page.contents = page.contents
      .replace(inlineScript, '')
      .replace('<head>', `<head>${policy}`)
      .replace('<div class="col-content">', '<main class="col-content">')
      .replace('</div>\n<div class="col-sidebar">', '</main>\n<div class="col-sidebar">')
      .replace('<nav id="tsd-sidebar-links"', '$& aria-label="Site"')
      .replace(/<summary.*?<\/summary>/gs, (summary) => summary.replace(permalink, ''))
      .replaceAll(home, '../'.repeat(page.url.split('/').length));
  });
}

export default {
  name: 'activation-kernels',
  entryPoints: ['../../dist/types/web/package/index.d.ts', '../../dist/types/web/element/activation-plot.d.ts'],
  tsconfig: 'tsconfig.json',
  out: '../../site/api',
  plugin: [pages],
  readme: 'index.md',
  favicon: '../../web/page/public/favicon.svg',
  customCss: 'api.css',
  navigationLinks: { Page: home },
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
