/** Name of the file with the last account scan, in the extension's storage. */
export const KEPT_SCAN_FILE = 'accounts.json';
