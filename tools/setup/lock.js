import { mkdirSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { contentOf, log, remove } from './shared.js';

const hour = 3_600_000;

/** Waits until no other process holds the lock, and holds it until this process ends. @param {string} file */
export async function lock(file) {
  for (let waits = 0; !take(file); waits++) {
    if (isStale(file)) breakLock(file);
    if (waits === 1) log(`waiting for another set-up, process ${contentOf(file)}; if that is none, delete ${file}`);
    await sleep(100);
  }
  process.on('exit', () => {
    if (contentOf(file) === String(process.pid)) remove(file); // not the lock of another, who found this one stale
  });
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Whether the process that holds a lock is gone. Its number can belong to a new process, so a lock that is an hour old is
 * stale too. A lock that was just made can still be empty.
 * @param {string} file
 */
function isStale(file) {
  const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY);
  const holder = contentOf(file);
  return age > hour || (holder !== '' && !isRunning(Number(holder)));
}

/** Deletes a stale lock. Looks again while no other process can: that one could have deleted it and hold a new one. @param {string} file */
function breakLock(file) {
  const breaking = `${file}.breaking`;
  try {
    mkdirSync(breaking);
  } catch {
    return; // another process deletes it
  }
  if (isStale(file)) remove(file);
  rmdirSync(breaking);
}

/** @param {number} id of a process */
function isRunning(id) {
  if (!(id > 0) || id === process.pid) return false;
  try {
    return process.kill(id, 0); // signal 0 only asks
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'; // it is another user's
  }
}
