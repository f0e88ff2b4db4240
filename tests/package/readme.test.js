import assert from 'node:assert/strict';
import test from 'node:test';
import { readme } from '../../tools/readme.js';

test('the README’s table is the catalogue’s (npm run readme writes it)', () => {
  const { present, wanted } = readme();
  assert.equal(present, wanted);
});
