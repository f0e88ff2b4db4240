/**
 * `npm run verify [-- names…]` compares value and derivative of every activation at all 2³² floats with the oracle of the
 * C++ tests, and writes web/page/accuracy.json. Row functions are compared at random rows. After an interruption it
 * continues, and repeats only what depends on a kernel or an oracle that has changed. To start again, delete
 * build/verify.json.
 */
import { execFile } from 'node:child_process';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { digests } from '../runtimes/digest.js';
import { verifyRows } from './verifyRows.js';

/**
 * @typedef {{ ulps: number, x: string }} Worst
 * @typedef {{ name: string, what: 'value' | 'derivative', allowed: number, digest: string }} Side
 * @typedef {Record<string, { value?: object, derivative?: object, digest: string }>} Table
 */
const program = 'build/tests/tests/cpp/verify.cjs';
const stateFile = 'build/verify.json';
const tableFile = 'web/page/accuracy.json';
const parts = 16;

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));

/** @param {string[]} args */
async function run(...args) {
  try {
    return JSON.parse((await promisify(execFile)(process.execPath, [program, ...args])).stdout);
  } catch (error) {
    console.error(`verify: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
}

const roundUp = (/** @type {number} */ ulps) => Math.ceil(ulps * 1e4) / 1e4;
const readable = (/** @type {string} */ x) => (Number.isFinite(Number(x)) ? Number(x) : x);

/** @param {string} file */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {}; // not yet written
  }
}

/** Never half a file, whenever the program is interrupted. @param {string} file @param {object} content */
function write(file, content) {
  writeFileSync(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`);
  renameSync(`${file}.new`, file);
}

/** @type {Side[]} */
const all = await run();
const names = process.argv.slice(2);
const library = await import('activation-kernels');
/** @type {string[]} */
const known = library.catalogue.map(({ name }) => name);
const unknown = names.find((name) => !known.includes(name));
if (unknown) {
  console.error(`verify: unknown activation "${unknown}"; known: ${known.join(', ')}`);
  process.exit(1);
}
const sides = all.filter(({ name }) => names.length === 0 || names.includes(name));
const withoutOracle = library.catalogue.find(
  ({ name, kind }) => kind === 'elementwise' && !all.some((side) => side.name === name),
);
if (withoutOracle) {
  console.error(`verify: tests/cpp/oracle.cpp lacks ${withoutOracle.name}`);
  process.exit(1);
}

/** @param {Side} side @param {number} part */
const key = ({ name, what, digest }, part) => `${name} ${what} ${digest} ${part}`;
const valid = new Set(all.flatMap((side) => Array.from({ length: parts }, (_, part) => key(side, part))));
/** @type {Record<string, Worst>} the worst error in each part walked so far */
const state = Object.fromEntries(Object.entries(read(stateFile)).filter(([k]) => valid.has(k)));

/** The worst of all parts, or nothing if some are missing. @param {Side} side @returns {Worst | undefined} */
function worstOf(side) {
  const worsts = Array.from({ length: parts }, (_, part) => state[key(side, part)]);
  if (worsts.every(Boolean)) return worsts.reduce((a, b) => (b.ulps > a.ulps ? b : a));
}

const tasks = sides.flatMap((side) =>
  Array.from({ length: parts }, (_, part) => ({ side, part })).filter(({ part }) => !state[key(side, part)]),
);
const before = sides.length * parts - tasks.length;
const start = performance.now();
let done = 0;

/** @param {string} text */
const progress = (text) => process.stdout.isTTY && process.stdout.write(`\r\x1b[K${text}`);

/** @param {Side} side */
function report(side) {
  const worst = worstOf(side);
  if (!worst) return;
  progress('');
  console.log(`${side.name} ${side.what} ${worst.ulps.toFixed(4)} ULP at ${worst.x}, ${side.allowed} allowed`);
}

let next = 0;
async function work() {
  while (next < tasks.length) {
    const { side, part } = tasks[next++];
    state[key(side, part)] = await run(side.name, side.what, String(part));
    write(stateFile, state);
    ++done;
    report(side);
    const minutes = (((performance.now() - start) / done) * (tasks.length - done)) / 60_000;
    const share = (100 * (before + done)) / (sides.length * parts);
    progress(`${share.toFixed(1)} % done, ${minutes.toFixed(0)} min left: ${side.name} ${side.what}`);
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, work));
progress('');

/** @type {Table} */
const old = read(tableFile);
const digest = await digests(library);
const rows = verifyRows(names.length === 0 ? known : names);
/** @type {Table} */
const table = {};
const failures = [];
for (const { name, kind } of library.catalogue) {
  /** @type {Record<string, object>} */
  const row = kind !== 'elementwise' && rows[name] ? { value: rows[name] } : {};
  for (const side of all.filter((side) => side.name === name)) {
    const worst = worstOf(side);
    if (!worst) continue;
    row[side.what] = { ulps: roundUp(worst.ulps), x: readable(worst.x), inputs: 2 ** 32 };
    if (worst.ulps > side.allowed)
      failures.push(`${name} ${side.what} is off by ${worst.ulps} ULP at ${worst.x}, ${side.allowed} allowed`);
  }
  const isComplete = Object.keys(row).length === (kind === 'elementwise' ? 2 : 1);
  if (isComplete) table[name] = { ...row, digest: digest[name] };
  else if (old[name]) table[name] = old[name];
}
write(tableFile, table);
for (const failure of failures) console.error(`verify: ${failure}`);
if (failures.length > 0) process.exit(1);
