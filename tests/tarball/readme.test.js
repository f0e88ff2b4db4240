import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { readme } from '../../tools/readme.js';
import { faults } from '../faults.js';

test('the README’s table is the catalogue’s (npm run readme writes it)', () => {
  const { present, wanted } = readme();
  assert.equal(present, wanted);
});

test('the README’s table of faults is that of the tests', () => {
  const text = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const [, present] = text.split('| fault | what a reader sees |\n|---|---|\n');
  const told = Object.entries(faults).filter(([, { seen }]) => seen);
  const rows = told.map(([fault, { seen }]) => `| ${fault} | ${seen} |`);
  assert.equal(present.split('\n\n')[0], rows.join('\n'));
});
