import { isEngine } from '../../../../products/index.ts';
import type { AssetDraft } from '../../../resources/draft.ts';
import { engineOfConstant, majorOfConstant, VERSION_ENUMERATION } from '../../../../vocabulary/index.ts';
import { text } from '../../../../l10n/index.ts';
import { placeOf } from '../../../../syntax/index.ts';
import { type Fact, textOfFact, versionOfPieces } from '../../../../values/index.ts';
import {
  argumentsOf,
  calleeOf,
  CALLS,
  codeOf,
  propertyValue,
  lastName,
  ownerOf,
  placeOfNode,
  programOf,
  stringIn,
  unwrap,
  type Node,
} from '../../../../syntax/programs/index.ts';
import {
  passedProperties,
  codeWithOriginalName,
  assembledText,
  resolve,
  type Target,
  unknownFactAt,
} from '../../../../values/programs/index.ts';
import type { Construct } from './constructs.ts';

/** CDK constants and functions that name a version. */
const ENUMERATED_VERSION = new RegExp(
  String.raw`${VERSION_ENUMERATION}\s*(?:[._]\s*|\[\s*["'\`])(VER_\w+)(?:["'\`]\s*\])?\s*(?:\(\s*\))?$`,
);
const OF_CALL = new RegExp(String.raw`${VERSION_ENUMERATION}\s*[._]\s*of\s*$`, 'i');
/** Named argument of `of` that is the full version; without names it is the first argument. */
const FULL_VERSION = /^\w*_?full_?version\s*[=:]/i;
/** Conversions of a constant to text: `EngineType.AuroraMysql.getValue()`. */
const CONVERTS_TO_TEXT = /^(?:toString|getValue|value|name)$/i;
/** Full version of a constant, or its major version. */
const VERSION_PART = /^(?:get)?aurora_?(?:mysql|postgres)_?(?:full|major)_?version$/i;
/** Name of an engine without a version: `engine.engineType`. */
const ENGINE_NAME = /^(?:get)?engine_?type$/i;

/** Version that an expression contains; unknown if computed. */
export function engineVersionOf(expression: Node, user: string): Fact {
  const target = resolve(expression, user);
  return versionAt(target, user) ?? unknownFactAt(expression);
}

function versionAt({ node, origin, uses }: Target, user: string): Fact | null {
  const constant = constantIn(node);
  const written = constant ?? stringIn(node);
  if (written !== null) {
    const at = placeOf(programOf(node).lines, written.start, written.end);
    return { state: 'known', value: written.text, at, origin: constant === null ? origin : 'constant', uses };
  }
  const part = ownerOfMember(node, VERSION_PART);
  if (part !== null) {
    const whole = engineVersionOf(part, user);
    return /major/i.test(codeOf(node)) ? majorOf(whole) : whole;
  }
  const full = fullVersionArgument(node);
  if (full !== null) return usedBy(engineVersionOf(full, user), uses);
  if (/^\d+(?:\.\d+)?$/.test(codeOf(node)))
    return { state: 'known', value: codeOf(node), at: placeOfNode(node), origin, uses };
  const joined = assembledText(node);
  return joined?.isKnown === true ? usedBy(versionOfPieces(joined.pieces, joined.whole), uses) : null;
}

function usedBy(version: Fact, uses: Target['uses']): Fact {
  return version.state === 'known' ? { ...version, uses: [...version.uses, ...uses] } : version;
}

/** Argument of `AuroraMysqlEngineVersion.of(…)` that is the full version; null for any other call. */
function fullVersionArgument(call: Node): Node | null {
  const callee = calleeOf(call);
  const given = argumentsOf(call);
  const full = given.find((each) => FULL_VERSION.test(codeOf(each).slice(0, 60))) ?? given[0];
  if (callee === null || full === undefined || !OF_CALL.test(calleeCode(call, callee))) return null;
  return (/argument$/.test(full.type) ? full.childForFieldName('value') : null) ?? full;
}

/** Major version of a constant. A custom one (`of(…)`) is known only to CloudFormation. */
function majorOf(version: Fact): Fact {
  const value = majorOfConstant(writtenVersion(version));
  if (value !== null && version.state === 'known') return { ...version, value };
  return { state: 'unknown', reason: text('inventory.computedHere'), at: version.at };
}

/** Text of a version; empty if unknown. */
export function writtenVersion(version: Fact): string {
  return textOfFact(version) ?? '';
}

/** `AuroraMysqlEngineVersion.VER_3_04_0`, in Go a function of the same name: the part from `VER_` on. */
export function constantIn(node: Node): { text: string; start: number; end: number } | null {
  const code = codeOf(node);
  if (code.length > 200 || !code.includes('VER_')) return null;
  const [, constant] = ENUMERATED_VERSION.exec(codeWithOriginalName(code, node)) ?? [];
  if (constant === undefined) return null;
  const start = node.startIndex + code.lastIndexOf(constant);
  return { text: constant, start, end: start + constant.length };
}

/** In the Java grammar, receiver and method are separate nodes. */
function calleeCode(call: Node, callee: Node): string {
  const owner = call.type === 'method_invocation' ? call.childForFieldName('object') : null;
  const code = codeOf(callee);
  const whole = owner === null ? code : `${codeOf(owner)}.${code}`;
  return codeWithOriginalName(whole, call);
}

/** Engine of a construct and the version in it; null if it contains none. */
export interface Engine {
  value: Fact;
  version: Fact | null;
}

/** A construct with its engine. */
export interface Database {
  construct: Construct;
  engine: Engine | null;
  version: Fact | null;
  /** Settings of a construct without CDK properties. */
  settings?: AssetDraft['settings'];
}

/** Owner of a member of the given name, called or not; null for any other node. */
function ownerOfMember(node: Node, name: RegExp): Node | null {
  if (CALLS.has(node.type) && argumentsOf(node).length > 0) return null;
  const callee = calleeOf(node);
  const isJava = node.type === 'method_invocation';
  const member = callee === null || isJava ? node : callee;
  const owner = isJava ? node.childForFieldName('object') : ownerOf(member);
  const taken = callee !== null && isJava ? callee : member;
  return owner !== null && name.test(lastName(taken)) ? unwrap(owner) : null;
}

/** Engine as a name, as one of Pulumi's constants, or as the CDK's engine with version; null if unknown. */
export function engineOf(expression: Node, user: string): Engine | null {
  const whole = unwrap(expression);
  const constant = ownerOfMember(whole, CONVERTS_TO_TEXT);
  const named = constant === null ? ownerOfMember(whole, ENGINE_NAME) : null;
  const whose = named === null ? null : engineOf(named, user);
  if (whose !== null) return { ...whose, version: null };
  return constant === null ? engineAt(resolve(expression, user), user) : engineOf(constant, user);
}

/** True for a covered engine. */
export function isCoveredEngine(engine: Fact | undefined): boolean {
  return isEngine(textOfFact(engine) ?? '');
}

function engineAt({ node, origin, uses }: Target, user: string): Engine | null {
  const at = placeOfNode(node);
  const string = stringIn(node);
  if (string !== null)
    return { value: { state: 'known', value: string.text, at, origin, uses }, version: null };
  const callee = calleeOf(node);
  const engine = engineOfConstant(
    callee === null ? codeWithOriginalName(codeOf(node), node) : calleeCode(node, callee),
  );
  if (engine === null) return null;
  const value: Fact = { state: 'known', value: engine, at, origin, uses };
  const version =
    callee === null || !isEngine(engine) ? null : propertyValue(passedProperties(node), 'version');
  return { value, version: version === null ? null : usedBy(engineVersionOf(version, user), uses) };
}
