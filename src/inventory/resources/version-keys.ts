import { engineNamed, engineReading, engineWriting } from '../../products/index.ts';

// Versions in maps that people make up themselves (variables, values, inputs of modules): which of them are Aurora
// MySQL's is told by the value itself, or by the engine beside it. Keys are compared in snake case.

/** Names of engine versions in the wild: `engine_version`, `db_engine_version`, `engine_version_mysql`, `dbVersion`. */
const VERSION_KEY =
  /(?:^|_)engine_version(?:_|$)|(?:^|_)(?:db|aurora|mysql|rds|database|cluster)_version$|^version$/;
/** Keys of versions that say what something comes from, may be or must not be below, not what it is. */
const OTHER_KEY =
  /(?:^|_)(?:source|from|old|previous|allowed|allowlist|whitelist|approved|permitted|deprecated|valid|supported|expected|example|examples|min|minimum|max|maximum|major|description)(?:_|$)|^(?:one_of|any_of|all_of|enum)(?:\[|$)/;
/** A row of a table that has a version for every version, of which somebody chooses. */
const ROW_OF_VERSIONS = /^v?\d+(?:\.\d+)+(?:\.?mysql[-_]aurora[\w.]*)?$/;
/** Services whose versions look like ours. */
const OTHER_SERVICE =
  /redis|valkey|memcached|elastic|opensearch|rabbit|activemq|(?:^|_)mq(?:_|$)|docdb|documentdb|mongo|neptune|postgres|(?:^|_)pg(?:_|$)|kafka|msk|oracle|mssql|sqlserver|mariadb|dms/;
/** Fields that only answers of the API and states of Terraform have: what ran once, in a mock, an example or a listing. */
const ANSWER =
  /^(?:DB\w+Arn|DB\w+Status|\w+CreateTime|PendingModifiedValues|Db(?:i|Cluster)ResourceId|ReaderEndpoint|ValidUpgradeTarget|DBEngine\w*Description|SupportedEngineModes|PermittedFileTypes|engine_version_actual|cluster_resource_id|hosted_zone_id)$/;
const OPTION_KEY = /\d\.\d|mysql|postgres|aurora|linux|amzn|al2|ubuntu/i;
/** What a full version can be expected under. */
const SUBJECT = /version|aurora|engine|mysql|rds|(?:^|_)db(?:_|$)|database/;

export function snakeCase(key: string): string {
  // As most keys are; this is asked of every one that a workspace has.
  if (/^[a-z0-9_]*$/.test(key)) return key;
  return key
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase();
}

/** Whether a text can be a version of an engine at all, whatever its key. */
export function couldBePin(written: string): boolean {
  return engineReading(written) !== null;
}

/** Whether a key is that of a version which is in use. */
export function isVersionKey(key: string): boolean {
  if (!/version/i.test(key)) return false;
  const name = snakeCase(key);
  return VERSION_KEY.test(name) && !OTHER_KEY.test(name) && !OTHER_SERVICE.test(name);
}

/** Whether a key says that its version is one to compare with, to come from or to choose among. */
export function isOtherVersionKey(key: string): boolean {
  return OTHER_KEY.test(snakeCase(key));
}

/** Whether a row is one of a table to choose from, keyed by a version, an engine or a system, not by an environment. */
export function isOptionKey(key: string): boolean {
  return OPTION_KEY.test(key);
}

/** Whether an object with this key is an answer of the API. */
export function isAnswerKey(key: string): boolean {
  return ANSWER.test(key);
}

/** The keys, in snake case, under which the engine stands whose version stands under a key; the nearest first. */
export function engineKeys(versionKey: string): readonly string[] {
  const prefix = snakeCase(versionKey).replace(/(?:engine_)?version.*$/, '');
  const names = ['engine', 'engine_type', 'engine_name', 'db_engine'];
  return [...names.map((name) => prefix + name), ...(prefix === '' ? [] : names)];
}

/**
 * Whether a text under a key is a version of an engine. One in full (`8.0.mysql_aurora.3.04.0`) is by itself, whatever
 * stands beside it as engine, as long as a key above it, or the file's name, says what it is about; any other needs a key
 * of a version and the engine beside it. `names` lead to the text, its own key last; `engine` is null when none is
 * written.
 */
export function isVersionPin(names: readonly string[], written: string, engine: string | null): boolean {
  const keys = names.map(snakeCase);
  if (keys.some((key) => OTHER_KEY.test(key)) || !couldBePin(written)) return false;
  if (ROW_OF_VERSIONS.test(names.at(-1) ?? '')) return false;
  if (engineWriting(written) !== null) return keys.some((key) => SUBJECT.test(key));
  const named = engine === null ? null : engineNamed(engine);
  if (named === null || named.versions.read(written).form === 'unknown') return false;
  return isVersionKey(names.at(-1) ?? '');
}
