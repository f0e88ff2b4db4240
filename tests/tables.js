/** Tables that a test has measured, in the documents that print them. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { urlOf, withTable } from '../tools/tables.js';

/** Any version may be installed, and the second Node.js is missing on some systems. @param {string} text */
const withoutVersions = (text) => new Set(text.replace(/ \d+(\.\d+)+/g, '').split('\n'));

/**
 * Asserts that a document has these lines between the marks of the table, or with `--write` writes them.
 * @param {string} document @param {string} name @param {string[]} lines
 */
export function assertTable(document, name, lines) {
  const present = readFileSync(urlOf(document), 'utf8');
  const wanted = withTable(present, name, lines);
  if (process.argv.includes('--write')) writeFileSync(urlOf(document), wanted);
  else assert.deepEqual(withoutVersions(present), withoutVersions(wanted), 'npm run tables renews it');
}
