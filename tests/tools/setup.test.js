/** The set-up: its lock, and what it remembers. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { stillInstalled } from '../../tools/setup/browsers.js';

const folder = mkdtempSync(join(tmpdir(), 'setup-'));
process.on('exit', () => rmSync(folder, { recursive: true }));
const file = join(folder, 'lock');

/** Takes the lock, and ends with an error if another process is inside at the same time. */
const program = `
  import { rmdirSync, mkdirSync } from 'node:fs';
  import { lock } from ${JSON.stringify(new URL('../../tools/setup/lock.js', import.meta.url))};
  await lock(${JSON.stringify(file)});
  mkdirSync(${JSON.stringify(join(folder, 'inside'))});
  await new Promise((resolve) => setTimeout(resolve, 50));
  rmdirSync(${JSON.stringify(join(folder, 'inside'))});
`;

/** Runs several set-ups at once. @returns {Promise<(number | null)[]>} their exit codes */
const runAll = (count = 4) =>
  Promise.all(
    Array.from({ length: count }, () => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'ignore' });
      return new Promise((resolve) => child.on('exit', resolve));
    }),
  );

const ended = spawnSync(process.execPath, ['-e', '']).pid;

/** @type {[content: string, hours: number][]} and the age of a lock that no process holds */
const stale = [
  [String(ended), 0],
  ['-1', 0],
  ['0', 0],
  ['4294967296', 0],
  ['no number', 0],
  ['1', 2],
  [String(process.pid), 2],
  ['', 2],
];
for (const [content, hours] of stale)
  test(`a lock that is ${hours} hours old and holds "${content}" is stale, and waiting set-ups run in turn`, async () => {
    writeFileSync(file, content);
    const time = new Date(Date.now() - hours * 3_600_000);
    utimesSync(file, time, time);
    assert.deepEqual(await runAll(), [0, 0, 0, 0]);
    assert.ok(!existsSync(file));
  });

test('a set-up waits while a running process holds the lock', async () => {
  writeFileSync(file, String(process.pid));
  let isOver = false;
  const all = runAll(1).then((codes) => {
    isOver = true;
    return codes;
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.ok(!isOver && existsSync(file));
  rmSync(file);
  assert.deepEqual(await all, [0]);
});

test('a set-up forgets the programs of an earlier set-up that have been removed', () => {
  const there = process.execPath;
  const gone = join(folder, 'gone');
  const kept = { chromium: there, webkit: { driver: there, xvfb: there }, python: { command: there, environment: {} } };
  assert.deepEqual(stillInstalled(kept), kept);
  const removed = {
    firefox: gone,
    webkit: { driver: there, xvfb: gone },
    python: { command: gone, environment: { A: 'b' } },
  };
  assert.deepEqual(stillInstalled(removed), {});
});
