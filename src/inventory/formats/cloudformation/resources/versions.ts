import { isEngine, readEngineVersion } from '../../../../products/index.ts';
import { locationKey, type SettingValue } from '../../../../model/index.ts';
import type { Node } from '../../../../syntax/index.ts';
import { type Fact, ifWritten, toTextFact } from '../../../../values/index.ts';
import {
  type Assumptions,
  byPlace,
  decisionKey,
  scopeFor,
  type Stack,
  waysOf,
} from '../../../../values/cloudformation/index.ts';
import { propertyOf } from './properties.ts';

/** The engine of a database and its version, in one of the ways in which its template can be deployed. */
export interface WrittenVersion {
  engine: Fact | null;
  version: Fact | null;
  /** What the deployment decides for it: `prod`, `IsProduction`, `!IsProduction`; null where nothing is open. */
  environment: string | null;
}

/**
 * The versions that a database can be deployed with: one, or where the row of a mapping or a condition decides, each that
 * is written there. Of a database that is of another engine by default, those with which it is Aurora MySQL.
 */
export function writtenVersions(properties: Node | null, stack: Stack, user: string): WrittenVersion[] {
  const byDefault = versionsWith(properties, stack, user, true);
  const given = byPlace(givenVersions(properties, stack, user).filter(mayBeOurs), ({ version }) => version);
  if (given.length > 0) {
    const known = byDefault.filter(({ version }) => version?.state === 'known');
    const places = new Set(known.map(writtenPlace));
    return [...known, ...given.filter((each) => !places.has(writtenPlace(each)))];
  }
  if (byDefault.some(mayBeOurs)) return byDefault;
  const chosen = versionsWith(properties, stack, user, false).filter(
    (each) => each.environment !== null && mayBeOurs(each),
  );
  return chosen.length > 0 ? chosen : byDefault;
}

function writtenPlace({ version }: WrittenVersion): string {
  return version?.state === 'known' ? locationKey(version.at) : '';
}

/** What files of parameters choose among what the template writes, and what they write; what they tell is found there. */
function givenVersions(properties: Node | null, stack: Stack, user: string): WrittenVersion[] {
  return stack.given.flatMap(({ environment, values, places }): WrittenVersion[] => {
    const assumed = new Map(
      [...values].map(([name, value]) => [decisionKey(stack, 'parameter', name), value] as const),
    );
    const property = (name: string) => propertyOf(properties, name, () => scopeFor(stack, user, assumed));
    const version = ifWritten(property('EngineVersion'), toTextFact);
    if (version?.state !== 'known') return [];
    const engine = ifWritten(property('Engine'), toTextFact);
    const [name] = [...values].find(([, value]) => tells(value, version.value)) ?? [];
    if (name === undefined) return [{ engine, version, environment }];
    const at = values.get(name) === version.value ? places.get(name) : undefined;
    const uses = [{ location: version.at, name: user }];
    return at === undefined
      ? []
      : [{ engine, version: { ...version, at, how: 'variable', uses }, environment }];
  });
}

/** Whether a parameter is the version, or the number that the template completes to it. */
function tells(parameter: string, version: SettingValue): boolean {
  if (typeof version !== 'string' || !version.endsWith(parameter)) return false;
  return version === parameter || readEngineVersion(parameter).form === 'release';
}

function versionsWith(
  properties: Node | null,
  stack: Stack,
  user: string,
  trustsDefaults: boolean,
): WrittenVersion[] {
  const property = (name: string, assumed?: Assumptions) =>
    propertyOf(properties, name, () => ({
      ...scopeFor(stack, user, assumed),
      trustsDefaults,
      tellsRows: true,
    }));
  const written = (assumed?: Assumptions): Omit<WrittenVersion, 'environment'> => ({
    engine: ifWritten(property('Engine', assumed), toTextFact),
    version: ifWritten(property('EngineVersion', assumed), toTextFact),
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
  return engine?.state !== 'known' || typeof engine.value !== 'string' || isEngine(engine.value);
}
