/** The WebAssembly module as text: its bytes come back, and bundlers copy it without escapes. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { encode } from '../../tools/exports.js';
import { decode } from '../../web/package/wasm.js';

const read = (/** @type {string} */ name) => readFileSync(new URL(`../../dist/${name}`, import.meta.url));

test('any bytes come back from text, which is printable ASCII without quotation marks and backslashes', () => {
  const all = Uint8Array.from({ length: 256 }, (_, i) => i);
  const pairs = Uint8Array.from({ length: 2 ** 17 }, (_, i) => (i % 2 === 0 ? i >> 9 : (i >> 1) & 255));
  for (const bytes of [all, pairs, new Uint8Array(0), new Uint8Array(7), read('kernels.wasm')]) {
    const text = encode(bytes);
    assert.deepEqual(Buffer.from(decode(text)), Buffer.from(bytes));
    assert.match(text, /^[#-[\]-~]*$/);
  }
});

test('the package contains kernels.wasm in this form', () => {
  const wasm = read('kernels.wasm');
  const text = encode(wasm);
  assert.ok(read('activation-kernels.js').includes(text));
  assert.ok(text.length < 1.1 * wasm.length, `${text.length} characters for ${wasm.length} bytes`);
});
