/** The claims of colors.js about its palettes, computed by Culori (https://culorijs.org). */
import assert from 'node:assert/strict';
import test from 'node:test';
import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
} from 'culori';
import { colors } from '../../web/element/colors.js';
import { plotWords } from '../../web/package/plotWords.js';

const difference = differenceCiede2000();
/** Simulations of colour vision. */
const eyes = {
  'all cones': (/** @type {any} */ color) => color,
  deuteranopia: filterDeficiencyDeuter(1),
  protanopia: filterDeficiencyProt(1),
  tritanopia: filterDeficiencyTrit(1),
};

for (const [theme, { curves, background, text, axis }] of Object.entries(colors)) {
  test(`${theme}: curves, and text, have a contrast of at least 4.5 with the background`, () => {
    for (const color of [...curves, text, axis])
      assert.ok(wcagContrast(color, background) >= 4.5, `${color}: ${wcagContrast(color, background)}`);
  });

  const palette = [...new Set(curves)];
  test(`${theme}: a plot with more curves than colours repeats the colours in order`, () => {
    assert.equal(curves.length, plotWords.functions.maxCount);
    assert.ok(palette.length >= 8);
    for (const [i, color] of curves.entries()) assert.equal(color, palette[i % palette.length]);
  });

  for (const [name, see] of Object.entries(eyes))
    test(`${theme}: any two colours can be told apart with ${name}, and the first five at a glance`, () => {
      const seen = palette.map((color) => see(parse(color)));
      for (const [i, color] of palette.entries())
        for (const [j, other] of palette.slice(0, i).entries()) {
          const least = i >= 5 ? 10 : name === 'all cones' ? 27 : 17;
          const found = difference(seen[i], seen[j]);
          assert.ok(found >= least, `${color} and ${other}: ${found}, at least ${least}`);
        }
    });
}
