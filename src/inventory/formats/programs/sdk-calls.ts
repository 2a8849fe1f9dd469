import {
  codeOf,
  propertyValue,
  namesOnPath,
  normalizedName,
  type Node,
  type Program,
  type Property,
} from '../../../syntax/programs/index.ts';
import { mayPassMore, factOf, unknownFactAt } from '../../../values/programs/index.ts';
import type { Fact } from '../../../values/index.ts';
import { sourcesOf, VERSION_OPERATIONS } from '../../../vocabulary/index.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import { HIDDEN_SETTINGS } from '../../resources/passes/version-pin.ts';
import { findConstructs, type Construct, patternOf } from './constructs/constructs.ts';
import { draftAt, pinAt } from './constructs/drafts.ts';
import { engineOf, isCoveredEngine, engineVersionOf } from './constructs/versions.ts';

const KIND = 'database';
/**
 * Calls that create a database: `create_db_cluster`, `createDBCluster`, `CreateDBClusterCommand`,
 * `CreateDbClusterRequest`.
 */
export const SDK_OPERATION = new RegExp(
  patternOf(
    [...VERSION_OPERATIONS.keys()]
      .filter((operation) => /^(?:create-db-(?:cluster|instance)$|restore-)/.test(operation))
      .map((operation) => `${operation.replaceAll('-', '_?')}(?:Command|Request)?`),
  ),
  'gi',
);

/** Databases that SDK calls create, with or without a version. */
export function databasesOfCalls(program: Program): AssetDraft[] {
  return findConstructs(SDK_OPERATION, program, () => KIND).flatMap((construct) => {
    const { name, className, call, properties } = construct;
    const written = properties.find((property) => property.name === 'engine');
    const engine = written && isOfApi(written, construct) ? engineOf(written.value, name)?.value : undefined;
    if (!isCoveredEngine(engine)) return [];
    const own = properties.findLast((property) => property.name === 'engineversion');
    const version = own ? engineVersionOf(own.value, name) : hiddenVersion(call);
    if (own && version?.state === 'known')
      return [pinAt(namesOnPath(own.value).join('.') || 'EngineVersion', own.key, version, engine)];
    const isOfCluster = /cluster/i.test(codeOf(className));
    const settings = { ...sourcesAmong(properties), ...HIDDEN_SETTINGS };
    return version === null && !isOfCluster
      ? []
      : [draftAt(KIND, name, className, { engine: engine ?? null, version, settings })];
  });
}

/** Unknown version of a call that passes more than its visible arguments; null for any other. */
function hiddenVersion(call: Node): Fact | null {
  return mayPassMore(call) ? unknownFactAt(call) : null;
}

/** True for the API's own spelling: unrelated functions have similar names. */
function isOfApi({ key }: Property, { call }: Construct): boolean {
  return call.type === 'method_invocation' || /^["']?Engine["']?$/.test(codeOf(key));
}

function sourcesAmong(properties: readonly Property[]): Record<string, Fact> {
  return Object.fromEntries(
    sourcesOf(KIND).flatMap(({ name }) => {
      const value = propertyValue(properties, normalizedName(name));
      return value === null ? [] : [[name, factOf(value)]];
    }),
  );
}
