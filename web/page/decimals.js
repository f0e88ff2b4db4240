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
    const digits = words.map((word) => word.match(number)?.[1] ?? '');
    const most = Math.max(...digits.map(({ length }) => length));
    cells.forEach((cell, k) => {
      const lacks = /e|∞|–/.test(words[k]) ? 0 : most - digits[k].length;
      cell.setAttribute('data-pad', `${lacks > 0 && digits[k] === '' ? '.' : ''}${'0'.repeat(lacks)}`);
    });
    for (const row of rows) if (!body.includes(row)) row[i]?.setAttribute('data-pad', '');
  }
}
