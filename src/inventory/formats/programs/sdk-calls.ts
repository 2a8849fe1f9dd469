import {
  codeOf,
  namesOnPath,
  type Node,
  type Program,
  type Property,
} from '../../../syntax/programs/index.ts';
import { mayPassMore, factOf, unknownFactAt } from '../../../values/programs/index.ts';
import { type Fact, textOfFact, withValue } from '../../../values/index.ts';
import type { AssetKind } from '../../../model/index.ts';
import { engineNamed, instanceEngineOfRelease } from '../../../products/index.ts';
import {
  nameSetting,
  referenceSettings,
  settingNamed,
  sourcesOf,
  VERSION_OPERATIONS,
} from '../../../vocabulary/index.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import { HIDDEN_SETTINGS } from '../../resources/passes/version-pin.ts';
import { findConstructs, type Construct, patternOf } from './constructs/constructs.ts';
import { draftAt, pinAt } from './constructs/drafts.ts';
import { engineOf, engineVersionOf } from './constructs/versions.ts';

/**
 * Calls that create a database or set its version: `create_db_cluster`, `createDBCluster`, `CreateDBClusterCommand`,
 * `ModifyDbInstanceRequest`.
 */
export const SDK_OPERATION = new RegExp(
  patternOf(
    [...VERSION_OPERATIONS.keys()]
      .filter((operation) =>
        /^(?:(?:create|modify)-db-(?:cluster|instance)(?:-read-replica)?$|restore-)/.test(operation),
      )
      .map((operation) => `${operation.replaceAll('-', '_?')}(?:Command|Request)?`),
  ),
  'gi',
);

/** A call with the names in it, as texts: its own, and those of the databases that it copies or replicates. */
interface DatabaseCall {
  construct: Construct;
  name: string;
  identifier: string | null;
  followed: readonly string[];
  sources: Record<string, Fact>;
}

/** Databases that SDK calls create or change, with or without a version. */
export function databasesOfCalls(program: Program): AssetDraft[] {
  const calls = findConstructs(SDK_OPERATION, program, kindOfOperation).map(callOf);
  return calls.flatMap((call) => draftsOf(call, calls));
}

function callOf(construct: Construct): DatabaseCall {
  const { kind, name, className } = construct;
  const sources = settingsAmong(
    sourcesOf(kind).map((source) => source.name),
    construct,
  );
  const followed = referenceSettings(kind, 'source').flatMap((each) => textOfFact(sources[each]) ?? []);
  const own = nameSetting(kind);
  const identifier = textOfFact(settingsAmong([own], construct)[own]);
  return {
    construct,
    name: identifier === null ? name : `${codeOf(className)}.${identifier}`,
    identifier,
    followed,
    sources,
  };
}

function draftsOf(
  { construct, name: named, identifier, followed, sources }: DatabaseCall,
  calls: readonly DatabaseCall[],
): AssetDraft[] {
  const { className, call, properties } = construct;
  const own = properties.findLast((property) => property.name === 'engineversion');
  const version = own ? engineVersionOf(own.value, construct.name) : hiddenVersion(call);
  const engine = engineOfCall(construct, own, version);
  const service = engineNamed(textOfFact(engine) ?? '')?.engine.service;
  const isCopy = engine === null && Object.keys(sources).length > 0;
  if (service === undefined && !isCopy) return [];
  const isFollowed = calls.some((other) => other.followed.includes(identifier ?? ''));
  const name = isFollowed || isCopy ? named : construct.name;
  if (engine !== null && own && version?.state === 'known') {
    const path = namesOnPath(own.value).join('.') || 'EngineVersion';
    return [pinAt(isFollowed ? name : path, own.key, version, engine)];
  }
  // An instance of Aurora has the version of its cluster.
  const kind = service === 'aurora' ? 'database' : construct.kind;
  if (version === null && service === 'aurora' && construct.kind === 'db-instance') return [];
  const links = calls
    .filter((other) => followed.includes(other.identifier ?? ''))
    .map((source) => ({ role: 'source', target: source.name }) as const);
  return [
    draftAt(kind, name, className, { engine, version, settings: { ...sources, ...HIDDEN_SETTINGS }, links }),
  ];
}

function kindOfOperation(name: string): AssetKind {
  return /cluster/i.test(name) ? 'database' : 'db-instance';
}

/** Engine that a call names, or that the version of an instance decides; null for any other call. */
function engineOfCall(construct: Construct, own: Property | undefined, version: Fact | null): Fact | null {
  const { kind, name, properties } = construct;
  const written = properties.find((property) => property.name === 'engine');
  if (written !== undefined)
    return isOfApi(written, construct) ? (engineOf(written.value, name)?.value ?? null) : null;
  const isDecided = own !== undefined && isOfApi(own, construct) && kind === 'db-instance';
  const decided = isDecided ? instanceEngineOfRelease(textOfFact(version) ?? '') : null;
  return version === null || decided === null ? null : withValue(version, () => decided.engine.api);
}

/** Unknown version of a call that passes more than its visible arguments; null for any other. */
function hiddenVersion(call: Node): Fact | null {
  return mayPassMore(call) ? unknownFactAt(call) : null;
}

/** True for the API's own spelling: unrelated functions have similar names. */
function isOfApi({ key }: Property, { call }: Construct): boolean {
  return call.type === 'method_invocation' || /^["']?[A-Z]\w*["']?$/.test(codeOf(key));
}

/** Settings of the given names that a call writes in the API's spelling. */
function settingsAmong(names: readonly string[], construct: Construct): Record<string, Fact> {
  return Object.fromEntries(
    construct.properties.flatMap((property) => {
      const setting = settingNamed(construct.kind, property.name);
      const isAsked = setting !== null && names.includes(setting) && isOfApi(property, construct);
      return isAsked ? [[setting, factOf(property.value)]] : [];
    }),
  );
}
