/** The columns of numbers in tables, aligned at their decimal points. */

const number = /^[−-]?(?:∞|\d+(?:\.(\d+))?(?:e[−+-]?\d+)?)$/;

/**
 * Aligns the columns of numbers at their decimal points: a style sheet adds to each number the digits that it lacks, but does
 * not show them.
 * @param {Element} table
 */
export function alignDecimals(table) {
  const rows = Array.from(table.querySelectorAll('tr'), ({ children }) => [...children]);
  const body = rows.filter((cells) => cells[0]?.closest('tbody'));
  for (const i of body[0]?.keys() ?? []) {
    const cells = body.flatMap((row) => row[i] ?? []);
    const words = cells.map(({ textContent }) => textContent?.trim() ?? '');
    if (cells[0].localName !== 'td' || !words.every((word) => word === '–' || number.test(word))) continue;
    const digitsOf = (/** @type {string} */ word) => word.match(number)?.[1] ?? '';
    const most = Math.max(...words.map((word) => digitsOf(word).length));
    // A number at the head of a column is aligned too, a word ends with the column.
    for (const cell of rows.flatMap((row) => row[i] ?? [])) {
      const word = cell.textContent?.trim() ?? '';
      const digits = digitsOf(word);
      const lacks = /e|∞|–/.test(word) || !number.test(word) ? 0 : Math.max(most - digits.length, 0);
      cell.setAttribute('data-pad', `${lacks > 0 && digits === '' ? '.' : ''}${'0'.repeat(lacks)}`);
    }
  }
}
