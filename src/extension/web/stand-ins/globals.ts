/** Globals of Node, for code that runs in both. */
export { Buffer } from 'buffer';

export const process = { cwd: () => '/', env: {} };

export function setImmediate(action: () => void): void {
  setTimeout(action, 0);
}
