import type { Impact, KnownBug } from '../../src/model/index.ts';

const WHAT: Record<Impact, string> = {
  data: 'Wrong, inconsistent or lost data',
  unavailability: 'Restart, crash, hang or outage',
  connectivity: 'Connections refused, dropped or failing',
  replication: 'Replication stops or goes out of sync',
  memory: 'Memory or local storage runs low',
  performance: 'Slow statements, high CPU or lag',
  upgrade: 'Upgrade, restore or migration fails or takes too long',
  security: 'Security weakness',
  observability: 'Wrong or missing metric, log or status',
  functionality: 'Statement or feature fails or misbehaves',
};

/** A title composed of labels, for the old bugs that nobody has described in our own words yet. */
export function composeTitle({ impact, features, cves, communityBugs }: KnownBug): string {
  if (cves.length > 0)
    return cves.length === 1 ? `${cves[0]}` : `${cves[0]} and ${cves.length - 1} more CVEs`;
  const where = features.length > 0 ? ` (${features.slice(0, 3).join(', ')})` : '';
  const community = communityBugs.length > 0 ? `, MySQL bug ${communityBugs[0]}` : '';
  return `${WHAT[impact]}${where}${community}`.slice(0, 90);
}
