import path from 'node:path';
import {
  argumentsOf,
  calleeOf,
  codeOf,
  computedPartsOf,
  find,
  insideOf,
  isName,
  isString,
  lastName,
  type Lookup,
  ownerOf,
  programOf,
  propertiesOf,
  settingsOf,
  stringIn,
  unwrap,
  type Node,
} from '../../../syntax/programs/index.ts';
import { foldersAbove } from '../../members.ts';

// Files of settings in JSON that a program reads.

/** What an expression comes to. */
type Follow = (expression: Node) => readonly Node[];

/** What makes an object of a text in JSON, what reads a file, and what does both. */
const PARSES = /^(?:JSON\.parse|json\.loads?)$/;
const READS = /(?:^|\.)(?:readFileSync|open)$/;
/** Methods of a path that read its file. */
const READS_ITSELF = /\.read_text$|\)\.open$/;
const READS_JSON = /^require$|(?:^|\.)readJ(?:son|SON)Sync$/;
const AS_TEXT = /^(?:toString|read)$/;
const JOINS = /(?:^|\.)(?:join|resolve|Path)$/;
/** What programs begin a path of their own folder with, as {@link pathIn} has it. */
const OWN_FOLDER = /^\$\{(?:__dirname|__file__|parent)\}/;
const maxParts = 20;
/** What asks the context of an app of the CDK. */
const ASKS_CONTEXT = /(?:^|[._])[tT]ry_?[gG]et_?[cC]ontext$/;

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
    const folders = name === 'require' ? [folder] : foldersAbove(folder);
    const found = reach.settings(written.replace(OWN_FOLDER, '.'), folders);
    return found.flatMap((settings) => settingsOf(settings) ?? []);
  });
}

/** What a call looks up in the context that stands in the nearest `cdk.json`: `this.node.tryGetContext('db')`. */
export function contextAsked(call: Node): Lookup[] {
  const key = keyAsked(call);
  if (key === null) return [];
  const { reach, source } = programOf(call);
  return reach.settings('cdk.json', foldersAbove(path.posix.dirname(source.file))).flatMap((app) => {
    const settings = settingsOf(app);
    const table = settings === null ? null : find(propertiesOf(settings), 'context');
    return table === null ? [] : { table, key };
  });
}

/** The key of the context that a call asks for; null for any other call. */
export function keyAsked(call: Node): Node | null {
  return ASKS_CONTEXT.test(calleeName(call)) ? (argumentsOf(call)[0] ?? null) : null;
}

/** The name of the file whose text a call gives: `readFileSync(name).toString()`. */
function nameRead(call: Node): readonly Node[] {
  const callee = calleeOf(call);
  const owner = callee !== null && AS_TEXT.test(lastName(callee)) ? ownerOf(callee) : null;
  const read = unwrap(owner ?? call);
  const name = calleeName(read);
  if (READS_ITSELF.test(name)) return [ownerOf(calleeOf(read) ?? read) ?? read];
  return READS.test(name) ? argumentsOf(read).slice(0, 1) : [];
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
  // `Path(folder) / name` is one of Python.
  const joined = node.type === 'binary_operator' ? node.namedChildren : argumentsOf(node);
  if (node.type === 'binary_operator' || JOINS.test(calleeName(node))) return joined.map(partIn).join('/');
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
