/**
 * Blog systems, and what their authors paste. docs/embedding.md prints this table; the tests beside this file paste the
 * forms into the real systems and look at the result.
 */

/**
 * @typedef {object} System
 * @property {string[]} forms of the page's builder that draw, or that leave a link
 * @property {string} paste what an author pastes, for the table in docs/embedding.md
 */

/** @type {Record<string, System>} */
export const generators = {
  Hugo: {
    forms: ['Hugo', 'Markdown'],
    paste: '“Hugo”, and “Hugo shortcode” once as a file',
  },
  'Hugo with `markup.goldmark.renderer.unsafe`': {
    forms: ['HTML', 'iframe', 'Markdown'],
    paste: '“HTML” or “iframe”',
  },
  Jekyll: { forms: ['HTML', 'iframe', 'Markdown'], paste: '“HTML” or “iframe”' },
  Eleventy: { forms: ['HTML', 'iframe', 'Markdown'], paste: '“HTML” or “iframe”' },
  Hexo: { forms: ['HTML', 'iframe', 'Markdown'], paste: '“HTML” or “iframe”' },
  MkDocs: { forms: ['HTML', 'iframe', 'Markdown'], paste: '“HTML” or “iframe”; inside a list, they end the list' },
  VitePress: { forms: ['VitePress', 'iframe', 'Markdown'], paste: '“VitePress” or “iframe”' },
  'MDX, as in Docusaurus, Next.js and Astro': {
    forms: ['MDX / JSX', 'import', 'Markdown'],
    paste: '“MDX / JSX”, or an import',
  },
};

/** @typedef {'tag' | 'frame' | 'link'} Kind what a post shows: the element, a frame with it, or a link to it only */

/**
 * What posts in WordPress show of a form, or of the URL of a page in `plots/` on a line of its own.
 * @type {Record<string, { roles: string[], shown: Record<string, Kind>, paste: string }>}
 */
export const wordPress = {
  'WordPress, administrator or editor': {
    roles: ['administrator', 'editor'],
    shown: { WordPress: 'frame', HTML: 'tag', address: 'frame' },
    paste: '“WordPress” or “HTML” in a Custom HTML block, or in the Text tab of the classic editor',
  },
  'WordPress, author or contributor, and multisites': {
    roles: ['author', 'contributor'],
    shown: { WordPress: 'link', HTML: 'link', address: 'frame' },
    paste: 'a URL such as `https://example.org/relu/plots/gelu.html` on a line of its own',
  },
};
