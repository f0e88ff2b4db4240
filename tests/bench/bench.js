/**
 * Times our functions and other libraries' functions, and asserts nothing:
 * `npm run bench -- [--node24] [--lengths 401,4096] [--quick] [name …]`. Prints tables, and writes them as JSON to
 * build/bench.json, or with --node24 to build/bench-node24.json. `--quick`: 4,096 elements, a few rounds, no first results.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chains, contenders, loadKernels, shortCalls } from './contenders.js';
import { flaw, measure, spread } from './measure.js';
import { install } from './peers.js';
import { ours as importOurs, onnxRuntime, tensorflow } from './rivals.js';
import { grouped, spreadText, summary, table } from './table.js';

const { values: options, positionals: names } = parseArgs({
  options: {
    node24: { type: 'boolean', default: false },
    lengths: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
process.chdir(fileURLToPath(new URL('../..', import.meta.url)));

/** @param {string} sentence @returns {never} */
function stop(sentence) {
  console.error(`bench: ${sentence}`);
  process.exit(1);
}

const maxLength = 2 ** 24; // the length of the arrays in kernels.cpp
const lengths = (options.lengths ?? (options.quick ? '4096' : `401,4096,65536,${2 ** 20},${maxLength}`))
  .split(',')
  .map(Number)
  .sort((a, b) => a - b);
if (!lengths.every((n) => Number.isInteger(n) && n >= 2 && n <= maxLength))
  stop(`--lengths takes integers from 2 to ${maxLength}, such as 401,4096, not ${options.lengths}.`);

/** Mulberry32, so that every run has the same numbers. */
let state = 1;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}

/**
 * Returns the result of `work`, or prints why it failed and returns undefined.
 * @template T @param {string} what @param {() => Promise<T>} work
 */
async function attempt(what, work) {
  try {
    return await work();
  } catch (error) {
    console.log(`${what} is left out: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
  }
}

if (options.node24 && !process.version.startsWith('v24.')) {
  const { node24 } = await import('../runtimes/programs.js');
  if (!node24) stop('npm could not install Node.js 24 for this system in tests/everywhere/.');
  process.exit(spawnSync(node24.program, process.argv.slice(1), { stdio: 'inherit' }).status ?? 1);
}
if (!install())
  console.log('npm ci in tests/bench/peers/ failed; run it there to see why. Who is missing is left out.');

const { status } = spawnSync('cmake', ['--build', '--preset', 'bench'], { stdio: ['ignore', 'ignore', 'inherit'] });
if (status !== 0) stop('cmake --build --preset bench failed.');

const ours = await importOurs();
const unknown = names.filter((name) => !ours.find(name));
if (unknown.length > 0)
  stop(`unknown: ${unknown.join(', ')}; known: ${ours.catalogue.map(({ name }) => name).join(', ')}.`);

const machine = { node: process.version, cpu: cpus()[0].model, date: new Date().toISOString() };
console.log(`Node.js ${machine.node}, ${machine.cpu}, ${machine.date}`);
const module = readFileSync('dist/activation-kernels.js');
const size = { bytes: module.length, gzip: gzipSync(module, { level: 9 }).length };
console.log(`dist/activation-kernels.js: ${grouped(size.bytes)} bytes, ${grouped(size.gzip)} gzipped`);

const firstResult = options.quick ? {} : firstResults();
if (!options.quick) console.log('From import to first result, in milliseconds: median [min–max]');
for (const [name, own] of Object.entries(firstResult)) console.log(`  ${name.padEnd(14)}${spreadText(own)}`);
const numbers = Float32Array.from({ length: Math.max(2 ** 18, ...lengths) }, () => random() * 12 - 6);
const kernels = await loadKernels(numbers);
const tensorflowFor = await attempt('TensorFlow.js', tensorflow);
const onnxFor = await attempt('ONNX Runtime', onnxRuntime);

console.log('\nNanoseconds per element: median [min–max]; × the time of the first line of its block.');
const figures = [];
const chosen = names.map(ours.find);
for (const entry of ours.catalogue) {
  if (names.length === 0 || chosen.includes(entry)) figures.push(...(await benchmark(entry)));
}
if (names.length === 0) {
  figures.push(...(await compare('relu, leakyRelu, hardTanh', lengths, (n) => chains(ours, numbers, n))));
  figures.push(...(await compare('one element', [1], (n) => shortCalls(ours, numbers, n))));
}
if (lengths.includes(4096)) console.log(`\n${summary(figures)}`);
mkdirSync('build', { recursive: true });
const file = options.node24 ? 'build/bench-node24.json' : 'build/bench.json';
writeFileSync(file, `${JSON.stringify({ ...machine, size, firstResult, figures }, undefined, 2)}\n`);
console.log(`\n${file} holds these figures.`);
process.exit(); // ONNX Runtime would keep the process alive

/** Milliseconds from import to first result, each in a process of its own, in turns. */
function firstResults() {
  /** @type {Record<string, number[]>} */
  const times = { ours: [], 'TensorFlow.js': [], 'ONNX Runtime': [] };
  for (let round = 0; round < 9; ++round) {
    for (const name in times) {
      const { stdout, status } = spawnSync(process.execPath, ['tests/bench/firstResult.js', name], {
        encoding: 'utf8',
      });
      if (status === 0) times[name].push(Number(stdout.trim().split('\n').pop()));
    }
  }
  const measured = Object.entries(times).filter(([, own]) => own.length > 0);
  return Object.fromEntries(measured.map(([name, own]) => [name, spread(own)]));
}

/** @param {import('./rivals.js').Entry} entry */
async function benchmark(entry) {
  const rivals = {
    tensorflow: tensorflowFor?.(entry),
    onnx: onnxFor && (await attempt(`${entry.name}: ONNX Runtime`, () => onnxFor(entry))),
  };
  return compare(entry.name, lengths, (n) => contenders({ ours, kernels, ...rivals }, entry, numbers, n));
}

/**
 * @param {string} title @param {number[]} lengths
 * @param {(n: number) => import('./measure.js').Contender[]} contendersAt
 */
async function compare(title, lengths, contendersAt) {
  /** @type {Map<string, string | undefined>} */
  const flaws = new Map();
  /** @type {Map<number, import('./measure.js').Figure[]>} */
  const byLength = new Map();
  for (const length of lengths) {
    const all = contendersAt(length);
    const equal = [];
    for (const contender of all) {
      const name = `${contender.group}: ${contender.name}`;
      if (!flaws.has(name)) {
        const found = await flaw(contender);
        if (found) console.log(`${title}, ${name} is left out: it ${found}`);
        flaws.set(name, found);
      }
      if (!flaws.get(name)) equal.push(contender);
    }
    byLength.set(length, await measure(equal, options.quick ? 7 : 15, random));
    for (const { release } of all) release?.();
  }
  console.log(`\n${table(title, byLength)}`);
  return [...byLength].flatMap(([length, own]) => own.map((figure) => ({ activation: title, length, ...figure })));
}
