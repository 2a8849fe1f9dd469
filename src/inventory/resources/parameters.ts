import { isUnknownParameter, OTHER_PARAMETERS, OTHER_SETTINGS } from '../../model/index.ts';
import { resourcesOfKind } from '../../vocabulary/index.ts';
import type { Asset, AssetLink, SettingValue, Settings } from '../../model/index.ts';

/** Settings, and the names of unknown ones. */
export interface KnownSettings {
  settings: Settings;
  unknownSettings: readonly string[];
}

/** Settings of a parameter group that are not engine parameters. */
const GROUP_FIELDS: ReadonlySet<string> = new Set([
  ...(['parameter-group', 'cluster-parameter-group'] as const).flatMap((kind) =>
    resourcesOfKind(kind).flatMap(({ settings }) => Object.keys(settings)),
  ),
  'tags',
]);

/**
 * Adds the effective engine parameters: a value in the instance's parameter group overrides that of its cluster's group
 * (Aurora User Guide, "Working with parameter groups"). A cluster gets the values that its instances agree on; others
 * are unknown.
 */
export function withEffectiveParameters(
  asset: KnownSettings,
  clusterGroup: Asset | undefined,
  instanceGroups: readonly (Asset | undefined)[],
): KnownSettings {
  const fromCluster = clusterGroup === undefined ? NO_SETTINGS : parametersOfGroup(clusterGroup);
  const instances = instanceGroups.map((group) =>
    group === undefined ? NO_SETTINGS : parametersOfGroup(group),
  );
  const settings: Record<string, SettingValue> = {};
  const unknown = new Set<string>();
  for (const name of namesOf([fromCluster, ...instances])) {
    const values = (instances.length === 0 ? [NO_SETTINGS] : instances).map((own) =>
      effectiveValue(name, own, fromCluster),
    );
    const [first] = values;
    if (first === undefined || values.some((value) => value !== first)) unknown.add(name);
    else if (first !== null) settings[name] = first;
  }
  return {
    settings: { ...settings, ...asset.settings },
    unknownSettings: [...new Set([...asset.unknownSettings, ...unknown])],
  };
}

/** Target of an asset's link, by role. */
export function linked(
  asset: { links: readonly AssetLink[] },
  role: AssetLink['role'],
  byId: ReadonlyMap<string, Asset>,
): Asset | undefined {
  const id = asset.links.find((link) => link.role === role)?.assetId;
  return id === undefined ? undefined : byId.get(id);
}

const NO_SETTINGS: KnownSettings = { settings: {}, unknownSettings: [] };

function parametersOfGroup(group: Asset): KnownSettings {
  return {
    settings: Object.fromEntries(Object.entries(group.settings).filter(([name]) => !GROUP_FIELDS.has(name))),
    unknownSettings: group.unknownSettings
      .filter((name) => !GROUP_FIELDS.has(name))
      .map((name) => (name === OTHER_SETTINGS ? OTHER_PARAMETERS : name)),
  };
}

function namesOf(groups: readonly KnownSettings[]): Set<string> {
  return new Set(groups.flatMap((group) => [...Object.keys(group.settings), ...group.unknownSettings]));
}

/** Value, `null` if neither group sets it, `undefined` if unknown. */
function effectiveValue(name: string, own: KnownSettings, cluster: KnownSettings): SettingValue | undefined {
  for (const group of [own, cluster]) {
    if (isUnknownParameter(group, name)) return undefined;
    const value = group.settings[name];
    if (value !== undefined) return value;
  }
  return null;
}
