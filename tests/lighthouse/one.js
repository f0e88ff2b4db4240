/**
 * Lighthouse scores the built pages on a slow phone, its default: `node tests/lighthouse/lighthouse.js`; build/lighthouse/ has
 * the reports. It fails if a score is below `minimums`, if anything moves while a page loads, or if a page loads more scripts
 * than `maxScriptBytes`. The performance score is only printed: it depends on how busy the machine is.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';
import { load, pathOf } from '../everywhere/packages.js';
import { node24 } from '../runtimes/programs.js';

/**
 * @typedef {{ title: string, score: number | null, scoreDisplayMode: string, displayValue?: string, details?: any }} Audit
 * @typedef {{ title: string, score: number, auditRefs: { id: string }[] }} Category
 * @typedef {{ categories: Record<string, Category>, audits: Record<string, Audit>, runtimeError?: { message: string } }} Report
 */

const pages = process.env.ONLY
  ? process.env.ONLY.split(',')
  : [
      'index.html',
      'zh-Hant.html',
      'article.html',
      'article.zh-Hant.html',
      'functions/gelu.html',
      'functions/leakyRelu.zh-Hant.html',
      'lab.html',
      'lab.zh-Hant.html',
    ];
/** @type {Record<string, number>} */
const minimums = { accessibility: 100, 'best-practices': 100, seo: 100 };
const maxScriptBytes = 130_000;
const metrics = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
];

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const program = pathOf('lighthouse/cli/index.js');
const CHROME_PATH = JSON.parse(readFileSync('.toolchain/browsers.json', 'utf8')).chromium;

// As static hosts serve it: compressed, cached for ten minutes, and 404 for a missing file.
const server = await preview({
  configFile: 'tools/vite.config.js',
  appType: 'mpa',
  logLevel: 'error',
  preview: { port: 0, headers: { 'cache-control': 'max-age=600' } },
  plugins: [
    {
      name: 'compression',
      configurePreviewServer({ middlewares }) {
        middlewares.use(load('compression')());
      },
    },
  ],
});
const { port } = /** @type {import('node:net').AddressInfo} */ (server.httpServer.address());
mkdirSync('build/lighthouse', { recursive: true });
for (const page of pages) {
  const report = await lighthouse(`http://127.0.0.1:${port}/${page}`);
  writeFileSync(`build/lighthouse/${page.replace('/', '-')}.json`, JSON.stringify(report));
  console.log(`${page}\n${summary(report)}\n`);
}
await server.close();

/** @param {string} address @returns {Promise<Report>} */
async function lighthouse(address) {
  const flags = '--chrome-flags=--headless=new --no-sandbox';
  const child = spawn(
    node24?.program ?? process.execPath, // Lighthouse does without Node.js 20
    [program, address, flags, '--output=json', '--quiet', '--no-enable-error-reporting'],
    { env: { ...process.env, CHROME_PATH }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  for await (const text of child.stdout.setEncoding('utf8')) output += text;
  const report = JSON.parse(output);
  if (report.runtimeError) throw new Error(report.runtimeError.message);
  return report;
}

/** @param {Report} report */
function summary({ categories, audits }) {
  const scores = Object.entries(categories).map(([id, { title, score }]) => {
    const points = Math.round(score * 100);
    const tooLow = points < (minimums[id] ?? 0);
    if (tooLow) process.exitCode = 1;
    return `  ${String(points).padStart(3)}  ${title}${tooLow ? `, below the minimum of ${minimums[id]}` : ''}`;
  });
  const requests = /** @type {any[]} */ (audits['network-requests'].details.items);
  const scripts = requests.filter(({ resourceType }) => resourceType === 'Script');
  const bytes = scripts.reduce((sum, { transferSize }) => sum + transferSize, 0);
  const faults = [
    bytes > maxScriptBytes && `  the scripts are larger than ${maxScriptBytes} bytes`,
    audits['cumulative-layout-shift'].displayValue !== '0' && '  something moves while the page loads',
  ].filter((fault) => fault !== false);
  if (faults.length > 0) process.exitCode = 1;
  const figures = metrics.map((id) => `${audits[id].title} ${audits[id].displayValue}`);
  const ids = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.map(({ id }) => id));
  const imperfect = [...new Set(ids)]
    .map((id) => ({ id, ...audits[id] }))
    .filter(({ score, scoreDisplayMode }) => scoreDisplayMode === 'error' || (score !== null && score < 1))
    .map(({ id, title, score, displayValue = '' }) => `  ${score ?? 'error'}  ${title} (${id}) ${displayValue}`);
  return [...scores, `  ${figures.join(', ')}, scripts ${bytes} bytes`, ...faults, ...imperfect].join('\n');
}
