/** The name of a kept account scan in the extension's own folder of this machine. */
export const KEPT_SCAN_FILE = 'accounts.json';
