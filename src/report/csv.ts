/** Lines of cells as CSV (RFC 4180), the columns' names first. */
export function csv(columns: readonly string[], lines: readonly (readonly string[])[]): string {
  return [columns, ...lines].map((line) => line.map(cell).join(',')).join('\r\n') + '\r\n';
}

/** Quoted where needed. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
function cell(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
