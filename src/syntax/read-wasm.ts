// eslint-disable-next-line no-restricted-imports -- a file of this program
import { existsSync, readFileSync } from 'node:fs';
// eslint-disable-next-line no-restricted-imports -- a file of this program
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** Folders that may contain the packed files: beside a bundle or above it, from one of its entries or chunks. */
const BUNDLED_FOLDERS = ['grammars', '../grammars', '../../grammars'];

/** Chunk that is larger than every grammar: unpacking into a single chunk takes a fifth of the time. */
const SINGLE_CHUNK = { chunkSize: 8 << 20 };

/**
 * Reads the file of a grammar. Bundles for browsers replace this function. Rejects if the file is missing. @param
 * packagePath path of the file, from its package
 */
export async function readWasm(packagePath: string): Promise<Uint8Array> {
  for (const folder of BUNDLED_FOLDERS) {
    const file = path.join(import.meta.dirname, folder, `${path.basename(packagePath)}.br`);
    if (existsSync(file)) return brotliDecompressSync(readFileSync(file), SINGLE_CHUNK);
  }
  return await readFile(createRequire(import.meta.url).resolve(packagePath));
}
