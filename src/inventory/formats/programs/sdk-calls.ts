import { codeOf, find, plainName, type Program, type Property } from '../../../syntax/programs/index.ts';
import { isGivenMore, settingOf } from '../../../values/programs/index.ts';
import type { Fact } from '../../../values/index.ts';
import { sourcesOf, VERSION_OPERATIONS } from '../../../vocabulary/index.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import { UNSEEN_SETTINGS } from '../../resources/passes/version-pin.ts';
import { findConstructs, type Construct, patternOf } from './constructs/constructs.ts';
import { draftAt } from './constructs/drafts.ts';
import { engineOf, isEngineOfOurs } from './constructs/versions.ts';

const KIND = 'database';
/** `create_db_cluster`, `createDBCluster`, `CreateDBClusterCommand`, `CreateDbClusterRequest`: what makes a cluster. */
export const SDK_OPERATION = new RegExp(
  patternOf(
    [...VERSION_OPERATIONS]
      .filter(([operation, kind]) => kind === KIND && /^(?:create-db|restore)-/.test(operation))
      .map(([operation]) => `${operation.replaceAll('-', '_?')}(?:Command|Request)?`),
  ),
  'gi',
);

/** Clusters that calls of an SDK make without a version. What writes one is told where that stands. */
export function clustersOfCalls(program: Program): AssetDraft[] {
  return findConstructs(SDK_OPERATION, program, () => KIND).flatMap((construct) => {
    const { name, className, call, properties } = construct;
    const written = properties.find((property) => property.name === 'engine');
    if (written === undefined || !isOfApi(written, construct) || isGivenMore(call)) return [];
    const engine = engineOf(written.value, name)?.value;
    if (!isEngineOfOurs(engine) || find(properties, 'engineversion') !== null) return [];
    const settings = { ...sourcesAmong(properties), ...UNSEEN_SETTINGS };
    return [draftAt(KIND, name, className, { engine: engine ?? null, settings })];
  });
}

/** In the API's own spelling, and written in the call: nothing can be added to it later. */
function isOfApi({ key }: Property, { call }: Construct): boolean {
  const isHere = key.startIndex >= call.startIndex && key.endIndex <= call.endIndex;
  return isHere && (call.type === 'method_invocation' || /^["']?Engine["']?$/.test(codeOf(key)));
}

function sourcesAmong(properties: readonly Property[]): Record<string, Fact> {
  return Object.fromEntries(
    sourcesOf(KIND).flatMap(({ name }) => {
      const value = find(properties, plainName(name));
      return value === null ? [] : [[name, settingOf(value)]];
    }),
  );
}
