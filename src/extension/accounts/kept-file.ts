/** File name of the kept account scan, in the extension's folder on this machine. */
export const KEPT_SCAN_FILE = 'accounts.json';
