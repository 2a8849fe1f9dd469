// Keys of versions in user-defined maps (variables, values, module inputs). The value itself, or the engine beside it,
// decides whose version it is. Keys are compared in snake case.

/**
 * Names of engine version keys in real code: `engine_version`, `db_engine_version`, `engine_version_mysql`,
 * `dbVersion`.
 */
const VERSION_KEY =
  /(?:^|_)engine_version(?:_|$)|(?:^|_)(?:db|aurora|mysql|rds|database|cluster)_version$|^version$/;
/** Words of keys for a source, an allowed or a minimum version instead of the version in use. */
const OTHER_WORDS = [
  ...['source', 'from', 'old', 'previous', 'allowed', 'allowlist', 'whitelist', 'approved', 'permitted'],
  ...['deprecated', 'valid', 'supported', 'expected', 'example', 'examples', 'description'],
  ...['min', 'minimum', 'max', 'maximum', 'major'],
];
const NO_VERSION_KEY = new RegExp(
  String.raw`(?:^|_)(?:${OTHER_WORDS.join('|')})(?:_|$)|^(?:one_of|any_of|all_of|enum)(?:\[|$)`,
);
/** Key of a row in a table of selectable versions, which is a version itself. */
const ROW_OF_VERSIONS = /^v?\d+(?:\.\d+)+(?:\.?mysql[-_]aurora[\w.]*)?$/;
/** Services and other cluster software with versions that look like ours. */
const OTHER_SERVICES = [
  ...['redis', 'valkey', 'memcached', 'elastic', 'opensearch', 'rabbit', 'activemq', '(?:^|_)mq(?:_|$)'],
  ...['docdb', 'documentdb', 'mongo', 'neptune', 'redshift', 'dms', 'kafka', 'msk', 'airflow', 'mwaa'],
  ...['kubernetes', '(?:^|_)(?:eks|aks|gke|k8s|kube|emr)(?:_|$)'],
];
const OF_OTHER_SERVICE = new RegExp(OTHER_SERVICES.join('|'));
/** Also matches engines that are not covered; `engine_version_pg` belongs to the engine in the same map. */
const OTHER_SERVICE = new RegExp(
  [
    ...OTHER_SERVICES,
    ...['(?<!engine_version_)postgres', '(?:^|(?<!engine_version)_)pg(?:_|$)'],
    ...['oracle', 'mssql', 'sqlserver', 'mariadb'],
  ].join('|'),
);
/** Fields that occur only in API responses and Terraform states: recorded values in a mock, an example or a listing. */
const RESPONSE_FIELD = new RegExp(
  `^(?:${[
    ...[String.raw`DB\w+Arn`, String.raw`DB\w+Status`, String.raw`\w+CreateTime`, 'PendingModifiedValues'],
    ...[
      'Db(?:i|Cluster)ResourceId',
      'ReaderEndpoint',
      'ValidUpgradeTarget',
      String.raw`DBEngine\w*Description`,
    ],
    ...['SupportedEngineModes', 'PermittedFileTypes', 'engine_version_actual', 'cluster_resource_id'],
    ...['hosted_zone_id', 'instanceResourceID'],
  ].join('|')})$`,
);
const OPTION_KEY = /\d\.\d|mysql|postgres|aurora|linux|amzn|al2|ubuntu/i;
/** Words of keys that may have a full version. */
const VERSION_SUBJECT = /version|aurora|engine|mysql|rds|(?:^|_)db(?:_|$)|database/;

/** Canonical key for comparisons: `dbVersion`, `db-version` and `app:dbVersion` become `db_version`. */
export function snakeKey(key: string): string {
  // Fast path for most keys: this is called for every key of a workspace.
  if (/^[a-z0-9_]*$/.test(key)) return key;
  return key
    .replace(/^[\w-]+:(?!:)/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase();
}

/** True for the key of a version in use. */
export function isVersionKey(key: string): boolean {
  if (!/version/i.test(key)) return false;
  const name = snakeKey(key);
  const isOther = OTHER_SERVICE.test(name) && !AURORA_WORDS.test(name);
  return (VERSION_KEY.test(name) || AURORA_WORDS.test(name)) && !NO_VERSION_KEY.test(name) && !isOther;
}

/** Providers of other clouds. Some of their databases have the same names of engine and version as Amazon RDS. */
const OTHER_CLOUDS = [
  'alicloud|azurerm|digitalocean|google|huaweicloud|ibm|linode|oci|ovh|scaleway|tencentcloud|volcengine',
  'vultr|yandex',
];
const OF_OTHER_CLOUD = new RegExp(`^(?:${OTHER_CLOUDS.join('|')})_`);
/** Exceptions that may contain versions of ours. */
const MAY_BE_OURS = /aurora|rds|^kubernetes_|beanstalk/;

/** True if a resource type or module source is named after a service without versions of ours. */
export function isOfOtherService(name: string): boolean {
  const words = snakeKey(name.slice(name.lastIndexOf('//') + 1)).replace(/\W+/g, '_');
  return OF_OTHER_CLOUD.test(name) || (OF_OTHER_SERVICE.test(words) && !MAY_BE_OURS.test(name));
}

/** True for a key that only database versions have: a version exists there, even if unknown. */
export function isEngineVersionKey(key: string): boolean {
  return key === 'engine_version' || (key.includes('engine_version') && isVersionKey(key));
}

/** True for the version key of another engine: `engine_version_mysql` beside `aurora-postgresql`. */
export function isForOtherEngine(key: string, engine: string): boolean {
  const [, named] = /(?:^|_)engine_version_(mysql|pg|postgres)/.exec(snakeKey(key)) ?? [];
  return named !== undefined && (named === 'mysql') === engine.includes('postgres');
}

/** True for a key of a version that is not the deployed one: for comparison, a source, or one of several choices. */
export function isOtherVersionKey(key: string): boolean {
  return NO_VERSION_KEY.test(snakeKey(key));
}

/** True if one of the keys, in snake case, may have a full version. */
export function hasVersionKey(keys: readonly string[]): boolean {
  return keys.some((key) => VERSION_SUBJECT.test(key));
}

/** True for a key that is a version itself, so its row belongs to a table of versions. */
export function isVersionTableKey(key: string): boolean {
  return ROW_OF_VERSIONS.test(key);
}

/** True for the key of a row to choose from: a version, an engine or a system, not an environment. */
export function isOptionKey(key: string): boolean {
  return OPTION_KEY.test(key);
}

/** True if an object with this key is an API response. */
export function isApiResponseKey(key: string): boolean {
  return RESPONSE_FIELD.test(key);
}

/** Keys of a parameter group family, which names the engine and its major version. */
const FAMILY_KEYS = [
  ...['family', 'parameter_group_family', 'cluster_family'],
  ...['db_parameter_group_family', 'cluster_parameter_group_family'],
];

/** Keys, in snake case, of the parameter group family that belongs to a version key; the nearest first. */
export function familyKeys(versionKey: string): readonly string[] {
  return withPrefix(versionKey, FAMILY_KEYS);
}

/** Words in keys that mean Aurora. Other software has the same name, but no engine version. */
const AURORA_WORDS =
  /(?:^|_)aurora_(?:\w+_)?engine_version(?:_|$)|(?:^|_)aurora_(?:pg|postgres\w*|mysql)_version$/;

/** True if a version key names Aurora. */
export function mentionsAurora(versionKey: string): boolean {
  return AURORA_WORDS.test(snakeKey(versionKey));
}

/** True if a key names AWS. */
export function mentionsAws(key: string): boolean {
  return /(?:^|_)(?:rds|aws|amazon)(?:_|$)/.test(snakeKey(key));
}

/** True for the key, in snake case, of an object with a parameter group family. */
export function isGroupKey(key: string): boolean {
  return /(?:^|_)parameter_group(?:_|$)/.test(key);
}

/** Keys, in snake case, of the engine that belongs to a version key; the nearest first. */
export function engineKeys(versionKey: string): readonly string[] {
  return withPrefix(versionKey, ['engine', 'engine_type', 'engine_name', 'db_engine']);
}

/** True for the key, in snake case, of an engine, with any prefix. */
export function isEngineKey(key: string): boolean {
  return key.endsWith('_engine');
}

/** Names with the version key's prefix, and without it. */
function withPrefix(versionKey: string, names: readonly string[]): readonly string[] {
  const prefix = snakeKey(versionKey).replace(/(?:engine_)?version.*$/, '');
  return [...names.map((name) => prefix + name), ...(prefix === '' ? [] : names)];
}
