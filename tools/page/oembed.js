/**
 * oEmbed (https://oembed.com) as far as a static host can offer it: each example of the page and each function has an
 * address of its own, whose HTML links to a prepared response. The page itself links to none, because a response cannot
 * depend on its query. Responses hold absolute addresses, so the build writes them only if it knows the site's address.
 */
import { parseHTML } from 'linkedom';
import { create } from '../../web/element/dom.js';
import { labelOf } from '../../web/element/scene.js';
import { page as texts } from '../../web/messages/en.js';
import { parsePlot } from '../../web/package/grammar.js';
import { attributesOf, pageOf } from '../../web/page/builder.js';
import { plots } from '../../web/page/presets.js';

const [width, height] = [600, 480];
const style = `border: 0; display: block; max-width: ${width}px`;
/** These pages only redirect. */
const policy = "default-src 'none'; base-uri 'none'; form-action 'none'";

/** @param {string} site @returns {{ fileName: string, source: string }[]} */
export function answers(site) {
  return Object.entries(plots).flatMap(([name, query]) => {
    const { document } = parseHTML('<!doctype html><html lang="en"><head></head><body></body></html>');
    globalThis.document = document;
    const { plot } = parsePlot(query);
    const title =
      /** @type {Record<string, string>} */ (texts)[`preset_${name}`] ?? plot.functions.map(labelOf).join(', ');
    const embed = { plot, site, width: String(width), height: String(height) };
    // WordPress resizes a frame only if there is a blockquote. It strips `style`, but keeps `frameborder` and any width.
    const html = [
      create('blockquote', {}, create('a', { href: pageOf(embed) }, title)),
      create('iframe', { ...attributesOf(embed), title, width: '100%', frameborder: '0', style }),
    ];
    const answer = {
      version: '1.0',
      type: 'rich',
      title,
      provider_name: 'activation-kernels',
      provider_url: site,
      html: html.map(({ outerHTML }) => outerHTML).join(''),
      width,
      height,
    };
    const target = `../?${query}`;
    document.head.append(
      create('meta', { charset: 'utf-8' }),
      create('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
      create('title', {}, title),
      create('meta', { property: 'og:title', content: title }),
      create('meta', { property: 'og:image', content: new URL('preview.png', site).href }),
      create('link', {
        rel: 'alternate',
        type: 'application/json+oembed',
        title,
        href: new URL(`plots/${name}.json`, site).href,
      }),
      create('meta', { 'http-equiv': 'refresh', content: `0; url=${target}` }),
    );
    document.body.append(create('a', { href: target }, title));
    return [
      { fileName: `plots/${name}.json`, source: `${JSON.stringify(answer, null, 2)}\n` },
      { fileName: `plots/${name}.html`, source: `<!doctype html>\n${document.documentElement.outerHTML}\n` },
    ];
  });
}
