/** The table of the largest errors, as the 2^32 sweep measured them. */

import { catalogue } from '../package/index.js';
import measured from './accuracy.json' with { type: 'json' };

/** @typedef {{ ulps: number, x?: number | string, inputs: number }} Worst */

/** @param {HTMLTableSectionElement} body a row for each activation: the worst errors of f and f′, in
 * ULPs, and where they are */
export function fillAccuracy(body) {
  const all = /** @type {Record<string, { value: Worst, derivative?: Worst }>} */ (measured);
  for (const { name, label } of catalogue) {
    const row = body.insertRow();
    const head = document.createElement('th');
    head.scope = 'row';
    head.textContent = label;
    row.append(head);
    for (const worst of [all[name].value, all[name].derivative]) {
      row.insertCell().textContent = worst?.ulps.toFixed(3) ?? '–';
      const where = row.insertCell();
      where.className = 'where';
      where.textContent = worst?.ulps && worst.x !== undefined ? String(worst.x) : '–';
    }
  }
}
