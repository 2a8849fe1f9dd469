import type { SettingValue } from '../../model/index.ts';

/** Days of the CDK's log retention constants; 0 means permanently. */
const RETENTION_DAYS: Readonly<Record<string, number>> = {
  ONE_DAY: 1,
  THREE_DAYS: 3,
  FIVE_DAYS: 5,
  ONE_WEEK: 7,
  TWO_WEEKS: 14,
  ONE_MONTH: 30,
  TWO_MONTHS: 60,
  THREE_MONTHS: 90,
  FOUR_MONTHS: 120,
  FIVE_MONTHS: 150,
  SIX_MONTHS: 180,
  ONE_YEAR: 365,
  THIRTEEN_MONTHS: 400,
  EIGHTEEN_MONTHS: 545,
  TWO_YEARS: 731,
  THREE_YEARS: 1096,
  FIVE_YEARS: 1827,
  SIX_YEARS: 2192,
  SEVEN_YEARS: 2557,
  EIGHT_YEARS: 2922,
  NINE_YEARS: 3288,
  TEN_YEARS: 3653,
  INFINITE: 0,
};
const COMPARISONS: Readonly<Record<string, string>> = {
  GREATER_THAN_OR_EQUAL_TO_THRESHOLD: 'GreaterThanOrEqualToThreshold',
  GREATER_THAN_THRESHOLD: 'GreaterThanThreshold',
  LESS_THAN_THRESHOLD: 'LessThanThreshold',
  LESS_THAN_OR_EQUAL_TO_THRESHOLD: 'LessThanOrEqualToThreshold',
};

/** API values of the CDK's enumeration members. */
const ENUMERATIONS: Readonly<Record<string, (member: string) => SettingValue | undefined>> = {
  RetentionDays: (member) => RETENTION_DAYS[member],
  PerformanceInsightRetention: performanceInsightDays,
  DatabaseInsightsMode: (member) => member.toLowerCase(),
  CaCertificate: (member) => member.toLowerCase().replaceAll('_', '-'),
  LifecycleTransition: (member) => `autoscaling:EC2_${member}`,
  DefaultResult: (member) => member,
  TerminateHookAbandonAction: (member) => member.toLowerCase(),
  ComparisonOperator: (member) => COMPARISONS[member],
  Protocol: (member) => member,
  RemovalPolicy: (member) => member,
  ApplicationProtocol: (member) => member,
};
/** API names of the engines of the enumerations of engine versions. */
const ENUMERATED_ENGINES: Readonly<Record<string, string>> = {
  AuroraMysqlEngineVersion: 'aurora-mysql',
  AuroraPostgresEngineVersion: 'aurora-postgresql',
  AuroraEngineVersion: 'aurora',
  PostgresEngineVersion: 'postgres',
  MysqlEngineVersion: 'mysql',
};
/** Enumerations of engine versions. */
export const VERSION_ENUMERATIONS = Object.keys(ENUMERATED_ENGINES);
/** {@link VERSION_ENUMERATIONS} as a pattern. */
export const VERSION_ENUMERATION = `(?:${VERSION_ENUMERATIONS.join('|')})`;
const ENUMERATION_NAME = new RegExp(VERSION_ENUMERATION);

/** API name of the engine whose version enumeration code names; null if it names none. */
export function enumeratedEngine(code: string): string | null {
  const [type = ''] = ENUMERATION_NAME.exec(code) ?? [];
  return ENUMERATED_ENGINES[type] ?? null;
}

/**
 * Member of an enumeration. Types have no underscores, members nothing but capitals, digits and underscores; Go joins
 * both in one name.
 */
const ENUMERATION_MEMBER = /(?<![A-Za-z0-9])([A-Z][A-Za-z0-9]*)\s*[._]\s*([A-Z][A-Z0-9_]*)(?:\(\))?$/;

/** CDK constant for days of log retention; null if there is none. */
export function retentionConstant(days: number): string | null {
  return Object.entries(RETENTION_DAYS).find(([, each]) => each === days)?.[0] ?? null;
}

/** Value of `logs.RetentionDays.ONE_MONTH` and the like; undefined for any other code. */
export function enumeratedValue(code: string): SettingValue | undefined {
  const [, type = '', member = ''] = ENUMERATION_MEMBER.exec(code.length > 200 ? '' : code) ?? [];
  return ENUMERATIONS[type]?.(member);
}

function performanceInsightDays(member: string): number | undefined {
  if (member === 'DEFAULT') return 7;
  if (member === 'LONG_TERM') return 731;
  const months = /^MONTHS_(\d+)$/.exec(member)?.[1];
  return months === undefined ? undefined : Number(months) * 31;
}

/** Metrics of the CDK's construct methods, by lower-case method name. */
const METRICS: ReadonlyMap<string, string> = new Map(
  [
    ...['DatabaseConnections', 'CPUUtilization', 'FreeableMemory', 'FreeLocalStorage', 'Deadlocks'],
    'FreeStorageSpace',
    ...['EngineUptime', 'HealthyHostCount', 'UnHealthyHostCount', 'TargetConnectionErrorCount'],
  ].map((name) => [`metric${name.toLowerCase()}`, name]),
);

/** Name of the metric that a construct's method returns; null for other methods. */
export function metricOfMethod(method: string): string | null {
  return METRICS.get(method.toLowerCase()) ?? null;
}

/** Families of instance classes that the CDK also names by purpose. */
const CLASS_FAMILIES: Readonly<Record<string, string>> = {
  BURSTABLE: 't',
  MEMORY: 'r',
  STANDARD: 'm',
  COMPUTE: 'c',
};
const MAKER_SUFFIXES: Readonly<Record<string, string>> = { '': '', GRAVITON: 'g', INTEL: 'i', AMD: 'a' };
/** Groups: the purpose, the generation and the maker, or the short name. */
const INSTANCE_CLASS = new RegExp(
  [
    String.raw`InstanceClass[._](?:(${Object.keys(CLASS_FAMILIES).join('|')})(\d)(?:_(GRAVITON|INTEL|AMD))?`,
    String.raw`([A-Z]\d[A-Z]{0,2}))$`,
  ].join('|'),
);
const INSTANCE_SIZE = /InstanceSize[._](NANO|MICRO|SMALL|MEDIUM|(X?)LARGE(\d*)|METAL)$/;

/** `r6g.large` for `InstanceClass.MEMORY6_GRAVITON` and `InstanceSize.LARGE`; null if unknown. */
export function instanceType(classCode: string, sizeCode: string): string | null {
  const family = INSTANCE_CLASS.exec(classCode);
  const size = INSTANCE_SIZE.exec(sizeCode);
  if (family === null || size === null) return null;
  const [, purpose = '', generation = '', maker = '', short] = family;
  const written = short ?? `${CLASS_FAMILIES[purpose] ?? ''}${generation}${MAKER_SUFFIXES[maker] ?? ''}`;
  const [, name = '', , times = ''] = size;
  return `${written.toLowerCase()}.${times}${name.slice(0, name.length - times.length).toLowerCase()}`;
}
