import { isEngine } from '../../../../products/index.ts';
import type { AssetDraft } from '../../../resources/draft.ts';
import { engineOfConstant, majorOfConstant, VERSION_ENUMERATION } from '../../../../vocabulary/index.ts';
import { text } from '../../../../l10n/index.ts';
import { placeOf } from '../../../../syntax/index.ts';
import { type Fact, textOfFact, versionOfPieces } from '../../../../values/index.ts';
import {
  argumentsOf,
  belongTogether,
  calleeOf,
  CALLS,
  codeOf,
  find,
  lastName,
  ownerOf,
  placeOfNode,
  programOf,
  stringIn,
  unwrap,
  type Node,
} from '../../../../syntax/programs/index.ts';
import {
  givenProperties,
  originalCode,
  putTogether,
  resolve,
  type Target,
  whyUnknown,
} from '../../../../values/programs/index.ts';
import type { Construct } from './constructs.ts';

/** The constants and functions of the CDK that name a version. */
const CONSTANT = new RegExp(
  String.raw`${VERSION_ENUMERATION}\s*(?:[._]\s*|\[\s*["'\`])(VER_\w+)(?:["'\`]\s*\])?\s*(?:\(\s*\))?$`,
);
const OF = new RegExp(String.raw`${VERSION_ENUMERATION}\s*[._]\s*of\s*$`, 'i');
/** The argument of `of` that is the whole version, where it is given by its name; without names it is the first. */
const FULL_VERSION = /^\w*_?full_?version\s*[=:]/i;
/** Makes a text of a constant: `EngineType.AuroraMysql.getValue()`. */
const TO_TEXT = /^(?:toString|getValue|value|name)$/i;
/** The whole version of a constant, or its major version. */
const PART = /^(?:get)?aurora_?(?:mysql|postgres)_?(?:full|major)_?version$/i;
/** The name of an engine, which has no version: `engine.engineType`. */
const ENGINE_NAME = /^(?:get)?engine_?type$/i;

/** Settings that have a version in them are none. */
const GROUP = /^(?:object|dictionary)$/;

/** A version, the environment whose row of a table it is, the engine that it was given to; see {@link Target}. */
export type Version = Fact & { environment?: string; engine?: Fact; isOption?: true };

/** Every version that an expression can come to, beside one of several engines that of the same object. */
export function versionsOf(expression: Node, user: string, { among = [] }: Partial<Engine> = {}): Version[] {
  const found = resolve(expression, user).filter(({ node }) => !GROUP.test(node.type));
  const none: Target = { node: expression, how: 'literal', uses: [] };
  return (found.length > 0 ? found : [none]).flatMap((target) => {
    const { environment = programOf(target.node).environment, isOption, within } = target;
    const own = among.length < 2 ? undefined : among.find((each) => belongTogether(each.within, within));
    if (own !== undefined && !isEngineOfOurs(own.value)) return [];
    const chosen = { ...(environment !== undefined && { environment }), ...(isOption && { isOption }) };
    const engine = own && { engine: own.value };
    return versionsAt(target, user).map((version) => ({ ...chosen, ...engine, ...version }));
  });
}

function versionsAt({ node, how, uses }: Target, user: string): Version[] {
  const constant = constantIn(node);
  const written = constant ?? stringIn(node);
  if (written !== null) {
    const at = placeOf(programOf(node).lines, written.start, written.end);
    return [{ state: 'known', value: written.text, at, how: constant === null ? how : 'constant', uses }];
  }
  const part = takenFrom(node, PART);
  if (part !== null) {
    const whole = versionsOf(part, user);
    return /major/i.test(codeOf(node)) ? whole.map(majorOf) : whole;
  }
  const callee = calleeOf(node);
  const given = argumentsOf(node);
  const full = given.find((each) => FULL_VERSION.test(codeOf(each).slice(0, 60))) ?? given[0];
  if (callee !== null && full !== undefined && OF.test(calleeCode(node, callee))) {
    // Of what looks up something in a table, Python calls the table so.
    const isNamed = /argument$/.test(full.type);
    return versionsOf((isNamed ? full.childForFieldName('value') : null) ?? full, user).map((value) =>
      value.state === 'known' ? { ...value, uses: [...value.uses, ...uses] } : value,
    );
  }
  if (/^\d+(?:\.\d+)?$/.test(codeOf(node)))
    return [{ state: 'known', value: codeOf(node), at: placeOfNode(node), how, uses }];
  const joined = putTogether(node);
  if (joined?.isKnown === true) {
    const value = versionOfPieces(joined.pieces, joined.whole);
    return [{ ...value, uses: [...value.uses, ...uses] }];
  }
  return [{ state: 'unknown', reason: whyUnknown(node), at: placeOfNode(node) }];
}

/** The major version of a constant; what a program calls its own so is known only to CloudFormation. */
function majorOf(version: Version): Version {
  const value = majorOfConstant(writtenVersion(version));
  if (value !== null && version.state === 'known') return { ...version, value };
  return { state: 'unknown', reason: text('inventory.computedHere'), at: version.at };
}

/** The text of a version; empty when it is not known. */
export function writtenVersion(version: Fact): string {
  return textOfFact(version) ?? '';
}

/** `AuroraMysqlEngineVersion.VER_3_04_0`, in Go a function of one name: the part from `VER_` on. */
export function constantIn(node: Node): { text: string; start: number; end: number } | null {
  const code = codeOf(node);
  if (code.length > 200 || !code.includes('VER_')) return null;
  const [, constant] = CONSTANT.exec(originalCode(code, programOf(node))) ?? [];
  if (constant === undefined) return null;
  const start = node.startIndex + code.lastIndexOf(constant);
  return { text: constant, start, end: start + constant.length };
}

/** In Java what is called stands in two parts. */
function calleeCode(call: Node, callee: Node): string {
  const owner = call.type === 'method_invocation' ? call.childForFieldName('object') : null;
  const code = codeOf(callee);
  const whole = owner === null ? code : `${codeOf(owner)}.${code}`;
  return originalCode(whole, programOf(call));
}

/** The engine that a construct is given, and the version that is in it. */
export interface Engine {
  value: Fact;
  /** Null when none is written. */
  versions: readonly Version[] | null;
  isOption?: true;
  /** All that it can be. */
  among?: readonly { value: Fact; within: Node | undefined }[];
}

/** A construct whose engine is read. */
export interface Database {
  construct: Construct;
  engine: Engine | null;
  versions: readonly Version[] | null;
  /** Of a construct whose properties are not the CDK's. */
  settings?: AssetDraft['settings'];
}

/** What a member of some name is taken from, called or not; null for anything else. */
function takenFrom(node: Node, name: RegExp): Node | null {
  if (CALLS.has(node.type) && argumentsOf(node).length > 0) return null;
  const callee = calleeOf(node);
  const isJava = node.type === 'method_invocation';
  const member = callee === null || isJava ? node : callee;
  const owner = isJava ? node.childForFieldName('object') : ownerOf(member);
  const taken = callee !== null && isJava ? callee : member;
  return owner !== null && name.test(lastName(taken)) ? unwrap(owner) : null;
}

/** Reads `engine` as a name, as one of Pulumi's constants, or as the CDK's engine with its version; null when unknown. */
export function engineOf(expression: Node, user: string): Engine | null {
  const whole = unwrap(expression);
  const constant = takenFrom(whole, TO_TEXT);
  if (constant !== null) return engineOf(constant, user);
  const named = takenFrom(whole, ENGINE_NAME);
  const whose = named === null ? null : engineOf(named, user);
  if (whose !== null) return { ...whose, versions: null };
  const among = resolve(expression, user).flatMap((target) => {
    const engine = engineAt(target, user);
    return engine === null ? [] : { ...engine, within: target.within };
  });
  const ours = among.filter(({ value }) => isEngineOfOurs(value));
  const [first] = ours.length > 0 ? ours : among;
  if (first === undefined) return null;
  if (ours.length < 2) return { ...first, among };
  const versions = ours.flatMap((engine) => engine.versions ?? []);
  return { ...first, among, versions: versions.length === 0 ? null : versions };
}

/** Of several engines that a cluster can have, ours are those that are looked for. */
export function isEngineOfOurs(engine: Fact | undefined): boolean {
  return isEngine(textOfFact(engine) ?? '');
}

function engineAt({ node, how, uses, isOption }: Target, user: string): Engine | null {
  const at = placeOfNode(node);
  const string = stringIn(node);
  if (string !== null)
    return { value: { state: 'known', value: string.text, at, how, uses }, versions: null };
  const callee = calleeOf(node);
  const code = callee === null ? codeOf(node) : calleeCode(node, callee);
  const engine = engineOfConstant(code);
  if (engine === null) return null;
  const value: Fact = { state: 'known', value: engine, at, how, uses };
  if (!isEngine(engine)) return { value, versions: null };
  const version = callee === null ? null : find(givenProperties(node), 'version');
  const versions =
    version === null
      ? null
      : versionsOf(version, user).map((found) => ({
          ...found,
          ...(found.state === 'known' && { uses: [...found.uses, ...uses] }),
          engine: value,
        }));
  return { value, versions, ...(isOption && { isOption }) };
}
