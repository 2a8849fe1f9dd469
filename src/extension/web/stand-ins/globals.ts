/** Node's globals, for code that also runs in Node. */
export { Buffer } from 'buffer';

export const process = { cwd: () => '/', env: {} };

export function setImmediate(action: () => void): void {
  setTimeout(action, 0);
}
