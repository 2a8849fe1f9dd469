import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** Files that import each other in a circle, by value or by type only: for `npm run lint`. */
const ROOT = path.resolve(import.meta.dirname, '..');
const files = ts.sys.readDirectory(path.join(ROOT, 'src'), ['.ts']).map((file) => path.relative(ROOT, file));
const known = new Set(files);
const imports = new Map(files.map((file) => [file, importsOf(file)]));
const circles = circlesIn(imports);

for (const circle of circles) console.error(`These files import each other: ${circle.sort().join(', ')}`);
process.exitCode = circles.length > 0 ? 1 : 0;

function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(path.join(ROOT, file), 'utf8'), true, true);
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => path.join(path.dirname(file), fileName))
    .filter((target) => known.has(target));
}

/** Groups of files of which each leads to each other one (Tarjan). */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): string[][] {
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
      const circle = open.splice(open.indexOf(file));
      if (circle.length > 1) found.push(circle);
    }
    return low;
  }

  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return found;
}
