import { readAuroraVersion } from '../../../model/index.ts';
import { isAuroraMysql } from '../understand.ts';
import { mapResult, optionsOf, scalarOf } from './result.ts';
import type { ObjectResult, Result, ScalarResult, UnknownResult } from './result.ts';

// Versions in the maps that people hand to modules: which of them are Aurora MySQL's is told by the value itself or by
// the engine beside it.

/** An object that holds a version. */
export interface Pin {
  /** Keys that lead to the object, from the one that was searched. */
  path: readonly string[];
  object: ObjectResult;
  engine: Result | null;
  version: ScalarResult | UnknownResult;
  /** The row of a map that decides for an environment. */
  environment: string | null;
}

/** Names of engine versions in the wild: `engine_version`, `db_engine_version`, `engine_version_mysql`, `dbVersion`. */
const VERSION_KEY =
  /(?:^|_)engine_?version(?:_|$)|^(?:db|aurora|mysql|aurora_mysql|rds|database|cluster)_?version$|^version$/i;
const ENGINE_KEY = /(?:^|_)engine(?:_name|_type|_family)?$/i;
/** Versions that something comes from, may have or must not be below, instead of what it is. */
const OTHER_KEY =
  /(?:^|_)(?:source|from|old|previous|allowed|valid|supported|min|minimum|max|maximum|description)(?:_|$)/i;
/** Services whose versions look like ours. */
const OTHER_SERVICE =
  /redis|valkey|memcached|elasticache|elastic|opensearch|rabbit|activemq|(?:^|_)mq(?:_|$)|docdb|documentdb|mongo|neptune|postgres|(?:^|_)pg(?:_|$)|kafka|msk|oracle|mssql|sqlserver|mariadb|dms/i;
const FULL_VERSION = /^\d+\.\d+\.(?:serverless_)?mysql_aurora\.\d/;
const DEEPEST = 8;
const MOST_PINS = 500;

/** The Aurora MySQL versions in a value, wherever they are in it. Lists of texts are choices, not pins. */
export function pinsIn(result: Result, path: readonly string[] = [], found: Pin[] = []): Pin[] {
  if (path.length > DEEPEST || found.length > MOST_PINS) return found;
  if (result.kind === 'list') {
    for (const [i, item] of result.items.entries()) pinsIn(item, [...path, String(i)], found);
  }
  if (result.kind === 'choice') for (const option of result.options) pinsIn(option.result, path, found);
  if (result.kind !== 'object') return found;
  const engine = engineOf(result);
  for (const [key, field] of result.fields) {
    if (OTHER_KEY.test(key)) continue;
    for (const { label: environment, result: option } of optionsOf(field)) {
      if (isPin(key, option, engine) || isUnknownPin(key, option, engine)) {
        found.push({ path, object: result, engine, version: option, environment });
      } else pinsIn(option, [...path, key], found);
    }
  }
  return found;
}

/** Aurora MySQL for certain, of a version that only the deployment knows. */
function isUnknownPin(key: string, option: Result, engine: Result | null): option is UnknownResult {
  const name = engine === null ? null : scalarOf(engine)?.value;
  return (
    option.kind === 'unknown' && key === 'engine_version' && typeof name === 'string' && isAuroraMysql(name)
  );
}

function engineOf(object: ObjectResult): Result | null {
  const [, engine = null] = [...object.fields].find(([key]) => ENGINE_KEY.test(key)) ?? [];
  return engine;
}

function isPin(key: string, option: Result, engine: Result | null): option is ScalarResult {
  if (option.kind !== 'scalar' || option.value === null || typeof option.value === 'boolean') return false;
  const { text } = option;
  const engineName = engine === null ? null : scalarOf(engine)?.value;
  if (typeof engineName === 'string' && !isAuroraMysql(engineName)) return false;
  if (FULL_VERSION.test(text)) return readAuroraVersion(text).form !== 'unknown';
  const isKey = VERSION_KEY.test(key) && !OTHER_SERVICE.test(key);
  return typeof engineName === 'string' && isKey && readAuroraVersion(text).form !== 'unknown';
}

/** Whether a value in itself is an Aurora MySQL version in full. */
export function isFullVersion(result: Result): boolean {
  let isFull = false;
  mapResult(result, (inner) => {
    if (inner.kind === 'scalar' && typeof inner.value === 'string') isFull ||= FULL_VERSION.test(inner.value);
    return inner;
  });
  return isFull;
}
