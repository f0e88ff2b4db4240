/** The columns of numbers in tables. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { parseHTML } from 'linkedom';
import { alignDecimals } from '../../web/page/decimals.js';

/** The text of each cell, with the hidden digits in parentheses. @param {Element} table */
const shown = (table) =>
  Array.from(table.querySelectorAll('tr'), ({ children }) =>
    [...children].map((cell) => {
      const pad = cell.getAttribute('data-pad');
      return pad === null ? cell.textContent : `${cell.textContent}(${pad})`;
    }),
  );

test('numbers get the digits that they lack, and other columns stay', () => {
  const rows = [
    ['a', '−1', '2.5', '1e-7', 'kink', '0'],
    ['b', '0.25', '–', '0.5', '0', '12'],
    ['c', '10.125', '∞', '3', '1', '7'],
  ];
  const { document } = parseHTML(
    `<table><thead><tr><td></td>${rows[0].slice(1).map((_, i) => `<th>${i}</th>`)}</tr></thead><tbody>${rows
      .map(([head, ...cells]) => `<tr><th>${head}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
      .join('')}</tbody></table>`,
  );
  const table = /** @type {Element} */ (document.querySelector('table'));
  alignDecimals(table);
  assert.deepEqual(shown(table).slice(1), [
    ['a', '−1(.000)', '2.5()', '1e-7()', 'kink', '0()'],
    ['b', '0.25(0)', '–()', '0.5()', '0', '12()'],
    ['c', '10.125()', '∞()', '3(.0)', '1', '7()'],
  ]);
});

test('in the pages of functions, the decimal points of each column are in line', () => {
  const folder = new URL('../../site/functions/', import.meta.url);
  for (const file of readdirSync(folder).filter((name) => /^\w+\.html$/.test(name) && name !== 'index.html')) {
    const { document } = parseHTML(readFileSync(new URL(file, folder), 'utf8'));
    for (const table of document.querySelectorAll('#values table, #errors table')) {
      const body = [...table.querySelectorAll('tbody tr')].map(({ children }) => [...children].slice(1));
      for (const i of body[0]?.keys() ?? []) {
        const decimals = body
          .map((cells) => `${cells[i].textContent}${cells[i].getAttribute('data-pad')}`)
          .filter((words) => !/e|–/.test(words))
          .map((words) => words.split('.')[1]?.length ?? 0);
        assert.equal(new Set(decimals).size <= 1, true, `${file}: ${decimals}`);
      }
    }
  }
});
