import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** The size of a bundle with everything that is loaded with it at once. */
export function bytesLoaded(entry: string): number {
  const files = new Set<string>();
  const open = [entry];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    const imports = readFileSync(file, 'utf8').matchAll(/\b(?:from|import)\s*"(\.[^"]+\.js)"/g);
    for (const [, imported = ''] of imports) open.push(path.resolve(path.dirname(file), imported));
  }
  return [...files].reduce((sum, file) => sum + statSync(file).size, 0);
}
