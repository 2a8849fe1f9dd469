import path from 'node:path';
import type { Node } from 'web-tree-sitter';
import {
  argumentsOf,
  calleeOf,
  codeOf,
  computedPartsOf,
  insideOf,
  isName,
  isString,
  lastName,
  ownerOf,
  programOf,
  settingsOf,
  stringIn,
  unwrap,
} from '../../syntax/programs/index.ts';
import { foldersAbove } from '../members.ts';

// Files of settings in JSON that a program reads.

/** What an expression comes to. */
type Follow = (expression: Node) => readonly Node[];

/** What makes an object of a text in JSON, what reads a file, and what does both. */
const PARSES = /^(?:JSON\.parse|json\.loads?)$/;
const READS = /(?:^|\.)(?:readFileSync|open)$/;
const READS_JSON = /^require$|(?:^|\.)readJ(?:son|SON)Sync$/;
const AS_TEXT = /^(?:toString|read)$/;
const JOINS = /(?:^|\.)(?:join|resolve)$/;
const OWN_FOLDER = '${__dirname}';
const maxParts = 20;

/** The settings that a call reads: of each file that its name can mean. */
export function settingsRead(call: Node, follow: Follow): Node[] {
  const [first] = argumentsOf(call);
  const name = calleeName(call);
  if (first === undefined || !(PARSES.test(name) || READS_JSON.test(name))) return [];
  const { reach, source } = programOf(call);
  const folder = path.posix.dirname(source.file);
  const named = PARSES.test(name) ? follow(first).flatMap(nameRead) : [first];
  return named.flatMap((each) => {
    const written = pathIn(each, follow, 0) ?? '';
    if (!written.endsWith('.json')) return [];
    const isOwn = name === 'require' || written.startsWith(OWN_FOLDER);
    const found = reach.settings(written.replace(OWN_FOLDER, '.'), isOwn ? [folder] : foldersAbove(folder));
    return found.flatMap((settings) => settingsOf(settings) ?? []);
  });
}

/** The name of the file whose text a call gives: `readFileSync(name).toString()`. */
function nameRead(call: Node): readonly Node[] {
  const callee = calleeOf(call);
  const owner = callee !== null && AS_TEXT.test(lastName(callee)) ? ownerOf(callee) : null;
  const read = unwrap(owner ?? call);
  return READS.test(calleeName(read)) ? argumentsOf(read).slice(0, 1) : [];
}

function calleeName(call: Node): string {
  const callee = calleeOf(call);
  return callee === null ? '' : codeOf(callee).slice(-60);
}

/** A path as far as it is known, `${…}` standing for the rest; null for what is none. */
function pathIn(expression: Node, follow: Follow, depth: number): string | null {
  const node = unwrap(expression);
  const text = stringIn(node)?.text;
  if (text !== undefined || depth > maxParts) return text ?? null;
  const partIn = (part: Node): string => pathIn(part, follow, depth + 1) ?? `\${${lastName(part)}}`;
  if (JOINS.test(calleeName(node))) return argumentsOf(node).map(partIn).join('/');
  if (isString(node)) {
    const { start, end } = insideOf(node);
    const whole = programOf(node).source.text.slice(start, end);
    return computedPartsOf(node).reduceRight((known, part) => {
      const inner = part.namedChildren.find(({ type }) => type !== 'interpolation_brace') ?? part;
      return known.slice(0, part.startIndex - start) + partIn(inner) + known.slice(part.endIndex - start);
    }, whole);
  }
  const [target] = isName(node) ? follow(node) : [];
  return target === undefined || target.id === node.id ? null : pathIn(target, follow, depth + 1);
}
