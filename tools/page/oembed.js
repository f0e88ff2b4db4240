/**
 * oEmbed (https://oembed.com) as far as a static host can offer it: each example of the page has its own address, whose
 * HTML links to a prepared response. Responses hold absolute addresses, so the build writes them only if it knows the
 * site's address.
 */
import { parseHTML } from 'linkedom';
import { create } from '../../web/element/dom.js';
import { page as texts } from '../../web/messages/en.js';
import { parsePlot } from '../../web/package/grammar.js';
import { forms } from '../../web/page/builder.js';
import { presets } from '../../web/page/presets.js';

const [width, height] = [600, 480];
/** These pages only redirect. */
const policy = "default-src 'none'; base-uri 'none'; form-action 'none'";

/** The link by which consumers discover a response. @param {string} site @param {string} preset @param {string} title */
export const discovery = (site, preset, title) => ({
  rel: 'alternate',
  type: 'application/json+oembed',
  title,
  href: new URL(`plots/${preset}.json`, site).href,
});

/** @param {string} site @returns {{ fileName: string, source: string }[]} */
export function answers(site) {
  return Object.entries(presets).flatMap(([preset, query]) => {
    const { document } = parseHTML('<!doctype html><html lang="en"><head></head><body></body></html>');
    globalThis.document = document;
    const title = /** @type {Record<string, string>} */ (texts)[`preset_${preset}`];
    const { plot } = parsePlot(query);
    const html = forms.iframe({ plot, site, width: String(width), height: String(height) });
    const answer = {
      version: '1.0',
      type: 'rich',
      title,
      provider_name: 'activation-kernels',
      provider_url: site,
      html,
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
      create('link', discovery(site, preset, title)),
      create('meta', { 'http-equiv': 'refresh', content: `0; url=${target}` }),
    );
    document.body.append(create('a', { href: target }, title));
    return [
      { fileName: `plots/${preset}.json`, source: `${JSON.stringify(answer, null, 2)}\n` },
      { fileName: `plots/${preset}.html`, source: `<!doctype html>\n${document.documentElement.outerHTML}\n` },
    ];
  });
}
