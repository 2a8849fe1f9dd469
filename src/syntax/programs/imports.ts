import path from 'node:path';
import { answeredOnceEach, madeOnce } from '../../model/index.ts';
import type { SourceFile } from '../source.ts';
import { ancestorsOf, parentOf } from './nodes.ts';
import type { Node } from './nodes.ts';
import { allOf } from './declarations.ts';
import {
  codeOf,
  MEMBERS,
  nodesNamed,
  programOf,
  settingsOf,
  stringIn,
  type Declared,
  type Import,
  type Program,
} from './program.ts';
import { isClass, ownerOf } from './scopes.ts';

const STATEMENT =
  /^(?:import_statement|import_from_statement|import_declaration|using_directive|import_spec)$/;
/** How TypeScript finds the file of a relative module. */
const ENDINGS = ['.ts', '.tsx', '/index.ts', '.js', '.mjs', '.jsx', '/index.js'];
/** Folders above a file of Python that its modules may begin in. */
const maxFoldersAbove = 6;
const maxModuleLength = 500;

/** The import that gives a program a name; null when none does. */
export function importOf(name: string, program: Program): Import | null {
  let known = program.imports.get(name);
  if (known === undefined) {
    known = findImport(name, program);
    program.imports.set(name, known);
  }
  return known;
}

function findImport(name: string, program: Program): Import | null {
  for (const node of nodesNamed(name, program)) {
    const statement = ancestorsOf(node).find(({ type }) => STATEMENT.test(type));
    if (statement !== undefined) return importBy(node, statement);
  }
  return null;
}

function importBy(node: Node, statement: Node): Import {
  const source = statement.childForFieldName('source') ?? statement.childForFieldName('path');
  const parent = parentOf(node);
  const around = parent?.type === 'dotted_name' ? parentOf(parent) : null;
  const holder = around?.type === 'aliased_import' ? around : parent;
  const original = /^(?:import_specifier|aliased_import)$/.test(holder?.type ?? '')
    ? (holder?.childForFieldName('name') ?? node)
    : node;
  if (source !== null) {
    const isWhole = parent?.type === 'namespace_import' || parent?.type === 'import_spec';
    const isDefault = parent?.type === 'import_clause';
    const name = isWhole ? null : isDefault ? 'default' : codeOf(original);
    return { module: stringIn(source)?.text ?? '', name };
  }
  const from = statement.childForFieldName('module_name');
  if (from !== null) return { module: codeOf(from), name: codeOf(original) };
  const module = statement.type === 'import_statement' ? codeOf(original) : codeOf(statement);
  return { module, name: null };
}

/** What a name or a member means that another program of the workspace declares. */
export function importedDeclarations(name: string, user: Node): readonly Declared[] {
  const home = programOf(user);
  const owner = ownerOf(user);
  if (owner !== null && !owner.type.endsWith('identifier')) return [];
  const [outer, member] = owner === null ? [name, null] : [codeOf(owner), name];
  const source = sourceOf(outer, home);
  const settings = source === null || member !== null ? null : settingsOf(source.program);
  if (source !== null && settings !== null) {
    const meaning = { kind: 'value', value: settings, isDefault: false } as const;
    return [{ name: user, meaning, scope: source.program.root, block: null, asMember: 'never' }];
  }
  return source === null ? declaredBeside(outer, member, home) : declaredIn(source, member);
}

/** Languages of which the files of a package see nothing of each other but classes. */
const ONLY_CLASSES = /\.(?:cs|java)$/i;

/** Characters of a name that is looked for: a person's have a tenth of it, and no pattern can be made of a million. */
const longestName = 1000;

/** What a name of the same package means, or a member of a class there. */
function declaredBeside(name: string, member: string | null, home: Program): readonly Declared[] {
  if (name.length > longestName || (member === null && ONLY_CLASSES.test(home.source.file))) return [];
  const kind = member === null ? '(?<![\\w$])' : '(?:class|interface|enum|struct|record)\\s+';
  const written = new RegExp(`${kind}${name.replaceAll('$', '\\$')}(?![\\w$])`);
  for (const program of home.reach.beside(home.source.file, written)) {
    const found = declaredIn({ program, name }, member);
    if (found.length > 0) return found;
  }
  return [];
}

/** A program, and what of it is meant. */
interface Source {
  program: Program;
  name: string | null;
}

/** The program that a name is imported from; null when that is not of the workspace. */
export function sourceOf(name: string, program: Program): Source | null {
  const imported = importOf(name, program);
  if (imported === null) return null;
  for (const [file, exported] of filesOf(imported, program.source.file)) {
    const found = program.reach.open(file);
    if (found !== null) return { program: found, name: exported };
  }
  return null;
}

/** The names that a program imports from files that are wanted. */
export function namesImported(program: Program, isWanted: (file: string) => boolean): string[] {
  const statements = program.root.namedChildren.filter(({ type }) => STATEMENT.test(type));
  const names = statements.flatMap((each) => each.descendantsOfType('identifier')).map(codeOf);
  const known = new Map<string, boolean>();
  return [...new Set(names)].filter((name) => {
    const imported = importOf(name, program);
    const files = imported === null ? [] : filesOf(imported, program.source.file);
    return files.some(([file]) => madeOnce(known, file, () => isWanted(file)));
  });
}

/** Modules of Python that are not of the workspace. */
const FOREIGN = /^(?:aws_cdk|cdktf|constructs|pulumi\w*|boto\w*|json|os|pathlib|sys|typing|yaml)\b/;
/** What comes before is looked at last: few quotes have a dot behind them. */
const OF_SCRIPT = /(?<=\b(?:from|require\()\s{0,99})["'](\.{1,2}\/[^"'\n]+)["']/g;
const SCRIPT = /\.[cm]?[jt]sx?$/i;
/** Of a module that is imported as a whole nothing is called by its own name. */
const OF_PYTHON = /^from[ \t]+([\w.]+)[ \t]+import[ \t]+([\w, \t]+)/gm;

/** Whether a program is in a language whose imports tell files. */
export function canImport(file: string): boolean {
  return file.endsWith('.py') || SCRIPT.test(file);
}

type Wanted = (name: string) => boolean;

/** Where the programs can be of which one imports something by its name, by its text alone. */
export function importedFiles(file: string, text: string, isCalled?: Wanted): readonly string[] {
  if (!file.endsWith('.py')) return SCRIPT.test(file) ? modulesOfScript(file, text, isCalled) : [];
  const files = new Set<string>();
  const folders = foldersAbove(path.posix.dirname(file));
  for (const { 1: module = '', 2: written = '' } of text.matchAll(OF_PYTHON)) {
    const names = written.match(/\w+/g) ?? [];
    if (FOREIGN.test(module) || (isCalled && !names.some(isCalled))) continue;
    for (const base of modulesOfPython(module, folders)) {
      files.add(`${base}.py`);
      for (const name of names) files.add(inFolder(base, `${name}.py`));
    }
  }
  return [...files];
}

function modulesOfScript(file: string, text: string, isCalled: Wanted | undefined): string[] {
  return [...text.matchAll(OF_SCRIPT)].flatMap(({ index, 1: module = '' }) => {
    const isLeftOut = isCalled !== undefined && namesBefore(index, text)?.some(isCalled) === false;
    return isLeftOut ? [] : filesOf({ module, name: null }, file).map(([found]) => found);
  });
}

/** Characters in front of a module that are looked at for the names that it gives. */
const maxImportLength = 2000;

function namesBefore(index: number, text: string): readonly string[] | undefined {
  const [, ...statements] = text.slice(Math.max(0, index - maxImportLength), index).split(/\bimport\b/);
  return statements.at(-1)?.match(/[\w$]+/g) ?? undefined;
}

/** The files of a workspace. */
interface Files {
  list(folder: string): readonly string[];
  read(file: string): SourceFile | null;
}

const asSet = answeredOnceEach((files: readonly string[]): ReadonlySet<string> => new Set(files));

/** Whether one of some programs is wanted, or one that they call something of, with so many between them at most. */
export function leadTo(
  files: readonly string[],
  mostBetween: number,
  inside: Files,
  isWanted: (source: SourceFile) => boolean,
): boolean {
  const seen = new Set<string>();
  const isNew = (file: string): boolean => {
    if (seen.size === seen.add(file).size) return false;
    const beside = inside.list(file.slice(0, Math.max(0, file.lastIndexOf('/'))) || '.');
    return beside.length > 0 && asSet(beside).has(file);
  };
  let next = files;
  for (let between = 0; ; between++) {
    const sources = next.filter(isNew).flatMap((file) => inside.read(file) ?? []);
    if (sources.some(isWanted)) return true;
    if (between === mostBetween) return false;
    next = sources.flatMap(calledFiles);
  }
}

/** Names of word characters that are called: of others it is not asked. */
const CALLED = /\b\w+\b(?:(?=\s*(?:\?\.\s*)?[(<`])|(?<=\bnew\s\w+))/g;

/** Where the programs can be of which one calls something, by its text alone. */
export const calledFiles = answeredOnceEach(({ file, text }: SourceFile): readonly string[] => {
  let called: ReadonlySet<string> | null = null;
  const isCalled: Wanted = (name) => (called ??= new Set(text.match(CALLED))).has(name);
  return importedFiles(file, text, (name) => name.includes('$') || isCalled(name));
});

/** Where the module of an import can be, with the name that is meant in it. */
function filesOf({ module, name }: Import, from: string): [file: string, name: string | null][] {
  const folder = path.posix.dirname(from);
  if (from.endsWith('.py')) return pythonFiles(module, name, folder);
  if (!/^\.{1,2}\//.test(module)) return [];
  if (module.endsWith('.json')) return [[path.posix.join(folder, module), name]];
  const base = path.posix.join(folder, module).replace(/\.[cm]?jsx?$/, '');
  return ENDINGS.map((ending) => [base + ending, name]);
}

function pythonFiles(module: string, name: string | null, folder: string): [string, string | null][] {
  return modulesOfPython(module, foldersAbove(folder)).flatMap((base): [string, string | null][] => [
    [`${base}.py`, name],
    ...(name === null ? [] : [[inFolder(base, `${name}.py`), null] as [string, null]]),
  ]);
}

/** A folder, and those around it that modules may begin in. */
function foldersAbove(folder: string): string[] {
  const folders = [folder];
  for (let above = folder; folders.length <= maxFoldersAbove && above !== '.';)
    folders.push((above = path.posix.dirname(above)));
  return folders;
}

/** What a module of Python can be, without its ending: beside the program, or by its whole name in a folder above. */
function modulesOfPython(module: string, folders: readonly string[]): string[] {
  const rest = module.replace(/^\.+/, '');
  const dots = module.length - rest.length;
  if (dots > maxFoldersAbove || rest.length > maxModuleLength) return [];
  const below = rest.match(/[^.]+/g)?.join('/');
  const up = Array.from({ length: Math.max(0, dots - 1) }, () => '..');
  const beginning = dots === 0 ? folders : [path.posix.join(folders[0] ?? '.', ...up)];
  return beginning.map((folder) => (below === undefined ? folder : inFolder(folder, below)));
}

function inFolder(folder: string, name: string): string {
  return folder === '.' ? name : `${folder}/${name}`;
}

/** What a program declares under the exported name, or a member of it. */
function declaredIn(source: Source | null, member: string | null): readonly Declared[] {
  if (source === null) return [];
  const { program, name } = source;
  if (name !== null && member !== null)
    return allOf(member, program).filter(
      ({ scope, asMember }) =>
        asMember !== 'never' && isClass(scope) && codeOf(scope.childForFieldName('name') ?? scope) === name,
    );
  const wanted = name ?? member;
  return wanted === null ? [] : allOf(wanted, program).filter(({ scope }) => parentOf(scope) === null);
}

/** What a program calls a class with its service, and what it imports either from. */
export function originOf(className: Node): string {
  const parent = parentOf(className);
  const whole = parent !== null && MEMBERS.has(parent.type) ? codeOf(parent) : '';
  const imported = importOf(/^\w*/.exec(whole || codeOf(className))?.[0] ?? '', programOf(className));
  return imported === null ? whole : `${whole} ${imported.module}.${imported.name ?? ''}`;
}
