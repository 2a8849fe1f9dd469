// Versions in maps that people make up themselves (variables, values, inputs of modules): which of them are Aurora
// MySQL's is told by the value itself, or by the engine beside it. Keys are compared in snake case.

/** Names of engine versions in the wild: `engine_version`, `db_engine_version`, `engine_version_mysql`, `dbVersion`. */
const VERSION_KEY =
  /(?:^|_)engine_version(?:_|$)|(?:^|_)(?:db|aurora|mysql|rds|database|cluster)_version$|^version$/;
/** Keys of versions that say what something comes from, may be or must not be below, not what it is. */
const OTHER_WORDS = [
  ...['source', 'from', 'old', 'previous', 'allowed', 'allowlist', 'whitelist', 'approved', 'permitted'],
  ...['deprecated', 'valid', 'supported', 'expected', 'example', 'examples', 'description'],
  ...['min', 'minimum', 'max', 'maximum', 'major'],
];
const OTHER_KEY = new RegExp(
  String.raw`(?:^|_)(?:${OTHER_WORDS.join('|')})(?:_|$)|^(?:one_of|any_of|all_of|enum)(?:\[|$)`,
);
/** A row of a table that has a version for every version, of which somebody chooses. */
const ROW_OF_VERSIONS = /^v?\d+(?:\.\d+)+(?:\.?mysql[-_]aurora[\w.]*)?$/;
/** Services, and what else runs in clusters, whose versions look like ours. */
const OTHER_SERVICES = [
  ...['redis', 'valkey', 'memcached', 'elastic', 'opensearch', 'rabbit', 'activemq', '(?:^|_)mq(?:_|$)'],
  ...['docdb', 'documentdb', 'mongo', 'neptune', 'redshift', 'dms', 'kafka', 'msk', 'airflow', 'mwaa'],
  ...['kubernetes', '(?:^|_)(?:eks|aks|gke|k8s|kube|emr)(?:_|$)'],
];
const OF_OTHER_SERVICE = new RegExp(OTHER_SERVICES.join('|'));
/** As well as the engines that are not ours; `engine_version_pg` is that of the engine beside it. */
const OTHER_SERVICE = new RegExp(
  [
    ...OTHER_SERVICES,
    ...['(?<!engine_version_)postgres', '(?:^|(?<!engine_version)_)pg(?:_|$)'],
    ...['oracle', 'mssql', 'sqlserver', 'mariadb'],
  ].join('|'),
);
/** Fields that only answers of the API and states of Terraform have: what ran once, in a mock, an example or a listing. */
const ANSWER = new RegExp(
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
/** What a full version can be expected under. */
const SUBJECT = /version|aurora|engine|mysql|rds|(?:^|_)db(?:_|$)|database/;

/** A key as keys are compared: `dbVersion`, `db-version` and `app:dbVersion` are `db_version`. */
export function snakeKey(key: string): string {
  // As most keys are; this is asked of every one that a workspace has.
  if (/^[a-z0-9_]*$/.test(key)) return key;
  return key
    .replace(/^[\w-]+:(?!:)/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase();
}

/** Whether a key is that of a version which is in use. */
export function isVersionKey(key: string): boolean {
  if (!/version/i.test(key)) return false;
  const name = snakeKey(key);
  const isOther = OTHER_SERVICE.test(name) && !SAYS_AURORA.test(name);
  return (VERSION_KEY.test(name) || SAYS_AURORA.test(name)) && !OTHER_KEY.test(name) && !isOther;
}

/** Providers of other clouds, some of whose databases name engine and version as Amazon RDS does. */
const OF_OTHER_CLOUD =
  /^(?:alicloud|azurerm|digitalocean|google|huaweicloud|ibm|linode|oci|ovh|scaleway|tencentcloud|volcengine|vultr|yandex)_/;
/** What is called like others and may hold versions of ours. */
const MAY_BE_OURS = /aurora|rds|^kubernetes_|beanstalk/;

/** Whether a type of resources, or the source of a module, is named after a service that has no versions of ours. */
export function isOfOtherService(name: string): boolean {
  const words = snakeKey(name.slice(name.lastIndexOf('//') + 1)).replace(/\W+/g, '_');
  return OF_OTHER_CLOUD.test(name) || (OF_OTHER_SERVICE.test(words) && !MAY_BE_OURS.test(name));
}

/** Whether a key is one that only the versions of databases have: there a version is, even where it is not known. */
export function isEngineVersionKey(key: string): boolean {
  return key === 'engine_version' || (key.includes('engine_version') && isVersionKey(key));
}

/** Whether a key is that of the version for another engine: `engine_version_mysql` beside `aurora-postgresql`. */
export function isForOtherEngine(key: string, engine: string): boolean {
  const [, named] = /(?:^|_)engine_version_(mysql|pg|postgres)/.exec(snakeKey(key)) ?? [];
  return named !== undefined && (named === 'mysql') === engine.includes('postgres');
}

/** Whether a key says that its version is one to compare with, to come from or to choose among. */
export function isOtherVersionKey(key: string): boolean {
  return OTHER_KEY.test(snakeKey(key));
}

/** Whether a full version can be expected under one of some keys, in snake case. */
export function areAboutVersions(keys: readonly string[]): boolean {
  return keys.some((key) => SUBJECT.test(key));
}

/** Whether a key is a version itself: its row is one of a table of versions. */
export function isKeyOfTable(key: string): boolean {
  return ROW_OF_VERSIONS.test(key);
}

/** Whether a row is one of a table to choose from, keyed by a version, an engine or a system, not by an environment. */
export function isOptionKey(key: string): boolean {
  return OPTION_KEY.test(key);
}

/** Whether an object with this key is an answer of the API. */
export function isAnswerKey(key: string): boolean {
  return ANSWER.test(key);
}

/** Keys of the family of a parameter group, which names the engine and its major version. */
const FAMILY_KEYS = [
  ...['family', 'parameter_group_family', 'cluster_family'],
  ...['db_parameter_group_family', 'cluster_parameter_group_family'],
];

/** The keys, in snake case, of the family of the group whose engine has the version under a key; the nearest first. */
export function familyKeys(versionKey: string): readonly string[] {
  return withPrefix(versionKey, FAMILY_KEYS);
}

/** Other software is called Aurora, too: it has no engine. */
const SAYS_AURORA =
  /(?:^|_)aurora_(?:\w+_)?engine_version(?:_|$)|(?:^|_)aurora_(?:pg|postgres\w*|mysql)_version$/;

/** Whether the key of a version says itself that it is Aurora's. */
export function saysAurora(versionKey: string): boolean {
  return SAYS_AURORA.test(snakeKey(versionKey));
}

/** True if a key says that what it is about runs on AWS. */
export function saysAws(key: string): boolean {
  return /(?:^|_)(?:rds|aws|amazon)(?:_|$)/.test(snakeKey(key));
}

/** Whether a key, in snake case, is that of an object with the family of a parameter group. */
export function isGroupKey(key: string): boolean {
  return /(?:^|_)parameter_group(?:_|$)/.test(key);
}

/** The keys, in snake case, under which the engine stands whose version stands under a key; the nearest first. */
export function engineKeys(versionKey: string): readonly string[] {
  return withPrefix(versionKey, ['engine', 'engine_type', 'engine_name', 'db_engine']);
}

/** Whether a key, in snake case, is that of an engine, whatever stands before the word. */
export function isEngineKey(key: string): boolean {
  return key.endsWith('_engine');
}

/** Names with what stands before the version in its key, and as they are. */
function withPrefix(versionKey: string, names: readonly string[]): readonly string[] {
  const prefix = snakeKey(versionKey).replace(/(?:engine_)?version.*$/, '');
  return [...names.map((name) => prefix + name), ...(prefix === '' ? [] : names)];
}
