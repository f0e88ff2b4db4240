/** Offline use and installation of the site: its manifests and icons, and the list of files to store. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { pageColors } from '../web/element/colors.js';
import { catalogue } from '../web/package/catalogue.js';
import { pngOf } from './page/card.js';
import { homeOf, locales } from './page/page.js';

/** Files that the site does not need offline: those for other sites and for hosts. */
const elsewhere = /\.(?:png|txt|xml|json)$|^(?:plots|functions)\//;

/**
 * Writes the pages of functions into one file, in which each part that several pages share is stored once.
 * @param {string[]} names of the files that the build of the pages wrote
 * @returns {Promise<{ url: string, revision: string | null }[]>} the files that the service worker stores, as Workbox reads them
 */
export async function storedFiles(names) {
  const pages = names.filter((name) => /^functions\/.*\.html$/.test(name)).sort();
  const texts = await Promise.all(pages.map((name) => readFile(`site/${name}`, 'utf8')));
  /** @type {Map<string, number>} */
  const numbers = new Map();
  const numberOf = (/** @type {string} */ part) => numbers.get(part) ?? numbers.set(part, numbers.size).size - 1;
  const numbered = pages.map((name, i) => [name, texts[i].split(/(?<=>)(?=<)|(?<=\n)/).map(numberOf)]);
  const archive = JSON.stringify({ pages: Object.fromEntries(numbered), parts: [...numbers.keys()] });
  await writeFile('site/functions.bin', gzipSync(archive, { level: 9 }));
  const others = [
    'functions.bin',
    'language.js',
    'offline.js',
    'theme.js',
    'favicon.svg',
    'embed.html',
    'embed.js',
    'activation-plot.js',
  ];
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

/** A manifest, which differs between languages in its texts and in the page that opens first. @param {'en' | 'zh-Hant'} lang */
export function manifestOf(lang) {
  const texts = locales[lang].page;
  return {
    id: './',
    start_url: `./${homeOf(lang)}`,
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
}

/** Writes the manifests and the icons. */
export async function writeManifests() {
  const write = (/** @type {string} */ name, /** @type {'en' | 'zh-Hant'} */ lang) =>
    writeFile(`site/${name}`, `${JSON.stringify(manifestOf(lang), null, 2)}\n`);
  await write('manifest.webmanifest', 'en');
  await write('manifest.zh-Hant.webmanifest', 'zh-Hant');
  const icon = await readFile('web/page/public/favicon.svg', 'utf8');
  // Systems cut a maskable icon to a shape of their own, so it has no round corners, and a wider margin.
  const maskable = icon
    .replace('viewBox="0 0 32 32"', 'viewBox="-4 -4 40 40"')
    .replace('<rect width="32" height="32" rx="7"', '<rect x="-4" y="-4" width="40" height="40"');
  await writeFile('site/icon-192.png', pngOf(icon, 192));
  await writeFile('site/icon-512.png', pngOf(icon, 512));
  await writeFile('site/icon-maskable.png', pngOf(maskable, 512));
}

/** The bytes of all files of the site except for the API reference. */
export async function sizeOfSite() {
  const names = (await readdir('site', { recursive: true })).filter((name) => !/^api\b/.test(name));
  const files = (await Promise.all(names.map((name) => stat(`site/${name}`)))).filter((file) => file.isFile());
  return files.reduce((sum, { size }) => sum + size, 0);
}
