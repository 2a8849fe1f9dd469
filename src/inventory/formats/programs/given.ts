import { isWrittenIn } from '../../../values/index.ts';
import type { Node } from 'web-tree-sitter';
import {
  ancestorsOf,
  argumentsOf,
  atMost,
  calleeOf,
  CALLS,
  codeAt,
  codeOf,
  importedFiles,
  type Program,
  programOf,
  sourceOf,
} from '../../../syntax/programs/index.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import { constructsIn, idAmong } from './constructs/constructs.ts';
import { databasesOf } from './constructs/databases.ts';

const maxCallsWithVersions = 20;

/** A version that is given to something by a name: a class of another file may take it. */
const GIVEN = /[vV]ersion["']?\s*[:=]\s*["'`]\d[\w.]*["'`]/g;

/** The programs that one imports which gives away a version: it may say nothing else of what they make. */
export function givesTo(file: string, latin1: string): readonly string[] {
  return latin1.includes('ersion') && givesVersion(latin1) ? importedFiles(file, latin1) : [];
}

/** Whether a program gives away a version. */
export function givesVersion(text: string): boolean {
  return text.search(GIVEN) >= 0;
}

/** What a program that this one calls makes with versions that are written here. */
export interface Made {
  drafts: AssetDraft[];
  /** The file of that program. */
  file: string;
}

/** Databases of what is imported, which get a version from a call: `new Orders(app, 'x', { version: 1 })`. */
export function madeWith(versions: readonly Node[], program: Program): Made[] {
  const given = codeAt(GIVEN, maxCallsWithVersions, program).map(({ node }) => node);
  const calls = new Map([...versions, ...given].flatMap(callsAround).map((call) => [call.id, call]));
  return atMost(maxCallsWithVersions, [...calls.values()], program).flatMap(makingOf);
}

/** The calls that an expression is an argument of; an engine's own version is the innermost one's. */
function callsAround(node: Node): Node[] {
  return ancestorsOf(node).filter(({ type }) => CALLS.has(type));
}

function makingOf(call: Node): Made[] {
  const callee = calleeOf(call);
  const name = callee?.type.endsWith('identifier') === true ? codeOf(callee) : '';
  const from = sourceOf(name, programOf(call));
  if (from === null || constructsIn(from.program).length === 0) return [];
  const { callers } = from.program;
  callers.set(from.name ?? name, [call]);
  const made = databasesOf(from.program);
  const drafts = made.withGroups(made.drafts);
  callers.clear();
  const { file } = programOf(call).source;
  const isUsed = drafts.some(({ version }) => isWrittenIn(file, version));
  if (!isUsed) return [];
  const id = idAmong(argumentsOf(call));
  const prefix = id === null ? `${name}.` : `${name}.${id}.`;
  return [{ drafts: drafts.map((draft) => within(prefix, file, draft)), file: from.program.source.file }];
}

function within(prefix: string, file: string, draft: AssetDraft): AssetDraft {
  const links = draft.links.map((link) => ({ ...link, target: prefix + link.target }));
  return { ...draft, name: prefix + draft.name, file, links };
}
