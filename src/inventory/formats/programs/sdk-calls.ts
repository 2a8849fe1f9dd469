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
import { settingNamed, sourcesOf, VERSION_OPERATIONS } from '../../../vocabulary/index.ts';
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
      .filter((operation) => /^(?:(?:create|modify)-db-(?:cluster|instance)$|restore-)/.test(operation))
      .map((operation) => `${operation.replaceAll('-', '_?')}(?:Command|Request)?`),
  ),
  'gi',
);

/** Databases that SDK calls create or change, with or without a version. */
export function databasesOfCalls(program: Program): AssetDraft[] {
  return findConstructs(SDK_OPERATION, program, kindOfOperation).flatMap((construct) => {
    const { name, className, call, properties } = construct;
    const own = properties.findLast((property) => property.name === 'engineversion');
    const version = own ? engineVersionOf(own.value, name) : hiddenVersion(call);
    const engine = engineOfCall(construct, own, version);
    const service = engineNamed(textOfFact(engine) ?? '')?.engine.service;
    if (engine === null || service === undefined) return [];
    if (own && version?.state === 'known')
      return [pinAt(namesOnPath(own.value).join('.') || 'EngineVersion', own.key, version, engine)];
    // An instance of Aurora has the version of its cluster.
    const kind = service === 'rds' ? construct.kind : 'database';
    const isMember = service === 'aurora' && construct.kind === 'db-instance';
    const settings = { ...sourcesAmong(kind, properties), ...HIDDEN_SETTINGS };
    return version === null && isMember
      ? []
      : [draftAt(kind, name, className, { engine, version, settings })];
  });
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
  return call.type === 'method_invocation' || /^["']?Engine(?:Version)?["']?$/.test(codeOf(key));
}

function sourcesAmong(kind: AssetKind, properties: readonly Property[]): Record<string, Fact> {
  const sources = sourcesOf(kind).map((source) => source.name);
  return Object.fromEntries(
    properties.flatMap(({ name, value }) => {
      const setting = settingNamed(kind, name);
      return setting !== null && sources.includes(setting) ? [[setting, factOf(value)]] : [];
    }),
  );
}
