/** Builds a blog with each static generator, in a new folder: one post for each form. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { load, pathOf } from '../everywhere/packages.js';
import { codes, programOf, query, run, site, temporary, write } from './blog.js';

/** What docs/embedding.md writes for bundlers, with the plot of the other forms. */
const imported = `import 'activation-kernels/plot'

<activation-plot functions="elu(alpha=2) leakyRelu(negativeSlope=0.1)" min="-3" max="3" derivative><a href="${site}?${query}">A plot</a></activation-plot>`;

/** The file name of a form. @param {string} form */
const slug = (form) => form.toLowerCase().replace(/\W+/g, '-');

/** @param {string} content the generator's word for it */
const layout = (content) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A post</title>
<link rel="icon" href="data:,"><style>body { margin: 0 auto; max-width: 40rem; padding: 0 16px }</style></head>
<body><article>${content}</article></body>
</html>
`;

/** The posts as Markdown, by file name. @param {string[]} forms @param {string} folder @param {string} head of front matter */
const posts = (forms, folder, head = 'title: A post') =>
  Object.fromEntries(
    forms.map((form) => [
      `${folder}/${slug(form)}.md`,
      `---\n${head}\n---\n\nBefore the plot.\n\n${form === 'import' ? imported : codes[form]}\n\nAfter the plot.\n`,
    ]),
  );

/** npm's generators look for their packages beside the blog. @param {string} folder */
const linkPackages = (folder) => symlinkSync(pathOf(''), join(folder, 'node_modules'), 'dir');
const node = (/** @type {string} */ folder, /** @type {string} */ path, /** @type {string[]} */ ...args) =>
  run(folder, process.execPath, pathOf(path), ...args);

/** @param {string} configuration */
const hugo = (configuration) => async (/** @type {string} */ folder, /** @type {string[]} */ forms) => {
  write(folder, {
    'config.toml': `disableKinds = ["taxonomy", "term", "RSS", "sitemap", "404"]\n${configuration}`,
    'layouts/_default/single.html': layout('{{ .Content }}'),
    'layouts/_default/list.html': layout(''),
    'layouts/shortcodes/activation-plot.html': codes['Hugo shortcode'],
    ...posts(forms, 'content'),
  });
  await run(folder, programOf('hugo'), '--quiet');
  return { built: 'public', path: (/** @type {string} */ name) => `${name}/` };
};

/**
 * Writes a blog into a folder and builds it. `built`: the folder with the result, `path`: of a post in it.
 * @type {Record<string, (folder: string, forms: string[]) => Promise<{ built: string, path: (name: string) => string }>>}
 */
const builders = {
  Hugo: hugo(''),
  'Hugo with `markup.goldmark.renderer.unsafe`': hugo('[markup.goldmark.renderer]\nunsafe = true\n'),
  async Jekyll(folder, forms) {
    write(folder, {
      '_config.yml': 'title: A blog\n',
      '_layouts/post.html': layout('{{ content }}'),
      ...posts(forms, '.', 'layout: post\ntitle: A post'),
    });
    await run(folder, programOf('jekyll'), 'build', '--disable-disk-cache', '--source', folder);
    return { built: '_site', path: (name) => `${name}.html` };
  },
  async Eleventy(folder, forms) {
    write(folder, {
      '_includes/post.njk': layout('{{ content | safe }}'),
      ...posts(forms, '.', 'layout: post.njk\ntitle: A post'),
    });
    await node(folder, '@11ty/eleventy/cmd.cjs', '--quiet');
    return { built: '_site', path: (name) => `${name}/` };
  },
  async Hexo(folder, forms) {
    linkPackages(folder);
    write(folder, {
      'package.json': JSON.stringify({ hexo: { version: '8.0.0' }, dependencies: { 'hexo-renderer-marked': '*' } }),
      '_config.yml': 'theme: plain\npermalink: :title/\n',
      'themes/plain/layout/post.njk': layout('{{ page.content | safe }}'),
      ...posts(forms, 'source/_posts'),
    });
    await node(folder, 'hexo/bin/hexo', 'generate', '--silent');
    return { built: 'public', path: (name) => `${name}/` };
  },
  async MkDocs(folder, forms) {
    write(folder, {
      // The theme would load the highlighter from another host.
      'mkdocs.yml': 'site_name: A blog\nplugins: []\ntheme:\n  name: mkdocs\n  highlightjs: false\n',
      ...posts(forms, 'docs'),
    });
    await run(folder, programOf('mkdocs'), 'build', '--quiet');
    return { built: 'site', path: (name) => `${name}/` };
  },
  async VitePress(folder, forms) {
    linkPackages(folder);
    write(folder, posts(forms, '.'));
    await node(folder, 'vitepress/bin/vitepress.js', 'build');
    return { built: '.vitepress/dist', path: (name) => `${name}.html` };
  },
  async 'MDX, as in Docusaurus, Next.js and Astro'(folder, forms) {
    mkdirSync(join(folder, 'node_modules'));
    const link = (/** @type {string} */ name, /** @type {string} */ path) =>
      symlinkSync(path, join(folder, 'node_modules', name), 'dir');
    for (const name of ['react', 'react-dom', 'scheduler']) link(name, pathOf(name));
    link('activation-kernels', fileURLToPath(new URL('../..', import.meta.url)));
    write(folder, { 'package.json': '{ "type": "module" }' });
    const { compile } = await import(pathToFileURL(pathOf('@mdx-js/mdx/index.js')).href);
    const { renderToString } = load('react-dom/server');
    const { createElement } = load('react');
    for (const [path, text] of Object.entries(posts(forms, '.'))) {
      const name = path.replace('.md', '');
      const module = String(await compile(text.replace(/^---.*?---/s, '')));
      write(folder, {
        [`${name}.js`]: module,
        [`${name}.client.js`]: `
          import { createElement } from 'react';
          import { hydrateRoot } from 'react-dom/client';
          import Post from '${name}.js';
          hydrateRoot(document.querySelector('article'), createElement(Post));`,
      });
      const { default: Post } = await import(pathToFileURL(join(folder, `${name}.js`)).href);
      const page = layout(renderToString(createElement(Post)));
      write(folder, { [`built/${name}.html`]: page.replace('</body>', `<script src="${name}.js"></script>$&`) });
      const bundle = { entryPoints: [join(folder, `${name}.client.js`)], outfile: join(folder, `built/${name}.js`) };
      await load('esbuild').build({ ...bundle, bundle: true, define: { 'process.env.NODE_ENV': '"development"' } });
    }
    return { built: 'built', path: (name) => `${name}.html` };
  },
};

/** @param {string} system @param {string[]} forms @returns {Promise<{ built: string, path: (form: string) => string }>} */
export async function build(system, forms) {
  const folder = join(temporary, slug(system));
  mkdirSync(folder);
  const { built, path } = await builders[system](folder, forms);
  return { built: join(folder, built), path: (form) => path(slug(form)) };
}
