// eslint-disable-next-line no-restricted-imports -- a file of this program
import { existsSync, readFileSync } from 'node:fs';
// eslint-disable-next-line no-restricted-imports -- a file of this program
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** Where a bundle keeps the files, packed: beside its entries, which may be one folder above its chunks. */
const BUNDLED = ['grammars', '../grammars'];

/** More than the largest grammar has: it is unpacked into one piece, which takes a fifth of the time that many take. */
const IN_ONE_PIECE = { chunkSize: 8 << 20 };

/**
 * A file of a grammar, named by its package; a bundle for browsers has another way to its files. Rejects where there is
 * none.
 */
export async function readWasm(inPackage: string): Promise<Uint8Array> {
  for (const folder of BUNDLED) {
    const file = path.join(import.meta.dirname, folder, `${path.basename(inPackage)}.br`);
    if (existsSync(file)) return brotliDecompressSync(readFileSync(file), IN_ONE_PIECE);
  }
  return await readFile(createRequire(import.meta.url).resolve(inPackage));
}
