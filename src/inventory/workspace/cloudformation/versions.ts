import type { Node } from '../document/node.ts';
import type { Value } from '../draft.ts';
import { isAuroraMysql } from '../understand.ts';
import { byPlace, waysOf } from './decisions.ts';
import { propertyOf } from './properties.ts';
import { toText } from './resolved.ts';
import { scopeFor, type Assumptions, type Stack } from './scope.ts';

/** The engine of a database and its version, in one of the ways in which its template can be deployed. */
export interface WrittenVersion {
  engine: Value | null;
  version: Value | null;
  /** What the deployment decides for it: `prod`, `IsProduction`, `!IsProduction`; null where nothing is open. */
  environment: string | null;
}

/**
 * The versions that a database can be deployed with: one, or where the row of a mapping or a condition decides, each that
 * is written there. Of a database that is of another engine by default, those with which it is Aurora MySQL.
 */
export function versionsOf(properties: Node | null, stack: Stack, user: string): WrittenVersion[] {
  const byDefault = versionsWith(properties, stack, user, true);
  if (byDefault.some(mayBeOurs)) return byDefault;
  const chosen = versionsWith(properties, stack, user, false).filter(
    (each) => each.environment !== null && mayBeOurs(each),
  );
  return chosen.length > 0 ? chosen : byDefault;
}

function versionsWith(
  properties: Node | null,
  stack: Stack,
  user: string,
  trustsDefaults: boolean,
): WrittenVersion[] {
  const property = (name: string, assumed?: Assumptions) =>
    propertyOf(properties, name, { ...scopeFor(stack, user, assumed), trustsDefaults });
  const written = (assumed?: Assumptions): Omit<WrittenVersion, 'environment'> => ({
    engine: toText(property('Engine', assumed)),
    version: toText(property('EngineVersion', assumed)),
  });
  const ways = waysOf((assumed) => property('EngineVersion', assumed), stack);
  const decided = byPlace(
    ways.map(({ assumed, environment }) => ({ ...written(assumed), environment })),
    ({ version }) => version,
  );
  return decided.length === 0 ? [{ ...written(), environment: null }] : decided;
}

/** Not of an engine that is known to be another one. */
function mayBeOurs({ engine }: WrittenVersion): boolean {
  return engine?.state !== 'known' || typeof engine.value !== 'string' || isAuroraMysql(engine.value);
}
