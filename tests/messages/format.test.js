/** Numbers as people read them. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { format, range, twoDigits } from '../../web/messages/format.js';

test('numbers have six digits and a true minus sign', () => {
  for (const [value, text] of [
    [0, '0'],
    [-0, '0'],
    [-0.5, '−0.5'],
    [1 / 6, '0.166667'],
    [-1e-7, '−1e−7'],
    [1234567, '1234570'],
    [Math.fround(0.07), '0.07'],
    [Infinity, '∞'],
    [-Infinity, '−∞'],
  ])
    assert.equal(format(Number(value)), text);
});

test('measured numbers have two digits', () => {
  assert.equal(twoDigits(0.0456), '0.046');
  assert.equal(twoDigits(-1234), '−1200');
});

test('a range whose ends have the same digits is a single number', () => {
  assert.equal(range(0.31, 2.04, ' to '), '0.31 to 2');
  assert.equal(range(0.311, 0.314, ' to '), '0.31');
});
