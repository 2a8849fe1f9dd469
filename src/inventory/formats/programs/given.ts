import { answeredOnceEach, locationKey, madeOnce } from '../../../model/index.ts';
import type { SourceFile } from '../../../syntax/index.ts';
import {
  argumentsOf,
  atMost,
  calledFiles,
  calleeOf,
  callOf,
  canImport,
  codeOf,
  importedFiles,
  leadTo,
  namesImported,
  nodesNamed,
  type Program,
  programOf,
  sourceOf,
  withCaller,
  type Node,
} from '../../../syntax/programs/index.ts';
import { engineWords } from '../../../products/index.ts';
import { VERSION_ENUMERATIONS } from '../../../vocabulary/index.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import type { WorkspaceView } from '../format.ts';
import { idAmong, mayMakeDatabases } from './constructs/constructs.ts';
import { type Databases, databasesOf } from './constructs/databases.ts';

// Classes of other files that make databases of what they are given: an app gives a stack a version, the stack a construct.

/** What programs call our engines: one stands where a database of one is made. */
export const ENGINE_NAMES = [
  ...[...VERSION_ENUMERATIONS, 'DatabaseClusterEngine', 'EngineType[._]?(?:Aurora|AURORA)'],
  ...['["\'`]aurora["\'`]', ...engineWords()],
];
/** `engine: props.engine`: whoever calls says which. */
const ENGINE_GIVEN = String.raw`[eE]ngine["']?\s*[:=]\s*[\w.]*[eE]ngine\b|[{,]\s*engine\s*[,}]`;
const ENGINE = new RegExp([...ENGINE_NAMES, ENGINE_GIVEN].join('|'));
const maxCallsOfProgram = 40;
const maxCallsFollowed = 200;
const maxFilesBetween = 2;

/** A version that is given to something by a name: a class of another file may take it. */
const GIVEN = /(?<=[vV]ersion["']?\s{0,99}[:=]\s{0,99})["'`]\d[\w.]*["'`]/;
/** Programs that import these tools give each other versions by any name, and what they read elsewhere. */
const TOOL = /cdk|pulumi/;
const maxImports = 3000;
const BY_ANY_NAME = /["'`]\d+\.\d[\w.]*["'`]|[a-z]Version|_version|try_?[gG]et_?[cC]ontext/;
const READ_ELSEWHERE = /\.(?:json|ya?ml)["'`)]|json\.load|JSON\.parse|require_?[oO]bject|\.{3}\w|\*\*\w/;

/** The programs that one imports which may give them a version: it may say nothing else of what they make. */
export function givesTo(file: string, latin1: string): readonly string[] {
  return canImport(file) && mayGive(latin1) ? importedFiles(file, latin1) : [];
}

function mayGive(text: string): boolean {
  const isOfTool = TOOL.test(text.slice(0, maxImports));
  return (isOfTool && (BY_ANY_NAME.test(text) || READ_ELSEWHERE.test(text))) || GIVEN.test(text);
}

/** What a program that this one calls makes of what it is given. */
export interface Made {
  drafts: readonly AssetDraft[];
  /** The file of that program. */
  file: string;
  /** Whether a version of it is another one than without the call. */
  isGiven: boolean;
}

/** What else a program declares than databases. */
type Others = (program: Program, databases: Databases) => readonly AssetDraft[];

/** Whether one of the files that a program imports makes databases, as far as their texts say. */
export function callsMakers(source: SourceFile, view: WorkspaceView): boolean {
  return leadTo(calledFiles(source), maxFilesBetween, view, isMaker);
}

/**
 * What is imported makes, where one of its calls gives its databases a version: `new Orders(app, 'x', { version: 1 })`.
 * Then what the other calls leave is told with them. For programs that call makers: others have nothing to tell.
 */
export function madeWith(program: Program, view: WorkspaceView, others: Others): Made[] {
  const calls = callsOfMakers(program, view);
  const madeOf = (others: Others | null): Made[] => {
    const asked = { view, others, calls: maxCallsFollowed };
    return calls.flatMap((call) => makingOf(call, asked, 0));
  };
  const databases = madeOf(null);
  const given = new Set(databases.filter(({ isGiven }) => isGiven).map(({ file }) => file));
  return given.size === 0 ? [] : madeOf(others).filter(({ file }) => given.has(file));
}

/** Fewer files have a class, and it is found sooner. */
const isMaker = answeredOnceEach(({ text }: SourceFile) => mayMakeDatabases(text) && ENGINE.test(text));

/** The calls of what a program imports from such files. */
function callsOfMakers(program: Program, view: WorkspaceView): readonly Node[] {
  const names = namesImported(program, (file) => leadTo([file], maxFilesBetween, view, isMaker));
  const calls = names.flatMap((name) => nodesNamed(name, program).flatMap((node) => callOf(node) ?? []));
  return atMost(maxCallsOfProgram, calls, program);
}

interface Asked {
  view: WorkspaceView;
  /** Null where nothing is asked but versions. */
  others: Others | null;
  /** Bounds the calls that are followed, whatever the files say. */
  calls: number;
}

function makingOf(call: Node, asked: Asked, depth: number): Made[] {
  const callee = calleeOf(call);
  const name = callee?.type.endsWith('identifier') === true ? codeOf(callee) : '';
  const from = sourceOf(name, programOf(call));
  if (from === null || from.program.callers.size > 0 || asked.calls-- <= 0) return [];
  const { program } = from;
  const alone = madeOnce(versionsAlone, program, () => versionsOfOpen(made(program, asked, depth)));
  if (alone === null) return [];
  const all = withCaller(from.name ?? name, call, program, () => made(program, asked, depth));
  const id = idAmong(argumentsOf(call));
  const prefix = id === null ? `${name}.` : `${name}.${id}.`;
  return all.map((each) => ({
    drafts: each.drafts.map((draft) => within(prefix, programOf(call).source.file, draft)),
    file: each.file,
    isGiven: each.drafts.flatMap(versionOf).some((version) => !alone.has(version)),
  }));
}

/** What a program makes, by itself and by what it calls. */
function made(program: Program, asked: Asked, depth: number): Made[] {
  const databases = databasesOf(program, asked.others === null);
  const drafts = databases.withGroups(databases.drafts);
  const own = drafts.length === 0 ? [] : [...drafts, ...(asked.others?.(program, databases) ?? [])];
  const inner = depth < maxFilesBetween ? callsOfMakers(program, asked.view) : [];
  return [
    ...(own.length === 0 ? [] : [{ drafts: own, file: program.source.file, isGiven: false }]),
    ...inner.flatMap((call) => makingOf(call, asked, depth + 1)),
  ];
}

/** The versions of a program's databases whoever calls it; null where a call makes nothing else of them. */
const versionsAlone = new WeakMap<Program, ReadonlySet<string> | null>();

function versionsOfOpen(all: readonly Made[]): ReadonlySet<string> | null {
  const drafts = all.flatMap((each) => each.drafts.filter(({ kind }) => kind !== 'cluster-parameter-group'));
  const isCertain = ({ version, isUnselected }: AssetDraft): boolean =>
    version?.state === 'known' && version.how !== 'default' && isUnselected === undefined;
  return drafts.length > 0 && drafts.every(isCertain) ? null : new Set(drafts.flatMap(versionOf));
}

function versionOf({ at, version }: AssetDraft): string[] {
  return version?.state === 'known' ? [`${locationKey(at)} ${locationKey(version.at)}`] : [];
}

function within(prefix: string, file: string, draft: AssetDraft): AssetDraft {
  const links = draft.links.map((link) => ({ ...link, target: prefix + link.target }));
  return { ...draft, name: prefix + draft.name, file, links };
}
