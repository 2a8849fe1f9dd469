/** What an item of a release page is; only fixes are known bugs of earlier releases. */
export const KINDS = ['fix', 'improvement', 'feature', 'notice'] as const;
export type Kind = (typeof KINDS)[number];

/** The worst thing that a fixed bug does to its user. */
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

/** Worst first. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Findings can also merely inform. */
export type FindingSeverity = Severity | 'info';

/** What has to be in use for a bug to bite; a bug without features can hit any cluster. */
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
] as const;
export type Feature = (typeof FEATURES)[number];

const SEVERITY_ORDER: readonly FindingSeverity[] = [...SEVERITIES, 'info'];

/** Negative when `a` is worse than `b`: sorts the worst first. */
export function compareSeverity(a: FindingSeverity, b: FindingSeverity): number {
  return SEVERITY_ORDER.indexOf(a) - SEVERITY_ORDER.indexOf(b);
}

/** Negative when `a` is the worse impact (the order of taxonomy: data first). */
export function compareImpact(a: Impact, b: Impact): number {
  return IMPACTS.indexOf(a) - IMPACTS.indexOf(b);
}

/** Critical and high bugs are the serious ones. */
export function isSerious(severity: FindingSeverity): boolean {
  return severity === 'critical' || severity === 'high';
}
