import { isUnknownParameter, isUnknownSetting } from '../../model/index.ts';
import type { Applies, Asset, Feature, KnownBug, SettingValue } from '../../model/index.ts';

/** What is known about features in one asset. A feature that is not in the map is unknown: it counts as possible. */
export type FeatureStates = ReadonlyMap<Feature, 'on' | 'off'>;

type State = 'on' | 'off' | 'unknown';

/**
 * What the settings of a cluster tell about one feature. Defaults are Aurora's own and equal in every tool; an engine
 * default applies only where it is known which parameter groups the cluster uses.
 */
const RULES: Partial<Record<Feature, (asset: Asset) => State>> = {
  binlog: (a) => parameter(a, 'binlog_format', (value) => !/^off$/i.test(value), 'off'),
  'enhanced-binlog': (a) => parameter(a, 'aurora_enhanced_binlog', isSwitchedOn, 'off'),
  'parallel-query': (a) =>
    a.settings.engineMode === 'parallelquery'
      ? 'on'
      : parameter(a, 'aurora_parallel_query', isSwitchedOn, 'off'),
  'hash-join': (a) => parameter(a, 'aurora_disable_hash_join', (value) => !isSwitchedOn(value), 'unknown'),
  'audit-log': (a) => parameter(a, 'server_audit_logging', isSwitchedOn, 'off'),
  'performance-schema': (a) => parameter(a, 'performance_schema', isSwitchedOn, 'unknown'),
  'adaptive-hash-index': (a) => parameter(a, 'innodb_adaptive_hash_index', isSwitchedOn, 'unknown'),
  'query-cache': (a) => parameter(a, 'query_cache_type', isSwitchedOn, 'unknown'),
  gtid: (a) => parameter(a, 'gtid-mode', (value) => !/^off/i.test(value), 'unknown'),
  lambda: (a) => role(a, 'aws_default_lambda_role', 'Lambda'),
  'machine-learning': (a) => role(a, 'aws_default_sagemaker_role', 'SageMaker'),
  's3-import-export': (a) => role(a, 'aws_default_s3_role', 's3Import'),
  'performance-insights': (a) => setting(a, 'performanceInsightsEnabled', isSwitchedOn, 'unknown'),
  'iam-auth': (a) => setting(a, 'iamDatabaseAuthenticationEnabled', isSwitchedOn, 'off'),
  'rds-data-api': (a) => setting(a, 'httpEndpointEnabled', isSwitchedOn, 'off'),
  backtrack: (a) => setting(a, 'backtrackWindow', (value) => Number(value) > 0, 'off'),
  'database-activity-streams': (a) =>
    setting(a, 'activityStreamStatus', (value) => value === 'started', 'unknown'),
  'global-database': globalDatabase,
  'write-forwarding': (a) =>
    eitherOn(
      setting(a, 'enableLocalWriteForwarding', isSwitchedOn, 'off'),
      setting(a, 'enableGlobalWriteForwarding', isSwitchedOn, 'off'),
    ),
  serverless: serverless,
  replicas: replicas,
};

/** The features that are known to be on or off in an asset; `inUse` are those that its team declared. */
export function featureStates(asset: Asset, inUse: readonly Feature[] = []): FeatureStates {
  const states = new Map<Feature, 'on' | 'off'>();
  for (const [feature, rule] of Object.entries(RULES) as [Feature, (asset: Asset) => State][]) {
    const state = rule(asset);
    if (state !== 'unknown') states.set(feature, state);
  }
  for (const feature of inUse) states.set(feature, 'on');
  return states;
}

/** The same text for states that say the same. */
export function keyOfStates(states: FeatureStates): string {
  return [...states]
    .map(([feature, state]) => `${feature}=${state}`)
    .sort()
    .join(',');
}

/** `off` when one of the bug's needs cannot be met, `on` when every one is; a bug that needs nothing is possible everywhere. */
export function appliesTo({ needs }: Pick<KnownBug, 'needs'>, states: FeatureStates): Applies {
  if (needs.length === 0) return 'possible';
  if (needs.some((either) => either.every((feature) => states.get(feature) === 'off'))) return 'off';
  return needs.every((either) => either.some((feature) => states.get(feature) === 'on')) ? 'on' : 'possible';
}

function setting(asset: Asset, name: string, isOn: (value: string) => boolean, whenAbsent: State): State {
  if (isUnknownSetting(asset, name)) return 'unknown';
  return fromValue(asset.settings[name], isOn, whenAbsent);
}

function parameter(asset: Asset, name: string, isOn: (value: string) => boolean, whenAbsent: State): State {
  if (isUnknownParameter(asset, name)) return 'unknown';
  return fromValue(asset.settings[name], isOn, knowsParameterGroups(asset) ? whenAbsent : 'unknown');
}

function fromValue(
  value: SettingValue | undefined,
  isOn: (value: string) => boolean,
  whenAbsent: State,
): State {
  if (value === undefined || value === null) return whenAbsent;
  if (typeof value === 'object') return 'unknown';
  return isOn(String(value)) ? 'on' : 'off';
}

/** A default group holds engine defaults; any other group must have been read. */
function knowsParameterGroups(asset: Asset): boolean {
  if (isUnknownSetting(asset, 'dbClusterParameterGroupName')) return false;
  const name = asset.settings.dbClusterParameterGroupName;
  if (name === undefined || name === null) return true;
  if (typeof name === 'string' && name.startsWith('default.')) return true;
  return asset.links.some(({ role }) => role === 'cluster-parameter-group');
}

function isSwitchedOn(value: string): boolean {
  return /^(1|on|true|yes|enabled)$/i.test(value);
}

function eitherOn(a: State, b: State): State {
  if (a === 'on' || b === 'on') return 'on';
  return a === 'off' && b === 'off' ? 'off' : 'unknown';
}

/** A role makes a feature possible; that no role is written proves nothing, because roles can be added elsewhere. */
function role(asset: Asset, parameterName: string, featureName: string): State {
  const names = listOf(asset.settings.associatedRoles).map(featureNameOf);
  if (names.includes(featureName)) return 'on';
  return parameter(asset, parameterName, (value) => value !== '', 'unknown') === 'on' ? 'on' : 'unknown';
}

function featureNameOf(role: SettingValue): SettingValue | undefined {
  return typeof role === 'object' && role !== null && 'featureName' in role ? role.featureName : undefined;
}

function listOf(value: SettingValue | undefined): readonly SettingValue[] {
  return Array.isArray(value) ? (value as readonly SettingValue[]) : [];
}

function globalDatabase(asset: Asset): State {
  if (asset.settings.engineMode === 'global') return 'on';
  return setting(asset, 'globalClusterIdentifier', (value) => value !== '', 'off');
}

/** Serverless v1 is an engine mode, v2 an instance class. */
function serverless(asset: Asset): State {
  if (asset.settings.engineMode === 'serverless') return 'on';
  const classes = listOf(asset.settings.instanceClasses);
  if (isUnknownSetting(asset, 'instanceClasses') || classes.length === 0) return 'unknown';
  return classes.includes('db.serverless') ? 'on' : 'off';
}

/** A single-instance cluster has no readers. That no instance was found is no proof of a single one. */
function replicas(asset: Asset): State {
  const count = asset.settings.instanceCount;
  if (isUnknownSetting(asset, 'instanceCount') || typeof count !== 'number' || count < 1) return 'unknown';
  return count > 1 ? 'on' : 'off';
}
