import { type ReportedPlaces } from '../../resources/reported-places.ts';
import { useOf } from '../../../values/programs/index.ts';
import {
  ancestorsOf,
  calledName,
  calleeOf,
  CALLS,
  matchesInCode,
  codeOf,
  isString,
  lastName,
  namesOnPath,
  placeOfNode,
  normalizedName,
  type Program,
  programOf,
  propertiesBeside,
  type Property,
  stringIn,
  unwrap,
  type Node,
} from '../../../syntax/programs/index.ts';
import { placeOf } from '../../../syntax/index.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import { type Fact, literalAt } from '../../../values/index.ts';
import {
  engineKeys,
  enumeratedEngine,
  familyKeys,
  isOtherVersionKey,
  isVersionKey,
  VERSION_ENUMERATION,
} from '../../../vocabulary/index.ts';
import { engineOfFamily, engineWords } from '../../../products/index.ts';
import { couldBePin, DATABASE_NAME, isVersionPin } from '../../resources/passes/version-pin.ts';
import { pinAt } from './constructs/drafts.ts';
import { constantIn, engineVersionOf, writtenVersion } from './constructs/versions.ts';

/** Members of the version enumeration, under any import name, and its factory function. */
export const VERSION_CONSTANT = new RegExp(
  String.raw`VER_\d\w*|${VERSION_ENUMERATION}\s*[._]\s*[oO]f\b`,
  'g',
);
const VERSION_STRING = new RegExp(
  String.raw`["'\`](?:\d+\.\d+\.(?:serverless_)?mysql_aurora\.[\d.]+|(?:aurora|${engineWords().join('|')})(?:\d[\d.]*)?)["'\`]`,
  'g',
);
/** Text between a name and its value, for versions, engines and group families. Java setters are calls. */
const BEFORE_VALUE = /(?:["'`]?\]?\s*(?:[:,}]|=(?!=))|(?<!_version)\()/.source;
const VERSION_NAME = new RegExp(`version(?<=([\\w-]{0,60}))(\\w{0,40})${BEFORE_VALUE}`, 'gi');
const ENGINE_NAME = new RegExp(`(?:engine(?:_?(?:type|name))?|family)${BEFORE_VALUE}`, 'i');
/** Versions for clients and server mocks: no database runs them. */
const CLIENT_VERSION = /^server_?version$/i;
/** Fields that occur beside a version only in API answers, price lists and inventories. */
const ANSWER_FIELD = /^(?:status|state|\w*price\w*|\w*cost)$/;
const maxVersionsInFile = 300;

/** Versions outside the constructs of a file: in configuration objects, constants, command arguments. */
export function unattachedVersions(
  reported: ReportedPlaces,
  versions: readonly UnattachedVersion[],
): AssetDraft[] {
  return versions
    .filter(({ version }) => reported.add(version))
    .map(({ at, name, version, engine }) => pinAt(name, at, version, engine));
}

/** True if the text of a program can contain an engine with a version. */
export function mayNameEngine(text: string): boolean {
  if (text.search(VERSION_STRING) < 0) return false;
  if (text.includes('mysql_aurora')) return true;
  const names = text.matchAll(VERSION_NAME).map(([, before = '', after = '']) => before + after);
  return ENGINE_NAME.test(text) && names.some((name) => isVersionKey(withoutSetter(name)));
}

/** Property name of a Java setter: `engine` for `withEngine`. */
const withoutSetter = (name: string): string => name.replace(/^with(?=[A-Z])/, '');

/** All versions in a program that may be in use, including those of constructs. */
export function versionsIn(program: Program): UnattachedVersion[] {
  return [...versionsInConstants(program), ...versionsInStrings(program)];
}

export interface UnattachedVersion {
  at: Node;
  name: string;
  version: Fact;
  /** Engine beside the version, or of its enumeration. */
  engine?: Fact;
}

function versionsInConstants(program: Program): UnattachedVersion[] {
  return matchesInCode(VERSION_CONSTANT, maxVersionsInFile, program).flatMap(({ node, code }) => {
    const expression = calledName(node);
    const isMember = !code.startsWith('VER_') || constantIn(expression) !== null;
    if (!isMember || isString(expression) || expression.type.includes('string')) return [];
    if (useOf(expression) === 'unused') return [];
    if (namesOnPath(expression, createsObject).some(isOtherVersionKey)) return [];
    const name = namesOnPath(expression).join('.') || 'AuroraMysqlEngineVersion';
    const version = engineVersionOf(expression, name);
    if (!couldBePin(writtenVersion(version))) return [];
    const engine = enumeratedEngine(codeOf(expression).slice(0, 200));
    const beside = engine !== null && { engine: literalAt(engine, placeOfNode(expression)) };
    return [{ at: expression, name, version, ...beside }];
  });
}

const COLLECTIONS = ['Map', 'Set', 'Array', String.raw`\w*List`, 'HashMap', 'HashSet', 'Dictionary'];
/** Names of collection, engine and property types. Such objects are named after their content. */
const NAMED_AFTER_CONTENT = new RegExp(String.raw`(?:^|\.)(?:${COLLECTIONS.join('|')})$|Engine|Props$`);

/** True if a call creates an object of another kind, so that its name does not make its arguments versions. */
function createsObject(node: Node): boolean {
  const callee = CALLS.has(node.type) ? calleeOf(node) : null;
  return (
    callee !== null &&
    /^[A-Z]/.test(lastName(callee)) &&
    !NAMED_AFTER_CONTENT.test(codeOf(callee).slice(-200))
  );
}

function versionsInStrings(program: Program): UnattachedVersion[] {
  return matchesInCode(VERSION_STRING, maxVersionsInFile, program).flatMap(({ node: found, code }) => {
    const node = [found, ...ancestorsOf(found).slice(0, 2)].find(isString);
    if (node === undefined || codeOf(node).length > code.length + 3) return [];
    if (useOf(node) === 'unused') return [];
    return /mysql_aurora/.test(code) ? fullVersion(node) : versionBeside(node);
  });
}

function fullVersion(node: Node): UnattachedVersion[] {
  const string = stringIn(node);
  if (string === null) return [];
  if (propertiesBeside(node)?.all.some(({ name }) => ANSWER_FIELD.test(name)) === true) return [];
  const names = namesOnPath(node);
  if (CLIENT_VERSION.test(names.at(-1) ?? '')) return [];
  if (!isVersionPin([DATABASE_NAME, ...names], string.text, null)) return [];
  const at = placeOf(programOf(node).lines, string.start, string.end);
  return [{ at: node, name: names.join('.') || 'version', version: literalAt(string.text, at) }];
}

/** An engine or group family with a version beside it, in an object or call of unknown meaning. */
function versionBeside(node: Node): UnattachedVersion[] {
  const named = stringIn(node)?.text;
  if (named === undefined) return [];
  const { own, all } = propertiesBeside(node) ?? { own: null, all: [] };
  if (own === null || all.some(({ name }) => ANSWER_FIELD.test(name))) return [];
  const plain = (each: Property): string => each.name.replace(/^with/, '');
  return all.flatMap(({ key, value }) => {
    const name = withoutSetter(stringIn(unwrap(key))?.text ?? codeOf(key));
    if (!isVersionKey(name)) return [];
    const engines = engineKeys(name).map(normalizedName);
    const isFamily = familyKeys(name).map(normalizedName).includes(plain(own));
    // If no engine is written, the family implies it.
    const impliesEngine = isFamily
      ? !all.some((each) => engines.includes(plain(each)))
      : engines.includes(plain(own));
    const engine = isFamily ? (engineOfFamily(named)?.engine.api ?? null) : named;
    const names = [...namesOnPath(value)];
    const version = impliesEngine ? engineVersionOf(value, names.join('.')) : null;
    const isPin = version !== null && isVersionPin([name], writtenVersion(version), engine);
    const beside = engine !== null && { engine: literalAt(engine, placeOfNode(own.value)) };
    return isPin ? [{ at: key, name: names.join('.') || name, version, ...beside }] : [];
  });
}
