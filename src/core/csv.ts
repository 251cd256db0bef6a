/**
 * Rows as CSV (RFC 4180): commas, line ends of both characters, quotes where a cell needs them.
 * Cells that a spreadsheet would take for a formula are kept from it: see `guarded`.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map((cell) => quoted(guarded(cell))).join(',')}\r\n`).join('');
}

/**
 * A cell that begins as formulas do, in ASCII or full width, also behind white space, gets an apostrophe before it:
 * spreadsheets then show the text. Whoever reads the file by program takes one leading apostrophe off;
 * so a cell that begins with one gets another.
 */
function guarded(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}
const FORMULA = /^(?:'|\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/;

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell;
}
