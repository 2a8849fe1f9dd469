/**
 * What a scan is compared with: reads every file below a folder and searches each for the words that begin a pin, with
 * nothing but Node. `node plain-walk.ts sync|async FOLDER`
 */
import { readdirSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const WORDS = /aurora|amazon_?linux|amzn2-ami|al2023-ami/i;
const AT_ONCE = 32;

const [, , way, root = '.'] = process.argv;
console.log(way === 'async' ? await walkAsync(root) : walkSync(root));

function walkSync(folder: string): number {
  let found = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) found += walkSync(file);
    else if (WORDS.test(readFileSync(file, 'utf8'))) found++;
  }
  return found;
}

async function walkAsync(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile());
  let found = 0;
  const reader = async (): Promise<void> => {
    for (let entry = files.pop(); entry !== undefined; entry = files.pop()) {
      if (WORDS.test(await readFile(path.join(entry.parentPath, entry.name), 'utf8'))) found++;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, reader));
  return found;
}
