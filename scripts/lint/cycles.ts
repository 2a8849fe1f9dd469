import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/**
 * Reports imports that `npm run lint` forbids: cycles of files, also by types only; cycles of folders, in rooms with
 * layers; and imports between formats.
 */
const ROOT = path.resolve(import.meta.dirname, '../..');
const FORMATS = 'src/inventory/formats';
/** Rooms with layers: an import goes to a lower folder only. The other rooms still have cycles of folders. */
const LAYERED_ROOMS = [
  ...['analysis', 'catalogue', 'config', 'files', 'inventory', 'l10n', 'lexicon', 'mcp', 'model', 'report'],
  ...['threads', 'values'],
];

const files = ts.sys
  .readDirectory(path.join(ROOT, 'src'), ['.ts'], ['**/*.test.ts'])
  .map((file) => path.relative(ROOT, file));
const known = new Set(files);
const imports = new Map(files.map((file) => [file, importsOf(file)]));
const allImports = [...imports].flatMap(([from, targets]) => targets.map((to) => ({ from, to })));
const faults = [...fileCycles(), ...folderCycles(), ...formatImports()];

for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;

function fileCycles(): string[] {
  return cyclesIn(imports).map((cycle) => `These files import each other: ${cycle.sort().join(', ')}`);
}

/**
 * Import cycles of each folder, between its own files and its subfolders. Lists the imports in both directions, the fewest
 * first: those usually have to go.
 */
function folderCycles(): string[] {
  const folders = new Set(files.flatMap(foldersAround).filter(isInLayeredRoom));
  return [...folders].sort().flatMap((folder) => {
    const between = allImports.flatMap(({ from, to }) => {
      const [a, b] = [childOf(from, folder), childOf(to, folder)];
      return a === null || b === null || a === b ? [] : [{ a, b, line: `    ${from} imports ${to}` }];
    });
    const graph = new Map(
      [...Map.groupBy(between, ({ a }) => a)].map(([a, own]) => [a, own.map(({ b }) => b)]),
    );
    return cyclesIn(graph).map((cycle) => {
      const ours = between.filter(({ a, b }) => cycle.includes(a) && cycle.includes(b));
      const pairs = [...Map.groupBy(ours, ({ a, b }) => `  ${a} → ${b}`)].sort(
        ([, those], [, others]) => those.length - others.length,
      );
      const lines = pairs.flatMap(([pair, those]) => [pair, ...those.map(({ line }) => line)]);
      return [`These parts of ${folder} import each other: ${cycle.sort().join(', ')}`, ...lines].join('\n');
    });
  });
}

/**
 * Imports between formats. Text of another format belongs in the registry (`inventory/embedded`), and shared code outside
 * of them.
 */
function formatImports(): string[] {
  return allImports
    .filter(({ from, to }) => {
      const [a, b] = [childOf(from, FORMATS), childOf(to, FORMATS)];
      return a !== null && b !== null && a !== b && !a.endsWith('.ts');
    })
    .map(({ from, to }) => `A format imports another format: ${from} imports ${to}`);
}

function foldersAround(file: string): string[] {
  const folder = path.dirname(file);
  return folder === 'src' ? [] : [folder, ...foldersAround(folder)];
}

function isInLayeredRoom(folder: string): boolean {
  return LAYERED_ROOMS.some((room) => `${folder}/`.startsWith(`src/${room}/`));
}

/** Child of a folder, a file or folder, that is or contains a file; null if the file is elsewhere. */
function childOf(file: string, folder: string): string | null {
  return file.startsWith(`${folder}/`) ? (file.slice(folder.length + 1).split('/')[0] ?? null) : null;
}

function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(path.join(ROOT, file), 'utf8'), true, true);
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => path.join(path.dirname(file), fileName))
    .filter((target) => known.has(target));
}

/** Strongly connected groups of files or folders (Tarjan). */
function cyclesIn(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];

  function visit(file: string): number {
    const number = order.size;
    let low = number;
    order.set(file, number);
    open.push(file);
    for (const target of graph.get(file) ?? []) {
      if (!order.has(target)) low = Math.min(low, visit(target));
      else if (open.includes(target)) low = Math.min(low, order.get(target) ?? low);
    }
    lowest.set(file, low);
    if (low === number) {
      const cycle = open.splice(open.indexOf(file));
      if (cycle.length > 1) found.push(cycle);
    }
    return low;
  }

  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return found;
}
