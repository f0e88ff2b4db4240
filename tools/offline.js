/** What makes the site work without a network, and as an app: its manifests and icons, and the files to store. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { pageColors } from '../web/element/colors.js';
import { page as english } from '../web/messages/en.js';
import { page as chinese } from '../web/messages/zh-Hant.js';
import { catalogue } from '../web/package/catalogue.js';
import { pngOf } from './page/card.js';

/** What other sites load, the pictures that they show, and files for hosts. */
const elsewhere = /\.(?:png|txt|xml|json)$|^(?:plots|functions)\//;

/**
 * Writes the pages of functions into one file, in which they take a tenth of their size.
 * @param {string[]} names of the files that the build of the pages wrote
 * @returns {Promise<{ url: string, revision: string | null }[]>} the files that the service worker stores, as Workbox reads them
 */
export async function storedFiles(names) {
  const pages = names.filter((name) => /^functions\/.*\.html$/.test(name)).sort();
  const texts = await Promise.all(pages.map((name) => readFile(`site/${name}`, 'utf8')));
  const archive = JSON.stringify(Object.fromEntries(pages.map((name, i) => [name, texts[i]])));
  await writeFile('site/functions.bin', gzipSync(archive, { level: 9 }));
  const others = ['functions.bin', 'language.js', 'favicon.svg', 'embed.html', 'embed.js'];
  const urls = new Set([...names.filter((name) => !elsewhere.test(name)), ...others]);
  return Promise.all(
    [...urls].sort().map(async (url) => {
      const bytes = await readFile(`site/${url}`);
      // Names in assets/ contain a hash already.
      const revision = url.startsWith('assets/') ? null : createHash('sha256').update(bytes).digest('hex').slice(0, 16);
      return { url, revision };
    }),
  );
}

/** A manifest in each language, which differ in their texts and in the page that opens first, and the icons. */
export async function writeManifests() {
  const icon = await readFile('web/page/public/favicon.svg', 'utf8');
  // Systems cut icons to shapes of their own, so these have no round corners, and a wider margin.
  const square = icon.replace('rx="7" ', '').replace('viewBox="0 0 32 32"', 'viewBox="-4 -4 40 40"');
  const maskable = square.replace('<rect width="32" height="32"', '<rect x="-4" y="-4" width="40" height="40"');
  await writeFile('site/icon-192.png', pngOf(icon, 192));
  await writeFile('site/icon-512.png', pngOf(icon, 512));
  await writeFile('site/icon-maskable.png', pngOf(maskable, 512));
  const languages = /** @type {const} */ ([
    ['manifest.webmanifest', 'en', english, './'],
    ['manifest.zh-Hant.webmanifest', 'zh-Hant', chinese, 'zh-Hant.html'],
  ]);
  for (const [file, lang, texts, start] of languages) {
    const manifest = {
      id: './',
      start_url: start,
      scope: './',
      name: texts.heading,
      short_name: texts.shortName,
      description: texts.description.replace('{count}', String(catalogue.length)),
      lang,
      display: 'minimal-ui',
      background_color: pageColors.light.page,
      theme_color: pageColors.light.page,
      icons: [
        { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: 'icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    };
    await writeFile(`site/${file}`, `${JSON.stringify(manifest, null, 2)}\n`);
  }
}
