/**
 * The service worker. It stores the pages of one version of the site and answers from them. A newer version waits until no page
 * shows the older one, as browsers do by default, so that no page gets files of both.
 */
import { clientsClaim } from 'workbox-core';
import { matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';

const worker = /** @type {any} */ (self); // TypeScript's types of workers contradict those of pages
const scope = new URL(worker.registration.scope).pathname;

clientsClaim(); // so that scripts that a first visit imports late are stored too

// Queries name plots, which the stored page draws.
// @ts-expect-error The build lists the files here.
precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/./] });

/** @param {string} html @param {number} status */
const answer = (html, status) =>
  new Response(html, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "frame-ancestors 'self'",
      'Referrer-Policy': 'no-referrer',
    },
  });

/**
 * The pages of functions by their paths, which the build wrote into one file. A page is a list of indices into `parts`.
 * @typedef {{ pages: Record<string, number[]>, parts: string[] }} Archive
 */
/** @type {Promise<Archive> | undefined} */
let archive;
/** @returns {Promise<Archive>} */
async function readArchive() {
  const stored = await matchPrecache('functions.bin');
  if (!stored?.body) return { pages: {}, parts: [] };
  return new Response(stored.body.pipeThrough(new DecompressionStream('gzip'))).json();
}

/** The page that offline readers get instead of any other. */
async function notStored() {
  const html = (await (await matchPrecache('404.html'))?.text()) ?? '';
  // The build wrote its links for the folder of the site that it assumed.
  const [, root] = html.match(/ href="([^"]*)favicon\.svg"/) ?? [];
  return answer(html.replaceAll(`="${root}`, `="${scope}`).replace('<html', '<html data-offline'), 404);
}

registerRoute(
  ({ request }) => request.mode === 'navigate',
  async ({ request, url }) => {
    archive ??= readArchive().catch(() => ({ pages: {}, parts: [] }));
    const { pages, parts } = await archive;
    const path = url.pathname.replace(scope, '').replace(/\/$/, '/index');
    if (pages[`${path}/index.html`]) return Response.redirect(`${url.pathname}/${url.search}`); // as hosts do
    const page = pages[`${path.replace(/\.html$/, '')}.html`];
    return page ? answer(page.map((i) => parts[i]).join(''), 200) : fetch(request).catch(notStored);
  },
);
