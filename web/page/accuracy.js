/** The table of the largest errors, as the 2^32 sweep measured them. */

import { tableRow } from '../element/dom.js';
import { catalogue } from '../package/index.js';
import measured from './accuracy.json' with { type: 'json' };
import { alignDecimals } from './decimals.js';

/** @typedef {{ ulps: number, x?: number | string, inputs: number }} Worst */

/** @param {HTMLTableSectionElement} body gets a row for each activation: the largest errors of f and f′, and where they are */
export function fillAccuracy(body) {
  const all = /** @type {Record<string, { value: Worst, derivative?: Worst } | undefined>} */ (measured);
  for (const { name, label } of catalogue) {
    const cells = [all[name]?.value, all[name]?.derivative].flatMap((worst) => [
      worst?.ulps.toFixed(3) ?? '–',
      worst?.ulps && worst.x !== undefined ? String(worst.x).replaceAll('-', '−') : '–',
    ]);
    body.append(tableRow([label, ...cells]));
  }
  alignDecimals(/** @type {HTMLElement} */ (body.parentElement));
}
