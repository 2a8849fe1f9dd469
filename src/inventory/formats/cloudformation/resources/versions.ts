import { isEngine, readEngineVersion } from '../../../../products/index.ts';
import { locationKey, type SettingValue } from '../../../../model/index.ts';
import type { Node } from '../../../../syntax/index.ts';
import { type Fact, mapUnlessNull, toTextFact } from '../../../../values/index.ts';
import {
  type Assumptions,
  oneForEachPlace,
  decisionKey,
  scopeFor,
  type Stack,
  deploymentVariants,
} from '../../../../values/cloudformation/index.ts';
import { propertyOf } from './properties.ts';

/** Engine and version of a database in one variant of its template's deployment. */
export interface WrittenVersion {
  engine: Fact | null;
  version: Fact | null;
  /** Condition of the variant: `prod`, `IsProduction`, `!IsProduction`; null if there is only one. */
  environment: string | null;
  /** Present for a default that every one of several parameter files replaces. */
  isUnselected?: 'replaced';
}

/**
 * Versions that a database can be deployed with: one, or each version in the rows of a mapping or the branches of a
 * condition. If the default is another engine, only those variants that are Aurora MySQL.
 */
export function writtenVersions(properties: Node | null, stack: Stack, user: string): WrittenVersion[] {
  const byDefault = versionsWith(properties, stack, user, true);
  const ofFiles = parameterFileVersions(properties, stack, user).filter(mayBeSupported);
  const given = oneForEachPlace(ofFiles, ({ version }) => version);
  if (given.length > 0) {
    const known = byDefault.filter(({ version }) => version?.state === 'known');
    const places = new Set(known.map(writtenPlace));
    // A single file may be one of several ways to deploy; of two or more, each is an environment.
    const isAlwaysGiven = ofFiles.length > 1 && ofFiles.length === stack.given.length;
    const isReplaced = (each: WrittenVersion): boolean =>
      isAlwaysGiven &&
      each.version?.state === 'known' &&
      each.version.origin === 'default' &&
      ofFiles.every((other) => writtenPlace(other) !== writtenPlace(each));
    return [
      ...known.map((each) => (isReplaced(each) ? { ...each, isUnselected: 'replaced' as const } : each)),
      ...given.filter((each) => !places.has(writtenPlace(each))),
    ];
  }
  if (byDefault.some(mayBeSupported)) return byDefault;
  const chosen = versionsWith(properties, stack, user, false).filter(
    (each) => each.environment !== null && mayBeSupported(each),
  );
  return chosen.length > 0 ? chosen : byDefault;
}

function writtenPlace({ version }: WrittenVersion): string {
  return version?.state === 'known' ? locationKey(version.at) : '';
}

/** Versions that parameter files select or contain, reported at their place in those files. */
function parameterFileVersions(properties: Node | null, stack: Stack, user: string): WrittenVersion[] {
  return stack.given.flatMap(({ environment, values, places }): WrittenVersion[] => {
    const assumed = new Map(
      [...values].map(([name, value]) => [decisionKey(stack, 'parameter', name), value] as const),
    );
    const property = (name: string) => propertyOf(properties, name, () => scopeFor(stack, user, assumed));
    const version = mapUnlessNull(property('EngineVersion'), toTextFact);
    if (version?.state !== 'known') return [];
    const engine = mapUnlessNull(property('Engine'), toTextFact);
    const [name] = [...values].find(([, value]) => isVersionParameter(value, version.value)) ?? [];
    if (name === undefined) return [{ engine, version, environment }];
    const at = values.get(name) === version.value ? places.get(name) : undefined;
    const uses = [{ location: version.at, name: user }];
    return at === undefined
      ? []
      : [{ engine, version: { ...version, at, origin: 'variable', uses }, environment }];
  });
}

/** True if a parameter is the version, or the number that the template completes to it. */
function isVersionParameter(parameter: string, version: SettingValue): boolean {
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
      reportsRows: true,
    }));
  const written = (assumed?: Assumptions): Omit<WrittenVersion, 'environment'> => ({
    engine: mapUnlessNull(property('Engine', assumed), toTextFact),
    version: mapUnlessNull(property('EngineVersion', assumed), toTextFact),
  });
  const variants = deploymentVariants((assumed) => property('EngineVersion', assumed), stack);
  const decided = oneForEachPlace(
    variants.map(({ assumed, environment }) => ({ ...written(assumed), environment })),
    ({ version }) => version,
  );
  return decided.length === 0 ? [{ ...written(), environment: null }] : decided;
}

/** False if the engine is known and not ours. */
function mayBeSupported({ engine }: WrittenVersion): boolean {
  return engine?.state !== 'known' || typeof engine.value !== 'string' || isEngine(engine.value);
}
