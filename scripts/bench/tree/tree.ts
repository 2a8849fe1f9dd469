import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FILES_PER_FOLDER } from './modules.ts';
import { CLASS_ENDS, ROWS, UNREAD_FILES, type Content, type Row } from './shape.ts';

/** Number of repositories that the tree imitates. */
const PROJECTS = 89;
const SMALLEST_FILE = 200;
/** Fractional parts of its multiples are evenly spread, so that sizes look random but never change. */
const GOLDEN_RATIO = (1 + Math.sqrt(5)) / 2;

export interface Tree {
  folder: string;
  /** Number of files that a scan reads. */
  files: number;
  bytes: number;
  /** Number of files that pin a version. */
  relevant: number;
}

/** Writes a tree that resembles real repositories, the same one every time, and removes it after use. */
export async function withTree<T>(use: (tree: Tree) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'errata-lens-tree-'));
  try {
    return await use(writeTree(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function writeTree(folder: string): Tree {
  const tree = { folder, files: 0, bytes: 0, relevant: 0 };
  for (const row of ROWS) {
    for (const { file, text, isPinned } of filesOf(row)) {
      write(path.join(folder, file), text);
      tree.files++;
      tree.bytes += Buffer.byteLength(text);
      if (isPinned) tree.relevant++;
    }
  }
  for (const [ending, count] of UNREAD_FILES) {
    for (let nth = 0; nth < count; nth++) {
      const part = Math.floor(nth / FILES_PER_FOLDER);
      write(path.join(folder, project(nth), `docs/part-${part}/file-${nth}${ending}`), '');
    }
  }
  return tree;
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function* filesOf({ sizes, contents }: Row): Generator<{ file: string; text: string; isPinned: boolean }> {
  const written = new Map<Content, number>();
  for (const [sizeClass, count] of sizes.entries()) {
    for (let i = 0; i < count; i++) {
      const content = nextContent(contents, sizeClass, written);
      const nth = written.get(content) ?? 0;
      written.set(content, nth + 1);
      const pins = pinsIn(content, nth);
      const text = textOf(content, sizeOf(sizeClass, i), nth, pins);
      yield { file: path.join(project(nth), content.path(nth)), text, isPinned: pins > 0 };
    }
  }
}

/** Content that is furthest behind its share of files. */
function nextContent(
  contents: readonly Content[],
  sizeClass: number,
  written: ReadonlyMap<Content, number>,
): Content {
  const possible = contents.filter(
    ({ classes: [first, last] = [0, CLASS_ENDS.length] }) => sizeClass >= first && sizeClass <= last,
  );
  const [least] = possible.sort((a, b) => (written.get(a) ?? 0) / a.share - (written.get(b) ?? 0) / b.share);
  if (least === undefined) throw new Error(`no content for files of size class ${sizeClass}`);
  return least;
}

function project(nth: number): string {
  return `project-${Math.floor(nth / FILES_PER_FOLDER) % PROJECTS}`;
}

function pinsIn({ pinnedOneIn, maxPins: mostPins = 1 }: Content, nth: number): number {
  if (pinnedOneIn === undefined || nth % pinnedOneIn !== 0) return 0;
  return 1 + (Math.floor(nth / pinnedOneIn) % mostPins);
}

/** Size in bytes, spread logarithmically over the class, so that small files are more frequent. */
function sizeOf(sizeClass: number, nth: number): number {
  const end = CLASS_ENDS[sizeClass] ?? SMALLEST_FILE;
  const start = CLASS_ENDS[sizeClass - 1] ?? SMALLEST_FILE;
  return start * (end / start) ** ((nth * GOLDEN_RATIO) % 1);
}

/** Blocks of code up to a size, with the blocks that pin versions spread among them. */
function textOf(content: Content, wanted: number, nth: number, pins: number): string {
  const blocks: string[] = [];
  for (let length = 0, block = nth * 1000; length < wanted || blocks.length === 0; block++) {
    blocks.push(content.block(block));
    length += blocks.at(-1)?.length ?? 0;
  }
  const every = Math.ceil(blocks.length / (pins + 1));
  for (let pin = pins; pin > 0; pin--) {
    blocks.splice(Math.min(pin * every, blocks.length), 0, content.pin?.(nth * 10 + pin) ?? '');
  }
  return (content.before ?? '') + blocks.join(content.between ?? '\n') + (content.after ?? '\n');
}
