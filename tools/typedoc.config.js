/** The API reference: TypeDoc's pages of dist/types, with formulas, and without inline scripts. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';
import { Converter, DefaultTheme, JSX, PageEvent } from 'typedoc';
import { pageColors } from '../web/element/colors.js';
import { create } from '../web/element/dom.js';
import { page as words } from '../web/messages/en.js';
import { highlight } from '../web/page/highlight.js';
import { equations } from './exports.js';
import { mathML, plain } from './formula.js';
import { fontFace } from './page/mathFont.js';
import { themesOf } from './page/themes.js';

/** @type {import('../web/package/catalogue.js').Entry[]} */
const catalogue = JSON.parse(readFileSync(new URL('../build/kernels/catalogue.json', import.meta.url), 'utf8'));
/** MathML of each equation, by the plain text that an editor shows. */
const drawn = new Map(catalogue.flatMap(equations).map((tex) => [plain(tex), mathML(tex)]));

/** TypeDoc's colours, and those of the site's pages that take their places. */
const places = {
  ...{ background: 'page', 'background-secondary': 'card', 'background-active': 'line', accent: 'line' },
  ...{ text: 'text', 'contrast-text': 'text', 'text-aside': 'soft', link: 'accent', 'focus-outline': 'accent' },
};
const properties = Object.entries(pageColors).flatMap(([theme, colors]) =>
  Object.entries(places).map(([place, name]) => `--${theme}-color-${place}:${colors[name]};`),
);
const codeColors = Object.entries(pageColors.light).flatMap(([name, color]) =>
  name.startsWith('code-') ? `--${name}:light-dark(${color},${pageColors.dark[name]});` : [],
);
const sheet = new URL('../build/api.css', import.meta.url);
const rules = ['api/api.css', '../web/page/styles/theme.css', '../web/page/styles/code.css'].map((path) =>
  readFileSync(new URL(path, import.meta.url)),
);
writeFileSync(sheet, `${fontFace('../../')}:root{${[...properties, ...codeColors].join('')}}${rules.join('')}`);

/** TypeDoc's script adds a <style> element with the rules of its filters. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; style-src-elem 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'";
/** The name that each file is imported by. @type {Record<string, string>} */
const names = {
  package: 'activation-kernels',
  'element/activation-plot': 'activation-kernels/plot',
  'element/toSVG': 'activation-kernels/svg',
};

/** @typedef {import('typedoc').JSX.Element} Element */

/** @typedef {(path: string) => string | undefined} To turns a path in the site's folder into an address */

/** Links to the parts of the site, as linksOf() in page/page.js makes them. @param {To} to */
const linksOf = (to) =>
  [
    ['', words.explorer],
    ['functions/index.html', words.functions],
    ['article.html', words.article],
    ['lab.html', words.experiments],
    ['api/index.html', 'API'],
  ].map(([path, text]) => JSX.createElement('a', { href: to(path) }, text));

/** The header of the site's other pages. @param {To} to */
function siteHeader(to) {
  const icon = JSX.createElement('img', { src: to('favicon.svg'), alt: '', width: '20', height: '20' });
  return JSX.createElement(
    'nav',
    { class: 'site', 'aria-label': words.site },
    JSX.createElement('a', { href: to('') }, icon, JSX.createElement('span', null, 'activation-kernels')),
    ...linksOf(to),
    JSX.createElement('button', { class: 'theme', type: 'button', ...themesOf(words) }),
  );
}

/** The footer of the site's other pages. @param {To} to */
const siteFooter = (to) =>
  JSX.createElement(
    'footer',
    null,
    JSX.createElement('p', null, ...linksOf(to)),
    JSX.createElement('p', null, words.footer),
  );

/** TypeDoc's pages with a main landmark, with the site as their first breadcrumb, and without the inline script. */
class SiteTheme extends DefaultTheme {
  /** @override @param {import('typedoc').PageEvent<import('typedoc').Reflection>} event */
  getRenderContext(event) {
    const context = super.getRenderContext(event);
    const { breadcrumbs, defaultLayout, header } = context;
    const to = (/** @type {string} */ path) => context.relativeURL(`../${path}`);
    context.footer = () => siteFooter(to);
    // Both move into main; and TypeDoc's header has no breadcrumbs on the first page.
    context.breadcrumbs = context.header = () => JSX.createElement(JSX.Fragment, null);
    context.defaultLayout = (template, page) => {
      const site = JSX.createElement('a', { href: to('') }, words.heading);
      const path = breadcrumbs(page.model);
      path.children.unshift(JSX.createElement('li', null, site));
      const layout = defaultLayout(() => JSX.createElement('main', null, path, header(page), template(page)), page);
      const body = /** @type {Element} */ (
        layout.children.find((child) => /** @type {Element} */ (child).tag === 'body')
      );
      // This script hides the page until the other scripts have loaded. The policy forbids it; the page works without.
      body.children = body.children.filter((child) => /** @type {Element | null} */ (child)?.tag !== 'script');
      body.children.unshift(siteHeader(to));
      return layout;
    };
    return context;
  }
}

/** @param {import('typedoc').Application} app */
function pages(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.children ?? []) module.name = names[module.name];
  });
  app.renderer.hooks.on('head.begin', ({ relativeURL }) =>
    JSX.createElement(
      JSX.Fragment,
      null,
      JSX.createElement('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
      JSX.createElement('script', { src: relativeURL('../theme.js') }),
    ),
  );
  app.renderer.hooks.on('comment.afterTags', ({ page, relativeURL }, _comment, reflection) => {
    const about = catalogue.find(({ name }) => page.url === `variables/activation-kernels.${name}.html`);
    if (!about || reflection.name !== about.name) return JSX.createElement(JSX.Fragment, null);
    const address = relativeURL(`../functions/${about.name}.html`);
    return JSX.createElement(
      'p',
      null,
      JSX.createElement('a', { href: address }, words.pageOf.replace('{label}', about.label)),
    );
  });
  // A link inside a <summary> is out of reach for some screen readers. https://html.spec.whatwg.org/#interactive-content
  app.renderer.on(PageEvent.END, (page) => {
    page.contents = page.contents?.replace(/<a (?:(?!<\/a>).)*<\/a>(?=<\/h2><\/summary>)/gs, '');
  });
  app.renderer.defineTheme('site', SiteTheme);
}

export default {
  name: 'activation-kernels API',
  entryPoints: ['package/index', 'element/activation-plot', 'element/toSVG'].map(
    (path) => `../dist/types/web/${path}.d.ts`,
  ),
  tsconfig: 'api/tsconfig.json',
  out: '../site/api',
  plugin: [pages],
  theme: 'site',
  readme: 'api/index.md',
  favicon: '../web/page/public/favicon.svg',
  customCss: fileURLToPath(sheet),
  disableSources: true,
  includeHierarchySummary: false,
  excludeExternals: true,
  excludeTags: ['@formula', '@type'],
  intentionallyNotExported: ['__module'],
  validation: { notExported: true, invalidLink: true, notDocumented: true },
  treatWarningsAsErrors: true,
  /** @param {any} parser of Markdown */
  markdownItLoader(parser) {
    parser.options.highlight = (/** @type {string} */ code) => {
      globalThis.document = parseHTML('').document;
      return `<pre>${create('code', {}, ...highlight(code.trimEnd(), 'javascript')).outerHTML}</pre>`;
    };
    const code = parser.renderer.rules.code_inline;
    parser.renderer.rules.code_inline = (/** @type {any[]} */ ...given) => {
      const [tokens, i] = given;
      return drawn.get(tokens[i].content) ?? code(...given);
    };
  },
};
