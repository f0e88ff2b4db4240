/** Serves the built site, and a blog, which is another origin because its port differs. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';

/** @typedef {{ body: string, type?: string, policy?: string }} File `policy`: its Content-Security-Policy */

/** @type {Record<string, string>} */
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

/**
 * Every HTML page begins with this script, which records errors and the events of plots, because WebKit's driver reports
 * neither. It is a file, because policies forbid inline scripts.
 */
const watch = `
  window.complaints = [];
  window.events = [];
  const complain = (...words) => complaints.push(words.join(' '));
  addEventListener('error', (event) => complain('error:', event.message ?? event.target.src ?? event.target.href), true);
  addEventListener('unhandledrejection', (event) => complain('rejection:', event.reason));
  document.addEventListener('securitypolicyviolation', (event) => complain(event.violatedDirective, event.blockedURI));
  for (const type of ['draw', 'error'])
    document.addEventListener('plot' + type, ({ target, detail }) => events.push({ type, target, detail }));
`;

/** A policy by which browsers report requests to other hosts, also from opaque origins and from Workers. */
const reports =
  "default-src http://127.0.0.1:* data: blob: 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval'; report-uri /strangers";
/** The reports. @type {string[]} */
export const strangers = [];

/**
 * Serves the given files, and with `folder` also the folder `site/`, without CORS headers.
 * @param {{ files?: Record<string, File>, folder?: boolean }} what files by path
 */
export async function serve({ files = {}, folder = false }) {
  /** The requested paths. @type {string[]} */
  const requests = [];
  const server = createServer({ maxHeaderSize: 100_000 }, async (request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://127.0.0.1');
    if (pathname === '/strangers') {
      strangers.push(String(Buffer.concat(await request.toArray())));
      response.writeHead(204).end();
      return;
    }
    response.setHeader('content-security-policy-report-only', reports);
    requests.push(request.url ?? '');
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    try {
      const given = path === '/watch.js' ? { body: watch } : files[path];
      if (!given && !folder) throw new Error('no such file');
      const body = given?.body ?? (await readFile(new URL(`../../site${path}`, import.meta.url)));
      const type = given?.type ?? types[extname(path)] ?? 'application/octet-stream';
      response.setHeader('content-type', type);
      if (given?.policy) response.setHeader('content-security-policy', given.policy);
      const html = /<meta charset="utf-8">/;
      response.end(type === 'text/html' ? String(body).replace(html, '$&<script src="/watch.js"></script>') : body);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref(); // ends with the tests, also if they fail
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { origin: `http://127.0.0.1:${port}`, files, requests };
}

/** A page for a test. @param {string} body @param {{ lang?: string, head?: string }} [more] */
export const html = (body, { lang = 'en', head = '' } = {}) =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Test</title><link rel="icon" href="data:,">${head}<body>${body}</body></html>`;

/** @param {string} text as the value of an attribute between double quotes */
export const quote = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
