/** The heads of the pages: what a page may load, its scripts before the first paint, and what other sites show of it. */
import { parseHTML } from 'linkedom';
import { create } from '../../web/element/dom.js';

/** The Content-Security-Policy of a page with a plot. */
const policy = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'self'",
  'font-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'offline',
};
/** The directives in which a page differs; undefined removes one. @typedef {Partial<Record<keyof typeof policy | 'frame-src' | 'worker-src', string | undefined>>} Policy */

/**
 * The document of a template, with what the heads of all pages begin with: a policy applies only to what follows it.
 * @param {string} template @param {string} root the site's folder, seen from the page @param {Policy} own
 */
export function documentOf(template, root, own) {
  // Comments and indentation are for developers.
  const { document } = parseHTML(template.replace(/<!--.*?-->\s*/gs, '').replace(/>\n\s+/g, '>\n'));
  globalThis.document = document; // the page's own modules create elements in it
  const directives = Object.entries({ ...policy, ...own }).filter(([, allowed]) => allowed);
  const content = directives.map((directive) => directive.join(' ')).join('; ');
  document.head.prepend(
    create('meta', { charset: 'utf-8' }),
    create('meta', { 'http-equiv': 'Content-Security-Policy', content }),
    create('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    create('meta', { name: 'color-scheme', content: 'light dark' }),
    create('script', { src: `${root}theme.js` }),
    create('link', { rel: 'icon', href: `${root}favicon.svg`, type: 'image/svg+xml' }),
  );
  return document;
}

/**
 * Adds what other sites show beside a link to the page. These sites do not resolve relative addresses.
 * @param {Document} document @param {'article' | 'website'} type @param {string} image of 1200 × 630 pixels
 * @param {string} [folder] the address of the page's folder, if it is known
 */
export function addPreview(document, type, image, folder) {
  const properties = {
    title: document.title,
    description: document.querySelector('[name=description]')?.getAttribute('content') ?? '',
    type,
    image: folder ? new URL(image, folder).href : image,
    'image:width': 1200,
    'image:height': 630,
  };
  document.head.append(
    ...Object.entries(properties).map(([key, content]) => create('meta', { property: `og:${key}`, content })),
    create('meta', { name: 'twitter:card', content: 'summary_large_image' }),
  );
}

/**
 * Adds the page's addresses in all languages, for search engines.
 * @param {Document} document @param {'en' | 'zh-Hant'} lang @param {string} folder its address
 * @param {Record<'en' | 'zh-Hant', string>} names of the page's file in each language
 */
export function addAddresses(document, lang, folder, names) {
  const add = (/** @type {Record<string, string>} */ attributes) => document.head.append(create('link', attributes));
  const addressOf = (/** @type {string} */ name) => new URL(name === 'index.html' ? '.' : name, folder).href;
  add({ rel: 'canonical', href: addressOf(names[lang]) });
  for (const [hreflang, name] of Object.entries({ ...names, 'x-default': names.en }))
    add({ rel: 'alternate', hreflang, href: addressOf(name) });
}
