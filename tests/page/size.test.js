/** The site is small, and saving bytes changes nothing that readers see. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import test from 'node:test';
import { gunzipSync } from 'node:zlib';
import { decode } from 'fast-png';
import { straighten } from '../../tools/page/straighten.js';
import { generator } from '../package/helpers.js';

const site = new URL('../../site/', import.meta.url);
const names = readdirSync(site, { recursive: true, encoding: 'utf8' });

test('the site without the API reference takes at most 6 MB', () => {
  const files = names.filter((name) => !/^api\b/.test(name)).map((name) => statSync(new URL(name, site)));
  const sum = files.reduce((all, file) => all + (file.isFile() ? file.size : 0), 0);
  console.log(`site without the API reference: ${sum} bytes`);
  assert.ok(sum <= 6e6, `${sum}`);
});

test('the pages of functions that work offline are the same as those of the site', () => {
  const { pages, parts } = JSON.parse(gunzipSync(readFileSync(new URL('functions.bin', site))).toString());
  const files = names.filter((name) => /^functions\/.*\.html$/.test(name)).sort();
  assert.deepEqual(Object.keys(pages).sort(), files);
  for (const file of files)
    assert.equal(
      pages[file].map((/** @type {number} */ i) => parts[i]).join(''),
      readFileSync(new URL(file, site), 'utf8'),
      file,
    );
});

test('pictures for links have the background of the dark theme, and are not blank', () => {
  for (const name of names.filter((name) => /^functions\/.*\.png$|^article\.png$/.test(name))) {
    const { data: bytes, palette = [], channels, depth } = decode(readFileSync(new URL(name, site)));
    assert.deepEqual([channels, depth], [1, 4]);
    const data = Array.from(bytes).flatMap((byte) => [byte >> 4, byte & 15]);
    const counts = new Map();
    for (const index of data) counts.set(index, (counts.get(index) ?? 0) + 1);
    const [[common, count]] = [...counts].sort((a, b) => b[1] - a[1]);
    assert.deepEqual(palette[common].slice(0, 3), [0x14, 0x18, 0x1f], name);
    assert.ok(count < 0.97 * data.length && counts.size > 12, name);
  }
});

/** @typedef {[x: number, y: number]} Point */
/** @param {string} path @returns {Point[]} */
const pointsOf = (path) =>
  path
    .slice(1)
    .split('L')
    .map((point) => /** @type {Point} */ (point.split(' ').map(Number)));

/** The distance of a point from a segment. @param {Point} point @param {Point} from @param {Point} to */
function distance([x, y], [fromX, fromY], [toX, toY]) {
  const square = (toX - fromX) ** 2 + (toY - fromY) ** 2;
  const share = square === 0 ? 0 : ((x - fromX) * (toX - fromX) + (y - fromY) * (toY - fromY)) / square;
  const at = Math.min(Math.max(share, 0), 1);
  return Math.hypot(x - fromX - at * (toX - fromX), y - fromY - at * (toY - fromY));
}

/** The points of a path that begins absolutely and goes on relatively: "M1 2l0.5-1". @param {string} path @returns {Point[]} */
function pointsOfRelative(path) {
  const numbers = (path.match(/-?(\d*\.)?\d+/g) ?? []).map(Number);
  let [x, y] = [0, 0];
  return Array.from({ length: numbers.length / 2 }, (_, i) => {
    x += numbers[2 * i];
    y += numbers[2 * i + 1];
    return [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
  });
}

test('a straightened path runs within 0.15 units of every point of the path', () => {
  const random = generator(5);
  for (let round = 0; round < 200; ++round) {
    const [bend, noise] = [random(), round % 2 ? 0 : random() / 4];
    const points = Array.from({ length: 2 + Math.floor(random() * 80) }, (_, i) =>
      [i * 1.7, 50 + 30 * Math.sin(bend * i) * (round % 3) + noise * random()].map((v) => Math.round(v * 10) / 10),
    );
    const path = `M${points.map((point) => point.join(' ')).join('L')}`;
    const [, straight] = straighten(`<path d="${path}"/>`).match(/d="([^"]*)"/) ?? [];
    const kept = pointsOfRelative(straight);
    assert.ok(kept.length <= points.length);
    assert.deepEqual([kept[0], kept.at(-1)], [points[0], points.at(-1)]);
    for (const point of pointsOf(path)) {
      const near = kept.slice(1).map((to, i) => distance(point, kept[i], to));
      assert.ok(Math.min(...near) < 0.15, `${point} of ${path}`);
    }
  }
  assert.equal(
    straighten('<path d="M0 1L2 1L4 1L6 3"/><path d="M1 1H3"/>'),
    '<path d="M0 1l4 0 2 2"/><path d="M1 1H3"/>',
  );
  assert.equal(straighten('<path d="M0 0L1 0L2 0M5 5L5 6M7 7"/>'), '<path d="M0 0l2 0M5 5l0 1M7 7"/>');
  assert.equal(straighten('<path d="M0 0L0.5 -0.5L-1 0.2"/>'), '<path d="M0 0l.5-.5-1.5 .7"/>');
});
