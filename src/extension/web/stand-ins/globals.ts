/** What Node has everywhere, for code that is shared with it. */
export { Buffer } from 'buffer';

export const process = { cwd: () => '/', env: {} };

export function setImmediate(action: () => void): void {
  setTimeout(action, 0);
}
