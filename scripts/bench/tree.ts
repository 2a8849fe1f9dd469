import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FILES, type FileKind } from './tree-files.ts';

/** Services of twenty files each. */
const SERVICES = 1000;
/** Of five services two have a file that names a version: 2 % of all files. */
const PINNING = [0, 2];
/** Sizes differ between services as they do in the wild; the mean is 1. */
const SCALES = [0.3, 0.6, 1, 1.4, 1.7];

export interface Tree {
  folder: string;
  files: number;
  bytes: number;
  /** How many of the files name a version. */
  relevant: number;
}

/** Writes a tree of infrastructure code, always the same one, and removes it when it is no longer used. */
export async function withTree<T>(use: (tree: Tree) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'errata-lens-tree-'));
  try {
    return await use(writeTree(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeTree(folder: string): Tree {
  const tree = { folder, files: 0, bytes: 0, relevant: 0 };
  for (let service = 0; service < SERVICES; service++) {
    const nth = PINNING.indexOf(service % 5);
    // Seven and the number of files have no divisor in common, so every kind gets its turn.
    const pinning = nth < 0 ? -1 : ((Math.floor(service / 5) * PINNING.length + nth) * 7) % FILES.length;
    FILES.forEach((kind, row) => {
      const text = textOf(kind, service, row === pinning);
      const file = path.join(folder, `team-${service % 40}`, `service-${service}`, kind.file);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
      tree.files++;
      tree.bytes += Buffer.byteLength(text);
      if (row === pinning) tree.relevant++;
    });
  }
  return tree;
}

/** Blocks of code up to the size of the kind; one that names a version stands in the middle. */
function textOf(kind: FileKind, service: number, isPinning: boolean): string {
  const wanted = kind.kilobytes * 1000 * (SCALES[service % SCALES.length] ?? 1);
  const blocks: string[] = [];
  for (let length = 0, nth = service * 1000; length < wanted || blocks.length === 0; nth++) {
    const block = kind.block(nth);
    blocks.push(block);
    length += block.length;
  }
  if (isPinning) blocks.splice(Math.floor(blocks.length / 2), 0, kind.pin(service));
  return (kind.before ?? '') + blocks.join(kind.between ?? '\n') + (kind.after ?? '\n');
}
