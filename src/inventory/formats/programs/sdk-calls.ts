import {
  codeOf,
  namesOnPath,
  type Node,
  type Program,
  type Property,
} from '../../../syntax/programs/index.ts';
import { mayPassMore, factOf, unknownFactAt } from '../../../values/programs/index.ts';
import { type Fact, textOfFact, withValue } from '../../../values/index.ts';
import { groupByEach, type AssetKind } from '../../../model/index.ts';
import { engineNamed, instanceEngineOfRelease, type EngineService } from '../../../products/index.ts';
import {
  linksOfKind,
  nameSetting,
  settingNamed,
  sourcesOf,
  VERSION_OPERATIONS,
} from '../../../vocabulary/index.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import { HIDDEN_SETTINGS } from '../../resources/passes/version-pin.ts';
import { findConstructs, type Construct, patternOf } from './constructs/constructs.ts';
import { draftAt, pinAt } from './constructs/drafts.ts';
import { engineOf, engineVersionOf } from './constructs/versions.ts';

/** Kind that a call creates, copies or changes, by the operation's name without separators. */
const KINDS_OF_CALLS: ReadonlyMap<string, AssetKind> = new Map(
  [...VERSION_OPERATIONS]
    .filter(([operation]) =>
      /^(?:(?:create|modify)-db-(?:cluster|instance)|(?:create|copy)-.*snapshot$|restore-)/.test(operation),
    )
    .map(([operation, kind]) => [operation.replaceAll('-', ''), kind]),
);

/**
 * Calls that create a database or set its version: `create_db_cluster`, `createDBCluster`, `CreateDBClusterCommand`,
 * `ModifyDbInstanceRequest`.
 */
export const SDK_OPERATION = new RegExp(
  patternOf(
    [...VERSION_OPERATIONS.keys()]
      .filter((operation) => KINDS_OF_CALLS.has(operation.replaceAll('-', '')))
      .map((operation) => `${operation.replaceAll('-', '_?')}(?:Command|Request)?`),
  ),
  'gi',
);

/** A call with what it writes about its database. */
interface DatabaseCall {
  construct: Construct;
  /** Name by which other calls can copy or replicate it: its class and identifier. */
  name: string;
  identifier: string | null;
  /** Argument with the version. */
  written: Property | undefined;
  version: Fact | null;
  engine: Fact | null;
  /** Databases and snapshots that it copies or replicates, by setting. */
  sources: Record<string, Fact>;
}

/** Databases that SDK calls create or change, with or without a version. */
export function databasesOfCalls(program: Program): AssetDraft[] {
  const calls = findConstructs(SDK_OPERATION, program, kindOfCall).map(callOf);
  const byIdentifier = groupByEach(calls, ({ identifier }) => (identifier === null ? [] : [identifier]));
  const linked = calls.map((call) => ({ call, links: linksToSources(call, byIdentifier) }));
  const followed = new Set(linked.flatMap(({ links }) => links.map(({ target }) => target)));
  return linked
    .filter(({ call }) => isOfDatabase(call))
    .map(({ call, links }) => draftOf(call, links, followed.has(call.name)));
}

function kindOfCall(name: string): AssetKind | undefined {
  return KINDS_OF_CALLS.get(name.toLowerCase().replace(/_|(?:command|request)$/g, ''));
}

function callOf(construct: Construct): DatabaseCall {
  const { kind, name, className, call, properties } = construct;
  const own = nameSetting(kind);
  const identifier = textOfFact(settingsAmong([own], construct)[own]);
  const written = properties.findLast((property) => property.name === 'engineversion');
  const version = written ? engineVersionOf(written.value, name) : hiddenVersion(call);
  return {
    construct,
    name: identifier === null ? name : `${codeOf(className)}.${identifier}`,
    ...{ identifier, written, version },
    engine: engineOfCall(construct, written, version),
    sources: settingsAmong(
      sourcesOf(kind).map((source) => source.name),
      construct,
    ),
  };
}

/** Links of a call to those that make the database or snapshot which it names as its source. */
function linksToSources(
  { construct: { kind }, sources }: DatabaseCall,
  byIdentifier: ReadonlyMap<string, readonly DatabaseCall[]>,
): AssetDraft['links'][number][] {
  return linksOfKind(kind).flatMap(({ role, to, settings = [] }) =>
    settings
      .flatMap((setting) => byIdentifier.get(textOfFact(sources[setting]) ?? '') ?? [])
      .filter((other) => to.includes(other.construct.kind))
      .map((other) => ({ role, target: other.name })),
  );
}

/** False for another engine, for an unrelated function, and for an instance whose version is its cluster's. */
function isOfDatabase(call: DatabaseCall): boolean {
  const service = serviceOf(call);
  if (service === undefined) return isCopy(call);
  return call.version !== null || service !== 'aurora' || call.construct.kind !== 'db-instance';
}

/** True for a call that leaves the engine to its source. */
function isCopy({ engine, sources }: DatabaseCall): boolean {
  return engine === null && Object.keys(sources).length > 0;
}

function serviceOf({ engine }: DatabaseCall): EngineService | undefined {
  return engineNamed(textOfFact(engine) ?? '')?.engine.service;
}

function draftOf(call: DatabaseCall, links: AssetDraft['links'], isFollowed: boolean): AssetDraft {
  const { construct, written, version, engine, sources } = call;
  if (engine !== null && written !== undefined && version?.state === 'known') {
    const path = namesOnPath(written.value).join('.') || 'EngineVersion';
    return pinAt(isFollowed ? call.name : path, written.key, version, engine);
  }
  const name = isFollowed || isCopy(call) ? call.name : construct.name;
  const kind = serviceOf(call) === 'aurora' ? 'database' : construct.kind;
  const settings = { ...sources, ...HIDDEN_SETTINGS };
  return draftAt(kind, name, construct.className, { engine, version, settings, links });
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
