import type { Node } from 'web-tree-sitter';
import { text } from '../../../../l10n/index.ts';
import { placeOf } from '../../../../syntax/index.ts';
import type { Value } from '../../../resources/draft.ts';
import { versionOfPieces } from '../../../values/pieces.ts';
import { isAuroraMysql } from '../../../resources/understand.ts';
import { declarationsOf } from '../flow/declarations.ts';
import {
  argumentsOf,
  calleeOf,
  CALLS,
  codeOf,
  isName,
  lastName,
  placeOfNode,
  programOf,
  stringIn,
  unwrap,
  type Program,
} from '../tree/program.ts';
import { importOf } from '../flow/imports.ts';
import { originalCode } from '../flow/original-names.ts';
import { plainName, type Property } from './properties.ts';
import { resolve, resolvedProperties, type Target } from '../flow/resolve.ts';
import { isSelf, ownerOf } from '../flow/scopes.ts';
import { putTogether } from '../flow/texts.ts';

/** The constants and functions of the CDK that name a version. */
const CONSTANT =
  /Aurora(?:Mysql)?EngineVersion\s*(?:[._]\s*|\[\s*["'`])(VER_\w+)(?:["'`]\s*\])?\s*(?:\(\s*\))?$/;
const OF = /Aurora(?:Mysql)?EngineVersion\s*[._]\s*of\s*$/i;
const FARTHEST = 3;
const ENGINE = /DatabaseClusterEngine\s*[._]\s*aurora(?:_?(?<kind>mysql|postgres\w*))?$/i;
const ENGINE_TYPE = /EngineType[._]?aurora(?:_?(?<kind>mysql|postgres\w*))?$/i;
/** Makes a text of a constant: `EngineType.AuroraMysql.getValue()`. */
const TO_TEXT = /^(?:toString|getValue|value|name)$/i;
/** The name of an engine, which has no version: `engine.engineType`. */
const ENGINE_NAME = /^(?:get)?engine_?type$/i;

/** A version, and the environment whose row of a table it is. */
export type Version = Value & { environment?: string };

/** Every version that an expression can come to. */
export function versionsOf(expression: Node, user: string, program: Program): Version[] {
  return resolve(expression, user, program).flatMap((target) => {
    const { environment } = target;
    const versions = versionsAt(target, user, program);
    return environment === undefined ? versions : versions.map((version) => ({ environment, ...version }));
  });
}

function versionsAt({ node, how, uses }: Target, user: string, program: Program): Version[] {
  const string = stringIn(node, program);
  if (string !== null) {
    const at = placeOf(programOf(node, program).lines, string.start, string.end);
    return [{ state: 'known', value: string.text, at, how, uses }];
  }
  const constant = constantIn(node, program);
  if (constant !== null) {
    const at = placeOf(programOf(node, program).lines, constant.start, constant.end);
    return [{ state: 'known', value: constant.name, at, how: 'constant', uses }];
  }
  const callee = calleeOf(node);
  const [first] = argumentsOf(node);
  if (callee !== null && first !== undefined && OF.test(calleeCode(node, callee, program))) {
    return versionsOf(first, user, program).map((value) =>
      value.state === 'known' ? { ...value, uses: [...value.uses, ...uses] } : value,
    );
  }
  if (/^\d+(?:\.\d+)?$/.test(codeOf(node, program))) {
    return [{ state: 'known', value: codeOf(node, program), at: placeOfNode(node, program), how, uses }];
  }
  const joined = putTogether(node, program);
  if (joined?.isKnown === true) {
    const value = versionOfPieces(joined.pieces, joined.whole);
    return [{ ...value, uses: [...value.uses, ...uses] }];
  }
  const expression = codeOf(node, program).replace(/\s+/g, ' ').slice(0, 80);
  return [
    {
      state: 'unknown',
      reason: text(reasonFor(node, program), { expression }),
      at: placeOfNode(node, program),
    },
  ];
}

/** Why an expression is not known: its caller gives it, another file has it, or only the deployment tells. */
function reasonFor(
  node: Node,
  program: Program,
): 'inventory.given' | 'inventory.notFollowed' | 'inventory.computed' {
  if (isFromCaller(node, program)) return 'inventory.given';
  const [first = ''] = isName(node) ? (/^\w+/.exec(codeOf(node, program)) ?? []) : [];
  const isImported = first !== '' && importOf(first, programOf(node, program)) !== null;
  return isImported ? 'inventory.notFollowed' : 'inventory.computed';
}

/** Whether an expression is a parameter, a part of one, or a field that holds one. */
function isFromCaller(node: Node, program: Program, depth = 0): boolean {
  if (!isName(node)) return false;
  const name = lastName(node, program);
  const owner = ownerOf(node);
  if (owner !== null && !isSelf(owner, program)) return isFromCaller(owner, program, depth);
  return declarationsOf(name, node, program).some(({ meaning }) => {
    if (meaning.kind === 'parameter') return true;
    const from = meaning.kind === 'value' ? meaning.value : meaning.whole;
    return 'kind' in from || (depth < FARTHEST && isFromCaller(from, program, depth + 1));
  });
}

/** The text of a version; empty when it is not known. */
export function writtenVersion(version: Value): string {
  return version.state === 'known' && typeof version.value === 'string' ? version.value : '';
}

/** `AuroraMysqlEngineVersion.VER_3_04_0`, in Go a function of one name: the part from `VER_` on. */
export function constantIn(
  node: Node,
  program: Program,
): { name: string; start: number; end: number } | null {
  const code = codeOf(node, program);
  if (code.length > 200 || !code.includes('VER_')) return null;
  const [, name] = CONSTANT.exec(originalCode(code, programOf(node, program))) ?? [];
  if (name === undefined) return null;
  const start = node.startIndex + code.lastIndexOf(name);
  return { name, start, end: start + name.length };
}

/** In Java what is called stands in two parts. */
function calleeCode(call: Node, callee: Node, program: Program): string {
  const owner = call.type === 'method_invocation' ? call.childForFieldName('object') : null;
  const code = codeOf(callee, program);
  const whole = owner === null ? code : `${codeOf(owner, program)}.${code}`;
  return originalCode(whole, programOf(call, program));
}

/** The engine that a construct is given, and the version that is in it. */
export interface Engine {
  value: Value;
  /** Null when none is written. */
  versions: readonly Version[] | null;
}

/** What a member of some name is taken from, called or not; null for anything else. */
function takenFrom(node: Node, name: RegExp, program: Program): Node | null {
  if (CALLS.has(node.type) && argumentsOf(node).length > 0) return null;
  const callee = calleeOf(node);
  const isJava = node.type === 'method_invocation';
  const member = callee === null || isJava ? node : callee;
  const owner = isJava ? node.childForFieldName('object') : ownerOf(member);
  const taken = callee !== null && isJava ? callee : member;
  return owner !== null && name.test(lastName(taken, program)) ? unwrap(owner) : null;
}

/** Reads `engine` as a name, as one of Pulumi's constants, or as the CDK's engine with its version; null when unknown. */
export function engineOf(expression: Node, user: string, program: Program): Engine | null {
  const whole = unwrap(expression);
  const constant = takenFrom(whole, TO_TEXT, program);
  if (constant !== null) return engineOf(constant, user, program);
  const named = takenFrom(whole, ENGINE_NAME, program);
  const whose = named === null ? null : engineOf(named, user, program);
  if (whose !== null) return { ...whose, versions: null };
  const engines = resolve(expression, user, program).flatMap(
    (target) => engineAt(target, user, program) ?? [],
  );
  const ours = engines.filter(({ value }) => isOurs(value));
  const [first] = ours.length > 0 ? ours : engines;
  if (first === undefined || ours.length < 2) return first ?? null;
  const versions = ours.flatMap((engine) => engine.versions ?? []);
  return { ...first, versions: versions.length === 0 ? null : versions };
}

/** Of several engines that a cluster can have, Aurora MySQL is the one that is looked for. */
function isOurs(engine: Value): boolean {
  return engine.state === 'known' && typeof engine.value === 'string' && isAuroraMysql(engine.value);
}

function engineAt({ node, how, uses }: Target, user: string, program: Program): Engine | null {
  const at = placeOfNode(node, program);
  const string = stringIn(node, program);
  if (string !== null)
    return { value: { state: 'known', value: string.text, at, how, uses }, versions: null };
  const callee = calleeOf(node);
  const code = callee === null ? codeOf(node, program) : calleeCode(node, callee, program);
  const found = ENGINE.exec(code) ?? ENGINE_TYPE.exec(code);
  if (found === null) {
    const isOther = /DatabaseInstanceEngine|EngineType/.test(code);
    return isOther ? { value: { state: 'known', value: 'other', at, how, uses }, versions: null } : null;
  }
  const kind = found.groups?.['kind']?.toLowerCase();
  const engine = kind === undefined ? 'aurora' : `aurora-${kind}`;
  const version = callee === null ? undefined : propertiesOfCall(node, program).find(isVersion);
  const versions =
    version === undefined
      ? null
      : versionsOf(version.value, user, program).map((found) =>
          found.state === 'known' ? { ...found, uses: [...found.uses, ...uses] } : found,
        );
  return { value: { state: 'known', value: engine, at, how, uses }, versions };
}

function propertiesOfCall(call: Node, program: Program): Property[] {
  const keywords = call.type === 'call' ? resolvedProperties(call, program) : [];
  return [...keywords, ...argumentsOf(call).flatMap((argument) => resolvedProperties(argument, program))];
}

function isVersion({ name }: Property): boolean {
  return name === plainName('version');
}
