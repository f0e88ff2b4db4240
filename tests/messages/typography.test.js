/** Prose has typographic signs in both languages: minus, prime, apostrophe, and full-width punctuation in Chinese. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { prose } from './prose.js';

/** What no prose holds, and examples of it. @type {Record<string, { sign: RegExp, examples: string[] }>} */
const forbidden = {
  'a hyphen as a minus sign': {
    sign: /(?:^|[^\p{L}\d\s□)-])\s?-[\p{L}\d.∞]| -[\p{L}\d.∞]| - /u,
    examples: ['at -3', 'x ≤ -1', '(-2, 2)', 'x = -∞', '低於 -α', 'x - 1'],
  },
  'an apostrophe as a prime': { sign: /\b[a-z]'(?!\p{L})/iu, examples: ["f'(0) is 2", "f'' jumps"] },
  'a straight apostrophe in a word': { sign: /\p{L}'\p{L}/u, examples: ["Shazeer's"] },
  'half-width punctuation beside a Chinese character': {
    sign: /\p{Script=Han}\s*[,;:!?]|[,;:!?]\s*\p{Script=Han}|\p{Script=Han}[()"]|[()"]\p{Script=Han}|\p{Script=Han}\s*\.(?!\d)/u,
    examples: ['斜率, 預設 0.01', '□: 斜率', '偏差(bias)', '(bias)偏差', '如此.'],
  },
};

for (const [what, { sign, examples }] of Object.entries(forbidden))
  test(`no text has ${what}`, () => {
    for (const example of examples) assert.match(example, sign);
    assert.deepEqual(
      prose.filter(({ text }) => sign.test(text)),
      [],
    );
  });
