/** CSV (RFC 4180) with a first line of column names. */
export function csv(columns: readonly string[], lines: readonly (readonly string[])[]): string {
  return [columns, ...lines].map((line) => line.map(cell).join(',')).join('\r\n') + '\r\n';
}

/** Quotes a cell if needed. A cell that a spreadsheet would read as a formula gets a leading apostrophe. */
function cell(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
