import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Size in bytes of entries with everything that they load at once. */
export function bytesLoaded(...entries: string[]): number {
  const files = new Set<string>();
  const open = [...entries];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    const imports = readFileSync(file, 'utf8').matchAll(/\b(?:from|import)\s*"(\.[^"]+\.m?js)"/g);
    for (const [, imported = ''] of imports) open.push(path.resolve(path.dirname(file), imported));
  }
  return [...files].reduce((sum, file) => sum + statSync(file).size, 0);
}
