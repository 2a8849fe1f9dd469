import { isUnknownParameter, isUnknownSetting, type Asset, type SettingValue } from '../model/index.ts';
import type { FeatureState } from './product.ts';

/** Instance class of Aurora Serverless v2. */
export const SERVERLESS_CLASS = 'db.serverless';

/** Setting of a DB instance that lists its replicas: from the account, or those that the same code declares. */
const REPLICAS = 'readReplicaDBInstanceIdentifiers';

// Shared rules that find features in a cluster's settings and parameters.

export function settingState(
  asset: Asset,
  name: string,
  isOn: (value: string) => boolean,
  whenAbsent: FeatureState,
): FeatureState {
  if (isUnknownSetting(asset, name)) return 'unknown';
  return fromValue(asset.settings[name], isOn, whenAbsent);
}

export function parameterState(
  asset: Asset,
  name: string,
  isOn: (value: string) => boolean,
  whenAbsent: FeatureState,
): FeatureState {
  if (isUnknownParameter(asset, name)) return 'unknown';
  return fromValue(asset.settings[name], isOn, knowsParameterGroups(asset) ? whenAbsent : 'unknown');
}

function fromValue(
  value: SettingValue | undefined,
  isOn: (value: string) => boolean,
  whenAbsent: FeatureState,
): FeatureState {
  if (value === undefined || value === null) return whenAbsent;
  if (typeof value === 'object') return 'unknown';
  return isOn(String(value)) ? 'on' : 'off';
}

/**
 * True if the effective parameters are known: a default group has engine defaults; any other group must have been read.
 */
function knowsParameterGroups(asset: Asset): boolean {
  if (isUnknownSetting(asset, 'dbClusterParameterGroupName')) return false;
  const name = asset.settings.dbClusterParameterGroupName;
  if (name === undefined || name === null) return true;
  if (typeof name === 'string' && name.startsWith('default.')) return true;
  return asset.links.some(({ role }) => role === 'cluster-parameter-group');
}

export function isSwitchedOn(value: string): boolean {
  return /^(1|on|true|yes|enabled)$/i.test(value);
}

export function eitherOn(a: FeatureState, b: FeatureState): FeatureState {
  if (a === 'on' || b === 'on') return 'on';
  return a === 'off' && b === 'off' ? 'off' : 'unknown';
}

/** State of a feature that needs a role. The absence of a role proves nothing, because roles can be added elsewhere. */
export function roleState(asset: Asset, featureName: string, parameterName?: string): FeatureState {
  const names = listOf(asset.settings.associatedRoles).map(featureNameOf);
  if (names.includes(featureName)) return 'on';
  if (parameterName === undefined) return 'unknown';
  return parameterState(asset, parameterName, (value) => value !== '', 'unknown') === 'on' ? 'on' : 'unknown';
}

function featureNameOf(role: SettingValue): SettingValue | undefined {
  return typeof role === 'object' && role !== null && 'featureName' in role ? role.featureName : undefined;
}

function listOf(value: SettingValue | undefined): readonly SettingValue[] {
  return Array.isArray(value) ? (value as readonly SettingValue[]) : [];
}

export function globalDatabaseState(asset: Asset): FeatureState {
  if (asset.settings.engineMode === 'global') return 'on';
  return settingState(asset, 'globalClusterIdentifier', (value) => value !== '', 'off');
}

/** State of Serverless v1. It is an engine mode, and never unknown: nothing else enables it. */
export function serverlessV1State(asset: Asset): FeatureState {
  if (isUnknownSetting(asset, 'engineMode')) return 'unknown';
  return asset.settings.engineMode === 'serverless' ? 'on' : 'off';
}

/** State of serverless: v1 is an engine mode, v2 an instance class. */
export function serverlessState(asset: Asset): FeatureState {
  if (asset.settings.engineMode === 'serverless') return 'on';
  const classes = instanceClasses(asset);
  if (classes === null) return 'unknown';
  return classes.includes(SERVERLESS_CLASS) ? 'on' : 'off';
}

/** Instance classes of a cluster; null if they are unknown or there are none. */
export function instanceClasses(asset: Asset): readonly string[] | null {
  const classes = listOf(asset.settings.instanceClasses);
  if (isUnknownSetting(asset, 'instanceClasses') || classes.length === 0) return null;
  return classes.filter((each) => typeof each === 'string');
}

/**
 * State of the replicas of a database of RDS, for the source and for each replica. A Multi-AZ DB cluster always has two
 * readers. Code without a replica proves nothing, because other code can declare one; an account lists all.
 */
export function replicasState(asset: Asset): FeatureState {
  if (asset.links.some(({ role, conditions }) => role === 'source' && conditions === undefined)) return 'on';
  const isNamed = (name: string): FeatureState => settingState(asset, name, (value) => value !== '', 'off');
  const source = eitherOn(
    isNamed('readReplicaSourceDBInstanceIdentifier'),
    isNamed('readReplicaSourceDBClusterIdentifier'),
  );
  if (source === 'on') return 'on';
  if (isUnknownSetting(asset, REPLICAS)) return 'unknown';
  if (asset.declaredAs === undefined || listOf(asset.settings[REPLICAS]).length > 0) return 'on';
  return asset.settings[REPLICAS] === undefined ? 'unknown' : source;
}

/**
 * State of readers, which a single-instance cluster lacks. Not finding an instance does not prove that there is only
 * one.
 */
export function readersState(asset: Asset): FeatureState {
  const count = asset.settings.instanceCount;
  if (isUnknownSetting(asset, 'instanceCount') || typeof count !== 'number' || count < 1) return 'unknown';
  return count > 1 ? 'on' : 'off';
}
