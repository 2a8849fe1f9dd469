import { text } from '../../../l10n/index.ts';
import { OTHER_SETTINGS, memoize } from '../../../model/index.ts';
import { newDraft, type AssetDraft } from '../draft.ts';
import {
  ifWritten,
  type Option,
  optionsOf,
  type Scalar,
  scalarOf,
  type Stated,
  toFact,
  toVersionFact,
  type Value,
} from '../../../values/index.ts';
import {
  areAboutVersions,
  engineKeys,
  familyKeys,
  isEngineKey,
  isEngineVersionKey,
  isForOtherEngine,
  isGroupKey,
  isKeyOfTable,
  isOtherVersionKey,
  isVersionKey,
  saysAurora,
  saysAws,
  snakeKey,
} from '../../../vocabulary/index.ts';
import {
  auroraReading,
  engineNamed,
  engineOfFamily,
  engineReading,
  engineWriting,
  isEngine,
  withoutQuotes,
} from '../../../products/index.ts';

/** The settings of a database of which only the version is seen: whatever else it is given stands elsewhere. */
export const UNSEEN_SETTINGS: Readonly<Record<string, Stated>> = {
  [OTHER_SETTINGS]: { state: 'unknown', reason: text('inventory.onlyVersion') },
};

/** What is written under a key, beside others. */
export interface Keyed {
  key: string;
  /** What it comes to; null where that is nothing. */
  value: () => Value | null;
}

/** A version among what is written in one place. */
export interface Pin<E extends Keyed = Keyed> {
  entry: E;
  version: Option['result'];
  /** What stands beside it as its engine. */
  engine: Value | null;
  /** The row of a map that decides for an environment. */
  environment: string | null;
}

/** Code that deploys something needs no name that says so: a version in full is a database's, whatever its key. */
export const DATABASE = 'database';

/**
 * The versions of engines that stand in one place; `above` are the keys that lead there. Of an engine that is ours for
 * certain also a version that is not known.
 * @param beside where their engines can stand
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
    // Most values are none: nothing is made of those.
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

/** The one key of an engine beside a version, whatever stands before the word. */
function onlyEngineKey(versionKey: string, byKey: ReadonlyMap<string, Keyed>): string | undefined {
  const [only, ...others] = versionKey === 'engine_version' ? [...byKey.keys()].filter(isEngineKey) : [];
  return others.length === 0 ? only : undefined;
}

/** The engine that the family of a parameter group names, where nothing else does. */
function engineOfFamilyIn(byKey: ReadonlyMap<string, Keyed>, versionKey: string): Value | null {
  const groups = [...byKey].map(([key, each]) => (isGroupKey(key) ? each.value() : null));
  const written = [
    ...familyKeys(versionKey).map((key) => byKey.get(key)?.value() ?? null),
    ...groups.map((group) => (group?.kind === 'map' ? (group.fields.get('family') ?? null) : null)),
  ]
    .map(scalarOf)
    .find((each) => each !== null);
  return written === undefined ? null : engineToldBy(written, engineOfFamily(written.text));
}

/** The engine of Aurora whose version it is, where the key says that it is one's. */
function engineOfKey(key: string, version: Value): Value | null {
  const written = saysAurora(key) ? scalarOf(version) : null;
  return written === null ? null : engineToldBy(written, auroraReading(written.text));
}

/** The name of an engine that something else tells, at its place. */
export function engineToldBy(written: Scalar, of: ReturnType<typeof engineOfFamily>): Value | null {
  return of === null ? null : { ...written, value: of.engine.api, text: of.engine.api };
}

/** The draft of a version that is written for a cluster which is not seen. */
export function draftOfPin(
  { version, engine, environment }: Omit<Pin, 'entry'>,
  of: Pick<AssetDraft, 'source' | 'name' | 'file' | 'at'> & Partial<AssetDraft>,
): AssetDraft {
  const written = { environment, engine: ifWritten(engine, toFact), version: toVersionFact(version) };
  return newDraft({ ...written, settings: UNSEEN_SETTINGS, ...of, kind: 'database' });
}

/** Whether a value under a key can be a version: whose it is, and whether it is one, what stands around it decides. */
export function mayBePin(key: string, value: Value): boolean {
  if (value.kind === 'choice') return value.options.some(({ result }) => isCandidate(key, value, result));
  return isCandidate(key, value, value);
}

function isCandidate(key: string, value: Value, result: Option['result']): boolean {
  // Under the one key that only databases have; a row of a map that lacks the key is none.
  if (result.kind === 'unknown')
    return isEngineVersionKey(key) && !(value.kind === 'choice' && result.isMissing);
  if (result.kind !== 'scalar' || result.value === null || typeof result.value === 'boolean') return false;
  return couldBePin(result.text);
}

function nameOf(engine: Value | null): string | null {
  const name = scalarOf(engine)?.value;
  return typeof name === 'string' ? name : null;
}

/** How every version begins, or the constant of one: most texts of a workspace do not. */
const BEGINS = /^[\s'"]*(?:\d|VER_)/;

/** Whether a version can be written in a text under a key, or in an expression in it: a quick question before the others. */
export function mayHoldPin(key: string, written: string): boolean {
  if (written.includes('{')) return true;
  return couldBePin(written) && (isVersionKey(key) || engineWriting(written) !== null);
}

/** Whether a text can be a version of an engine at all, whatever its key. */
export function couldBePin(written: string): boolean {
  return BEGINS.test(written) && isReadByAnEngine(written);
}

/** Code has the same few numbers over and over. */
const isReadByAnEngine = memoize((written: string) => engineReading(written) !== null);

/**
 * Whether a text under a key is a version of an engine. One in full (`8.0.mysql_aurora.3.04.0`) is by itself, whatever
 * stands beside it as engine, as long as a key above it, or the file's name, says what it is about; any other needs a key
 * of a version and the engine beside it. `names` lead to the text, its own key last; `engine` is null when none is
 * written.
 */
export function isVersionPin(names: readonly string[], written: string, engine: string | null): boolean {
  const isInFull = engineWriting(written) !== null;
  if (!couldBePin(written) || (engine === null && !isInFull)) return false;
  const keys = names.map(snakeKey);
  if (keys.some(isOtherVersionKey) || isKeyOfTable(names.at(-1) ?? '')) return false;
  if (isInFull) return areAboutVersions(keys);
  const named = engine === null ? null : engineNamed(engine);
  if (named === null || named.versions.read(withoutQuotes(written)).form === 'unknown') return false;
  const key = names.at(-1) ?? '';
  // An engine of RDS is called as the software is, which runs elsewhere, too.
  const isOnAws = named.engine.service !== 'rds' || isEngineVersionKey(snakeKey(key)) || names.some(saysAws);
  return isVersionKey(key) && isOnAws;
}
