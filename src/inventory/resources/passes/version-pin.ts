import { text } from '../../../l10n/index.ts';
import { OTHER_SETTINGS, memoize } from '../../../model/index.ts';
import { newDraft, type AssetDraft } from '../draft.ts';
import {
  mapUnlessNull,
  type Option,
  optionsOf,
  type Scalar,
  scalarOf,
  type SettingFact,
  toFact,
  toVersionFact,
  type Value,
} from '../../../values/index.ts';
import {
  hasVersionKey,
  engineKeys,
  familyKeys,
  isEngineKey,
  isEngineVersionKey,
  isForOtherEngine,
  isGroupKey,
  isVersionTableKey,
  isOtherVersionKey,
  isVersionKey,
  mentionsAurora,
  mentionsAws,
  snakeKey,
} from '../../../vocabulary/index.ts';
import {
  auroraEngineAcceptingVersion,
  engineNamed,
  engineOfFamily,
  engineAcceptingVersion,
  engineOfUnmistakableVersion,
  isEngine,
  withoutQuotes,
} from '../../../products/index.ts';

/** Settings of a pin, of which only the version is known: all others are set elsewhere. */
export const HIDDEN_SETTINGS: Readonly<Record<string, SettingFact>> = {
  [OTHER_SETTINGS]: { state: 'unknown', reason: text('inventory.onlyVersion') },
};

/** A key with its value. */
export interface Keyed {
  key: string;
  /** Value of the key; null if the code contains `null`. */
  value: () => Value | null;
}

/** A version among the entries of one place. */
export interface Pin<E extends Keyed = Keyed> {
  entry: E;
  version: Option['result'];
  /** Engine declared beside the version. */
  engine: Value | null;
  /** Row of a map that selects by environment. */
  environment: string | null;
}

/** Key name that counts as a database's: in code that deploys something, a full version needs no name of its own. */
export const DATABASE_NAME = 'database';

/**
 * Engine versions in one place; `above` are the keys that lead there. For a covered engine, unknown versions count too.
 * @param beside entries that may contain their engines
 */
export function pinsAmong<E extends Keyed>(
  entries: readonly E[],
  above: readonly string[],
  beside: () => readonly Keyed[] = () => entries,
): Pin<E>[] {
  let byKey: ReadonlyMap<string, Keyed> | null = null;
  const engineOf = (key: string): Value | null => {
    if (!isVersionKey(key)) return null;
    byKey ??= new Map(beside().map((each) => [snakeKey(each.key), each]));
    const name = engineKeys(key).find((each) => byKey?.has(each)) ?? onlyEngineKey(key, byKey);
    return byKey.get(name ?? '')?.value() ?? engineOfFamilyIn(byKey, key);
  };
  return entries.flatMap((entry) => {
    const value = entry.value();
    // Fast path: most values are not versions.
    if (value === null || !mayBePin(entry.key, value)) return [];
    return optionsOf(value).flatMap(({ label, result }): Pin<E>[] => {
      if (!isCandidate(entry.key, value, result)) return [];
      const engine = engineOf(entry.key) ?? engineOfKey(entry.key, result);
      const name = nameOf(engine);
      if (name !== null && isForOtherEngine(entry.key, name)) return [];
      const isPin =
        result.kind === 'scalar'
          ? isVersionPin([...above, entry.key], result.text, name)
          : name !== null && isEngine(name);
      return isPin ? [{ entry, version: result, engine, environment: label }] : [];
    });
  });
}

/** Engine key, with any prefix, for a key `engine_version` without one; undefined unless there is exactly one. */
function onlyEngineKey(versionKey: string, byKey: ReadonlyMap<string, Keyed>): string | undefined {
  const [only, ...others] = versionKey === 'engine_version' ? [...byKey.keys()].filter(isEngineKey) : [];
  return others.length === 0 ? only : undefined;
}

/** Engine in the family of a parameter group, if nothing else names one. */
function engineOfFamilyIn(byKey: ReadonlyMap<string, Keyed>, versionKey: string): Value | null {
  const groups = [...byKey].map(([key, each]) => (isGroupKey(key) ? each.value() : null));
  const written = [
    ...familyKeys(versionKey).map((key) => byKey.get(key)?.value() ?? null),
    ...groups.map((group) => (group?.kind === 'map' ? (group.fields.get('family') ?? null) : null)),
  ]
    .map(scalarOf)
    .find((each) => each !== null);
  return written === undefined ? null : engineOfFamilyName(written, engineOfFamily(written.text));
}

/** Covered engine that the key of a version names. */
function engineOfKey(key: string, version: Value): Value | null {
  const written = mentionsAurora(key) ? scalarOf(version) : null;
  return written === null ? null : engineOfFamilyName(written, auroraEngineAcceptingVersion(written.text));
}

/** Engine name derived from another value, at that value's place. */
export function engineOfFamilyName(written: Scalar, of: ReturnType<typeof engineOfFamily>): Value | null {
  return of === null ? null : { ...written, value: of.engine.api, text: of.engine.api };
}

/** Draft of a version for a cluster that is not visible. */
export function draftOfPin(
  { version, engine, environment }: Omit<Pin, 'entry'>,
  of: Pick<AssetDraft, 'source' | 'name' | 'file' | 'at'> & Partial<AssetDraft>,
): AssetDraft {
  const written = { environment, engine: mapUnlessNull(engine, toFact), version: toVersionFact(version) };
  return newDraft({ ...written, settings: HIDDEN_SETTINGS, ...of, kind: 'database' });
}

/** True if a value under a key can be a version; its surroundings decide if it is one, and for which engine. */
export function mayBePin(key: string, value: Value): boolean {
  if (value.kind === 'choice') return value.options.some(({ result }) => isCandidate(key, value, result));
  return isCandidate(key, value, value);
}

function isCandidate(key: string, value: Value, result: Option['result']): boolean {
  // An unknown value only counts under the key that only databases have; rows of a map without the key do not.
  if (result.kind === 'unknown')
    return isEngineVersionKey(key) && !(value.kind === 'choice' && result.isMissing);
  if (result.kind !== 'scalar' || result.value === null || typeof result.value === 'boolean') return false;
  return couldBePin(result.text);
}

function nameOf(engine: Value | null): string | null {
  const name = scalarOf(engine)?.value;
  return typeof name === 'string' ? name : null;
}

/** Beginning of a version or version constant: most texts have another one. */
const ENGINE_PREFIX = /^[\s'"]*(?:\d|VER_)/;

/** True if a text under a key, or an expression in it, can contain a version: a cheap test before the others. */
export function mayHoldPin(key: string, written: string): boolean {
  if (written.includes('{')) return true;
  return couldBePin(written) && (isVersionKey(key) || engineOfUnmistakableVersion(written) !== null);
}

/** True if a text can be an engine version at all, under any key. */
export function couldBePin(written: string): boolean {
  return ENGINE_PREFIX.test(written) && isReadByAnyEngine(written);
}

/** Memoized, because code repeats the same few numbers. */
const isReadByAnyEngine = memoize((written: string) => engineAcceptingVersion(written) !== null);

/**
 * True if a text under a key is an engine version. A full one (`8.0.mysql_aurora.3.04.0`) needs only a key above it, or
 * a file name, that mentions databases; any other needs a version key and an engine beside it. `names` lead to the
 * text, its own key last; `engine` is null if none is written.
 */
export function isVersionPin(names: readonly string[], written: string, engine: string | null): boolean {
  const isInFull = engineOfUnmistakableVersion(written) !== null;
  if (!couldBePin(written) || (engine === null && !isInFull)) return false;
  const keys = names.map(snakeKey);
  if (keys.some(isOtherVersionKey) || isVersionTableKey(names.at(-1) ?? '')) return false;
  if (isInFull) return hasVersionKey(keys);
  const named = engine === null ? null : engineNamed(engine);
  if (named === null || named.versions.read(withoutQuotes(written)).form === 'unknown') return false;
  const key = names.at(-1) ?? '';
  // An RDS engine has the name of its software, which also runs elsewhere.
  const isOnAws =
    named.engine.service !== 'rds' || isEngineVersionKey(snakeKey(key)) || names.some(mentionsAws);
  return isVersionKey(key) && isOnAws;
}
