// eslint-disable-next-line no-restricted-imports -- a file of this program
import { existsSync, readFileSync } from 'node:fs';
// eslint-disable-next-line no-restricted-imports -- a file of this program
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** Folders of a bundle with the packed files: beside its entries, which may be one folder above its chunks. */
const BUNDLED = ['grammars', '../grammars'];

/** Larger than the largest grammar: unpacking into one piece takes a fifth of the time. */
const IN_ONE_PIECE = { chunkSize: 8 << 20 };

/** File of a grammar, by its package; a bundle for browsers has another way to its files. Rejects if it is missing. */
export async function readWasm(inPackage: string): Promise<Uint8Array> {
  for (const folder of BUNDLED) {
    const file = path.join(import.meta.dirname, folder, `${path.basename(inPackage)}.br`);
    if (existsSync(file)) return brotliDecompressSync(readFileSync(file), IN_ONE_PIECE);
  }
  return await readFile(createRequire(import.meta.url).resolve(inPackage));
}
