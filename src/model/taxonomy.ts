/** Kinds of items of a release page; only fixes are known bugs of earlier releases. */
export const KINDS = ['fix', 'improvement', 'feature', 'notice'] as const;
export type Kind = (typeof KINDS)[number];

/** Worst effect of a fixed bug on its user. */
export const IMPACTS = [
  'data',
  'unavailability',
  'connectivity',
  'replication',
  'memory',
  'performance',
  'upgrade',
  'security',
  'observability',
  'functionality',
] as const;
export type Impact = (typeof IMPACTS)[number];

/** Worst first. A CVE without a rating is `unrated`: neither known to matter nor known to be harmless. */
export const SEVERITIES = ['critical', 'high', 'medium', 'unrated', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Severities of findings, which can also merely inform. */
export type FindingSeverity = Severity | 'info';

/** Features that a bug may need to occur; a bug without features can affect any cluster. */
export const FEATURES = [
  'binlog',
  'parallel-query',
  'global-database',
  'serverless',
  'write-forwarding',
  'backtrack',
  'audit-log',
  'full-text-search',
  'partitioned-tables',
  'ddl',
  'blue-green',
  'zero-etl',
  'iam-auth',
  's3-import-export',
  'lambda',
  'machine-learning',
  'performance-insights',
  'performance-schema',
  'database-activity-streams',
  'replicas',
  'connection-surge',
  'ssl-tls',
  'xa',
  'spatial',
  'json',
  'hash-join',
  'temp-tables',
  'stored-programs',
  'triggers',
  'foreign-keys',
  'views',
  'prepared-statements',
  'query-cache',
  'clone',
  'snapshot-restore',
  'upgrade',
  'zero-downtime-patching',
  'innodb-statistics',
  'adaptive-hash-index',
  'compressed-tables',
  'generated-columns',
  'gtid',
  'proxy',
  'rds-data-api',
  'locking',
  'large-volume',
  'kill-query',
  'time-zone',
  'enhanced-binlog',
  'multi-master',
  'buffer-pool',
  'logical-replication',
  'inbound-replication',
  'babelfish',
  'limitless',
  'query-plan-management',
  'apgcc',
  'optimized-reads',
  'vacuum',
  'subtransactions',
  'two-phase-commit',
  'large-objects',
  'listen-notify',
  'special-indexes',
  'xml',
  'foreign-data-wrappers',
  'kerberos',
  'pgvector',
  'postgis',
  'pg-cron',
  'extensions',
  'dynamic-data-masking',
  'instance-class',
  /** Only a property of clusters: no bug has this label. */
  'serverless-v1',
] as const;
export type Feature = (typeof FEATURES)[number];

/**
 * Features that have to be in use for a bug to occur: one of each list. Features of one list are alternatives, lists
 * are a conjunction: `[['binlog', 'xa'], ['locking']]` needs locking, and the binary log or XA. Empty: no feature is needed.
 */
export type Needs = readonly (readonly Feature[])[];

/** Variants of features that were introduced separately, later or on fewer major versions. */
export const FEATURE_FORMS = [
  'serverless-v1',
  'serverless-v2',
  'serverless-auto-pause',
  'local-write-forwarding',
  'in-memory-relay-log',
  'binlog-io-cache',
  'parallel-secondary-indexes',
  'multi-source-binlog',
  'delayed-binlog',
  'bedrock',
  'storage-256-tib',
  'directory-groups',
] as const;
export type FeatureForm = (typeof FEATURE_FORMS)[number];

/** Circumstances of a bug and its victims, by the words of its fix. */
export const TRAITS = [
  'rare', // the notes call it rare, infrequent, an edge case
  'load', // high load, many connections, heavy or concurrent work
  'everyday', // ordinary statements, transactions or connections suffice
  'narrow', // one form of a statement, one odd value or setting
  'event', // only around a restart, failover, patching or scaling
  'reader', // only a reader is affected
  'privileged', // an administrator has to do something unusual
  'unprovoked', // the service itself triggers it, without any workload
  'damage', // it leaves damage in tables, indexes or constraints, or asks for work after the update
  'lasting', // a restart does not end it: a restart loop, an engine that does not start
] as const;
export type Trait = (typeof TRAITS)[number];

/** Decision of a good DBA: upgrade now, at the next maintenance, or not because of this bug. */
export const URGENCIES = ['urgent', 'ordinary', 'minor'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** True if any bug is urgent, for `--fail-on` and every count. */
export function hasUrgent(bugs: readonly { urgency: Urgency }[]): boolean {
  return bugs.some(({ urgency }) => urgency === 'urgent');
}

const SEVERITY_ORDER: readonly FindingSeverity[] = [...SEVERITIES, 'info'];

/** Negative if `a` is worse than `b`: sorts the worst first. */
export function compareSeverity(a: FindingSeverity, b: FindingSeverity): number {
  return SEVERITY_ORDER.indexOf(a) - SEVERITY_ORDER.indexOf(b);
}

/** Negative if `a` is the worse impact (the order of taxonomy: data first). */
export function compareImpact(a: Impact, b: Impact): number {
  return IMPACTS.indexOf(a) - IMPACTS.indexOf(b);
}

/** True for critical and high severity. */
export function isSerious(severity: FindingSeverity): boolean {
  return severity === 'critical' || severity === 'high';
}
