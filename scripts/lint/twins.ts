import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/**
 * Reports functions with one name and two meanings in a room: exported by one file, and declared with another body in
 * another. For `npm run lint`.
 */
const ROOT = path.resolve(import.meta.dirname, '../..');
/** Folders that count as rooms: their neighbours implement the same interface, for another product or language. */
const ROOMS = /^src\/(?:(?:products|l10n|extension\/webview)\/[^/]+(?=\/)|extension\/web(?=\/)|[^/]+)/;

const LAZY_IMPORT = /\bimport\(/;

interface Declared {
  file: string;
  isExported: boolean;
  body: string;
}

const rooms = new Map<string, Map<string, Declared[]>>();
for (const file of ts.sys.readDirectory(path.join(ROOT, 'src'), ['.ts'], ['**/*.test.ts'])) {
  const name = path.relative(ROOT, file).replaceAll(path.sep, '/');
  const room = ROOMS.exec(name)?.[0] ?? '';
  const names = rooms.get(room) ?? new Map<string, Declared[]>();
  rooms.set(room, names);
  for (const [declared, each] of functionsIn(name, readFileSync(file, 'utf8')))
    names.set(declared, [...(names.get(declared) ?? []), each]);
}

for (const [room, names] of rooms) {
  for (const [name, all] of names) {
    if (!all.some(({ isExported }) => isExported) || new Set(all.map(({ body }) => body)).size < 2) continue;
    console.error(`${room}: ${name} is declared in ${all.map(({ file }) => file).join(', ')}`);
    process.exitCode = 1;
  }
}

function functionsIn(file: string, text: string): [name: string, declared: Declared][] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((statement) => {
    if (!ts.isFunctionDeclaration(statement) || statement.name === undefined) return [];
    const body = statement.body?.getText() ?? '';
    // Skips an entrance that loads its room lazily, because its functions have the names of those that they load.
    if (LAZY_IMPORT.test(body)) return [];
    const isExported = (ts.getCombinedModifierFlags(statement) & ts.ModifierFlags.Export) !== 0;
    return [[statement.name.text, { file, isExported, body }]];
  });
}
