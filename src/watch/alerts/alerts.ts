import { adviceOfVersion, upgradeOptionsFor, factsOfAssets, factsOfTeam } from '../../analysis/index.ts';
import type { Config } from '../../config/index.ts';
import type { Asset, Catalogue, Inventory } from '../../model/index.ts';
import { isUpstreamOnly } from '../../products/index.ts';
import type { VersionGroup } from '../versions/version-groups.ts';
import type { AlertInput } from './alert-input.ts';
import { compareAlerts, type Alert, type AlertKind } from './alert.ts';
import { newBugs } from './bug-alerts.ts';
import { changedNotes, unreadableSources, withdrawals } from './notes-alerts.ts';
import { newFixes, newReleases, olderReleases } from './release-alerts.ts';
import { supportAlerts } from './support-alerts.ts';
import { nameOf } from './texts.ts';

/** Alerts, and the ids that prevent sending them again. */
export interface AlertResult {
  alerts: readonly Alert[];
  reported: readonly string[];
}

/** Alerts about news that affects the team's versions, most severe first. The same input gives the same alerts and ids. */
export function alertsOf(input: AlertInput): AlertResult {
  const reported = new Set(input.reported);
  const about = (kind: AlertKind): AlertInput => ({
    ...input,
    inUse: input.muter.withoutMuted(kind, input.inUse),
  });
  const alerts = [
    ...newReleases(about('new-release'), reported),
    ...olderReleases(about('new-bug'), reported),
    ...newBugs(about('new-bug'), reported),
    ...newFixes(about('new-bug'), reported),
    ...withdrawals(about('withdrawn')),
    ...supportAlerts(about('support-date')),
    ...unreadableSources(about('source-unreadable')),
    ...changedNotes(about('changed-notes')),
  ].filter((alert) => !input.reported.has(alert.id) && input.muter.isSent(alert));
  for (const { id } of alerts) reported.add(id);
  return {
    alerts: alerts.sort(compareAlerts).map((alert) => withAdvice(alert, input)),
    reported: [...reported].filter((id) => !input.reported.has(id)),
  };
}

/**
 * Adds advice for the versions that an alert names, as every surface shows it. For an upstream's alert these are the
 * versions that contain it.
 */
function withAdvice(alert: Alert, { adviceOf, inUse }: AlertInput): Alert {
  const { product, release, versions, assetIds } = alert;
  const advice = isUpstreamOnly(product)
    ? inUse
        .filter(({ runs, assets }) => !runs && assets.some(({ id }) => assetIds.includes(id)))
        .map((group) => ({ version: nameOf(group), advice: adviceOf(group.product, group.version) }))
    : versions
        .filter((version) => version !== release)
        .map((version) => ({ version, advice: adviceOf(product, version) }));
  return advice.length === 0 ? alert : { ...alert, advice };
}

/** Returns a function that advises on versions in use, with the settings of their assets and their team's policy. */
export function createAdviser(
  catalogue: Catalogue,
  inventory: Inventory,
  inUse: readonly VersionGroup[],
  today: string,
  configOf: (assets: readonly Asset[]) => Config,
): AlertInput['adviceOf'] {
  return (product, version) => {
    const assets = inUse.find((each) => each.product === product && each.version === version)?.assets ?? [];
    const [first, ...others] = assets;
    const config = configOf(assets);
    const known =
      first === undefined
        ? factsOfTeam(catalogue, config)
        : factsOfAssets(catalogue, inventory, [first, ...others], { today, config });
    const { catalogue: reported, ...environment } = known;
    const options = { ...upgradeOptionsFor(today, config, inventory)(product), ...environment };
    return adviceOfVersion(reported, product, version, options);
  };
}
