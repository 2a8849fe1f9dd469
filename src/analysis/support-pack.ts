import { text } from '../l10n/index.ts';
import type { Asset, BugMatch, Catalogue, Inventory, SettingValue, Text } from '../model/index.ts';
import { fieldOf, listOf, textOf } from './checks/readings.ts';
import { incidentOf, type BrakeStep, type Evidence } from './incident.ts';
import { supportMessage } from './support-finding.ts';
import { supportOf } from './support.ts';

/** One thing that happened, from an account. */
export interface TimelineEntry {
  /** ISO 8601 in UTC. */
  at: string;
  what: string;
  /** YYYY-MM-DD: when AWS forgets it. */
  expires: string;
  /** AWS names no day for it. */
  isAbout: boolean;
}

/** What a support case about a cluster needs. It holds no secret: names, versions, dates and commands. */
export interface SupportPack {
  cluster: Asset;
  version: string | null;
  support: Text | null;
  bugs: readonly BugMatch[];
  evidence: readonly Evidence[];
  brake: readonly BrakeStep[];
  timeline: readonly TimelineEntry[];
  today: string;
  asOf: string;
}

/** Days for which AWS keeps them: events of RDS; activities of Auto Scaling about six weeks, which no page promises. */
const EVENTS = { days: 14, isAbout: false };
const ACTIVITIES = { days: 42, isAbout: true };

/** The Aurora MySQL clusters that a name can mean: an identifier, an address or an id. */
export function clustersNamed({ assets }: Inventory, name: string): Asset[] {
  return assets.filter(
    ({ kind, product, id, name: address, settings }) =>
      kind === 'aurora-cluster' &&
      product === 'aurora-mysql' &&
      [id, address, textOf(settings.dbClusterIdentifier)].includes(name),
  );
}

/** Gathers what is known of a cluster and of the groups beside it. */
export function supportPackOf(
  catalogue: Catalogue,
  inventory: Inventory,
  cluster: Asset,
  { today, symptom = '' }: { today: string; symptom?: string },
): SupportPack {
  const version = cluster.versions.running ?? cluster.version;
  const status = version === null ? null : supportOf(catalogue, version, today);
  const { bugs, evidence, brake, groups } = incidentOf(catalogue, inventory, cluster, symptom, { today });
  return {
    cluster,
    version,
    support:
      status === null
        ? null
        : status.standardEnds === null && status.phase === 'standard'
          ? text('evidence.supported', { scope: status.scope })
          : supportMessage(status, today),
    bugs,
    evidence,
    brake,
    timeline: timelineOf(cluster, groups),
    today,
    asOf: catalogue.asOf,
  };
}

function timelineOf(cluster: Asset, groups: readonly Asset[]): TimelineEntry[] {
  const events = listOf(cluster.settings.recentEvents).map((event) =>
    entryOf(event, 'date', 'message', EVENTS),
  );
  const activities = groups.flatMap(({ settings }) =>
    listOf(settings.scalingActivities).map((activity) => entryOf(activity, 'startTime', 'cause', ACTIVITIES)),
  );
  return [...events, ...activities].filter((entry) => entry !== null).sort((a, b) => (a.at < b.at ? -1 : 1));
}

function entryOf(
  value: SettingValue,
  when: string,
  what: string,
  { days, isAbout }: { days: number; isAbout: boolean },
): TimelineEntry | null {
  const time = Date.parse(textOf(fieldOf(value, when)) ?? '');
  if (Number.isNaN(time)) return null;
  return {
    at: new Date(time).toISOString(),
    what: textOf(fieldOf(value, what)) ?? '',
    expires: new Date(time + days * 86_400_000).toISOString().slice(0, 10),
    isAbout,
  };
}
