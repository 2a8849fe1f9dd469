import { text } from '../../l10n/index.ts';
import {
  clusterOfInstance,
  type Asset,
  type Finding,
  type Inventory,
  type SettingValue,
} from '../../model/index.ts';

/** Maintenance actions that update the operating system of an instance (RDS User Guide, "pending maintenance"). */
const SYSTEM_UPDATES: ReadonlySet<string> = new Set(['system-update', 'os-upgrade']);

const NO_UPDATES: Finding['related'] = [];

/**
 * Adds pending operating system updates of each cluster and its instances to the cluster's first finding: facts from an
 * account belong to the version, and make no finding of their own.
 */
export function withSystemUpdates(findings: readonly Finding[], { assets }: Inventory): Finding[] {
  const waiting = new Map<string, Finding['related'][number][]>();
  for (const asset of assets) {
    const updates = systemUpdatesOf(asset);
    const cluster = updates.length === 0 ? null : clusterOf(asset);
    if (cluster === null) continue;
    waiting.set(cluster, [...(waiting.get(cluster) ?? []), ...updates]);
  }
  if (waiting.size === 0) return [...findings];
  return findings.map((finding) => {
    const updates = finding.assetIds.flatMap((id) => waiting.get(id) ?? []);
    for (const id of finding.assetIds) waiting.delete(id);
    return updates.length === 0 ? finding : { ...finding, related: [...finding.related, ...updates] };
  });
}

/** Cluster that an asset is, or is an instance of. */
function clusterOf(asset: Asset): string | null {
  return asset.kind === 'database' ? asset.id : clusterOfInstance(asset);
}

function systemUpdatesOf({ settings, name, location }: Asset): Finding['related'] {
  const actions = settings.pendingMaintenanceActions;
  if (!Array.isArray(actions)) return NO_UPDATES;
  return actions.flatMap((action: SettingValue) => {
    if (!isMap(action) || typeof action.action !== 'string' || !SYSTEM_UPDATES.has(action.action)) return [];
    const due = [action.forcedApplyDate, action.autoAppliedAfterDate, action.currentApplyDate].find(
      (date) => typeof date === 'string',
    );
    const message = text(typeof due !== 'string' ? 'finding.systemUpdate.undated' : 'finding.systemUpdate', {
      name,
      due: typeof due === 'string' ? due.slice(0, 10) : null,
    });
    return [{ location, message }];
  });
}

function isMap(value: SettingValue): value is Readonly<Record<string, SettingValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
