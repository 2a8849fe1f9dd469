import { isWrittenIn } from '../../../values/index.ts';
import type { Node } from 'web-tree-sitter';
import {
  ancestorsOf,
  argumentsOf,
  atMost,
  calleeOf,
  CALLS,
  codeOf,
  programOf,
  sourceOf,
} from '../../../syntax/programs/index.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import { constructsIn, idAmong } from './constructs/constructs.ts';
import { databasesOf } from './constructs/databases.ts';

const maxCallsWithVersions = 20;

/** What programs that this one calls make with versions that are written here. */
export interface Made {
  drafts: AssetDraft[];
  /** The files of these programs. */
  files: string[];
}

/** Databases of what is imported, which get a version from a call: `new Orders(app, 'x', { version: 1 })`. */
export function madeWith(versions: readonly Node[]): Made {
  const calls = new Map(versions.flatMap(callsAround).map((call) => [call.id, call]));
  const made: Made = { drafts: [], files: [] };
  const [first] = calls.values();
  const most = first === undefined ? [] : atMost(maxCallsWithVersions, [...calls.values()], programOf(first));
  for (const call of most) {
    const { drafts, files } = makingOf(call);
    made.drafts.push(...drafts);
    made.files.push(...files);
  }
  return made;
}

/** The calls that an expression is an argument of; an engine's own version is the innermost one's. */
function callsAround(node: Node): Node[] {
  return ancestorsOf(node).filter(({ type }) => CALLS.has(type));
}

function makingOf(call: Node): Made {
  const callee = calleeOf(call);
  const name = callee?.type.endsWith('identifier') === true ? codeOf(callee) : '';
  const from = sourceOf(name, programOf(call));
  if (from === null || constructsIn(from.program).length === 0) return { drafts: [], files: [] };
  const { callers } = from.program;
  callers.set(from.name ?? name, [call]);
  const made = databasesOf(from.program);
  const drafts = made.withGroups(made.drafts);
  callers.clear();
  const { file } = programOf(call).source;
  const isUsed = drafts.some(({ version }) => isWrittenIn(file, version));
  if (!isUsed) return { drafts: [], files: [] };
  const id = idAmong(argumentsOf(call));
  const prefix = id === null ? `${name}.` : `${name}.${id}.`;
  return { drafts: drafts.map((draft) => within(prefix, file, draft)), files: [from.program.source.file] };
}

function within(prefix: string, file: string, draft: AssetDraft): AssetDraft {
  const links = draft.links.map((link) => ({ ...link, target: prefix + link.target }));
  return { ...draft, name: prefix + draft.name, file, links };
}
