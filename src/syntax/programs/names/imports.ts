import path from 'node:path';
import { memoize } from '../../../model/index.ts';
import { ancestorsOf, parentOf, programOf, type Node, type Program } from '../nodes.ts';
import { codeOf, MEMBERS, nodesNamed, stringIn, unwrap } from '../program.ts';

/** Module that a name is imported from, as written, and its name in that module; null for the whole module. */
export interface Import {
  module: string;
  name: string | null;
}

const STATEMENT =
  /^(?:import_statement|import_from_statement|import_declaration|using_directive|import_spec)$/;
/** Suffixes with which TypeScript resolves a relative module. */
const MODULE_SUFFIXES = ['.ts', '.tsx', '/index.ts', '.js', '.mjs', '.jsx', '/index.js'];
/** Number of folders above a Python file that are searched for modules. */
const maxFoldersAbove = 6;
const maxModuleLength = 500;

/** Import of a name in a program; null if there is none. */
export function importOf(name: string, program: Program): Import | null {
  return imports(name, program)[0] ?? null;
}

const imports = memoize(
  (name: string, program: Program): readonly Import[] => {
    for (const node of nodesNamed(name, program)) {
      const statement = ancestorsOf(node).find(({ type }) => STATEMENT.test(type));
      if (statement !== undefined) return [importFromStatement(node, statement)];
    }
    return [];
  },
  (name, program) => [program, name],
);

function importFromStatement(node: Node, statement: Node): Import {
  const source = statement.childForFieldName('source') ?? statement.childForFieldName('path');
  const parent = parentOf(node);
  const around = parent?.type === 'dotted_name' ? parentOf(parent) : null;
  const holder = around?.type === 'aliased_import' ? around : parent;
  const original = /^(?:import_specifier|aliased_import)$/.test(holder?.type ?? '')
    ? (holder?.childForFieldName('name') ?? node)
    : node;
  if (source !== null) {
    const isWhole = parent?.type === 'namespace_import' || parent?.type === 'import_spec';
    const part = parent?.type === 'import_clause' ? 'default' : codeOf(original);
    return { module: stringIn(source)?.text ?? '', name: isWhole ? null : part };
  }
  const from = statement.childForFieldName('module_name');
  if (from !== null) return { module: codeOf(from), name: codeOf(original) };
  const module = statement.type === 'import_statement' ? codeOf(original) : codeOf(statement);
  return { module, name: null };
}

/** Another program of the workspace, and the imported name; null for the whole program. */
export interface ImportedSource {
  program: Program;
  name: string | null;
}

/** Program that an import reads; null if it is not in the workspace. */
export function programOfImport({ module, name }: Import, importer: Program): ImportedSource | null {
  for (const [file, exported] of filesOf({ module, name }, importer.source.file)) {
    const program = importer.files.open(file);
    if (program !== null) return { program, name: exported };
  }
  return null;
}

/** Object that a module exports as a whole: a JSON file, `export default …`, `module.exports = …`. */
export function exportedObject({ root, source }: Program): Node | null {
  const [first] = root.namedChildren;
  if (source.file.endsWith('.json')) return first?.firstNamedChild ? unwrap(first.firstNamedChild) : null;
  for (const statement of root.namedChildren) {
    const exported = statement.type === 'export_statement' ? statement.childForFieldName('value') : null;
    if (exported !== null) return exported;
    const set = statement.type === 'expression_statement' ? statement.firstNamedChild : null;
    const left = set?.type === 'assignment_expression' ? set.childForFieldName('left') : null;
    if (left && codeOf(left) === 'module.exports') return set?.childForFieldName('right') ?? null;
  }
  return null;
}

/** Files that an import may mean, each with the imported name. */
function filesOf({ module, name }: Import, from: string): [file: string, name: string | null][] {
  const folder = path.posix.dirname(from);
  if (from.endsWith('.py')) return pythonFiles(module, name, folder);
  if (!/^\.{1,2}\//.test(module)) return [];
  if (module.endsWith('.json')) return [[path.posix.join(folder, module), name === 'default' ? null : name]];
  const base = path.posix.join(folder, module).replace(/\.[cm]?jsx?$/, '');
  return MODULE_SUFFIXES.map((ending) => [base + ending, name === 'default' ? null : name]);
}

function pythonFiles(module: string, name: string | null, folder: string): [string, string | null][] {
  return modulesOfPython(module, foldersFrom(folder)).flatMap((base): [string, string | null][] => [
    [`${base}.py`, name],
    ...(name === null ? [] : [[joinFolder(base, `${name}.py`), null] as [string, null]]),
  ]);
}

/** A folder, and those of its ancestors that are searched for modules. */
function foldersFrom(folder: string): string[] {
  const folders = [folder];
  for (let above = folder; folders.length <= maxFoldersAbove && above !== '.';)
    folders.push((above = path.posix.dirname(above)));
  return folders;
}

/** Possible paths of a Python module, without extension: beside the program, or by its full name in a folder above. */
function modulesOfPython(module: string, folders: readonly string[]): string[] {
  const rest = module.replace(/^\.+/, '');
  const dots = module.length - rest.length;
  if (dots > maxFoldersAbove || rest.length > maxModuleLength) return [];
  const below = rest.match(/[^.]+/g)?.join('/');
  const up = Array.from({ length: Math.max(0, dots - 1) }, () => '..');
  const beginning = dots === 0 ? folders : [path.posix.join(folders[0] ?? '.', ...up)];
  return beginning.map((folder) => (below === undefined ? folder : joinFolder(folder, below)));
}

function joinFolder(folder: string, name: string): string {
  return folder === '.' ? name : `${folder}/${name}`;
}

/** Class as a program refers to it, with its qualifier, and the module that the class or qualifier is imported from. */
export function qualifiedNameOf(className: Node): string {
  const parent = parentOf(className);
  const whole = parent !== null && MEMBERS.has(parent.type) ? codeOf(parent) : '';
  const imported = importOf(/^\w*/.exec(whole || codeOf(className))?.[0] ?? '', programOf(className));
  return imported === null ? whole : `${whole} ${imported.module}.${imported.name ?? ''}`;
}
