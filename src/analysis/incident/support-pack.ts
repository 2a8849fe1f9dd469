import { text } from '../../l10n/index.ts';
import {
  isFileLocation,
  type Asset,
  type BugMatch,
  type Catalogue,
  type Inventory,
  type SettingValue,
  type Text,
} from '../../model/index.ts';
import { hasLineage } from '../../products/index.ts';
import { createGraph } from '../checks/reading/graph.ts';
import { fieldOf, listOf, textOf } from '../checks/reading/readings.ts';
import { supportMessage } from '../support/support-message.ts';
import { supportOf, type SupportStatus } from '../support/support.ts';
import { releaseDay } from '../release-day.ts';
import type { BrakeStep } from './brake.ts';
import type { VersionBugs } from './version-bugs.ts';
import { RETENTION_DAYS, type Evidence } from './evidence-lifetime.ts';
import type { SymptomAnswer } from './fit/fit.ts';
import { incidentOf, subjectsNamed } from './incident.ts';
import type { IncidentOptions } from './incident-options.ts';

/** Event from an account. */
export interface TimelineEntry {
  /** ISO 8601 in UTC. */
  at: string;
  what: string;
  /** ISO 8601: time at which AWS deletes it. */
  expires: string;
  /** True if AWS promises no day for it. */
  isAbout: boolean;
}

/** Contents of a support case about a cluster. They contain no secret: names, versions, dates and commands. */
export interface SupportPack {
  cluster: Asset;
  version: string | null;
  /** Day on which the version was published; null if the notes do not list it. */
  released: Text | null;
  support: Text | null;
  /** Possible explanations of the symptom, by version; empty without a symptom. */
  answers: readonly SymptomAnswer[];
  /** Listed bugs, the worst first. */
  bugs: readonly BugMatch[];
  upstream: VersionBugs['upstream'];
  /** Fixes of the symptom that the version contains. */
  fixedHere: readonly BugMatch[];
  systems: readonly VersionBugs[];
  evidence: readonly Evidence[];
  brake: readonly BrakeStep[];
  /** Null if no account was read. */
  timeline: readonly TimelineEntry[] | null;
  /** ISO 8601: time at which the account was read; null if that was now, or none was. */
  readAt: string | null;
  /** ISO 8601 */
  now: string;
  asOf: string;
}

const EVENTS = { days: RETENTION_DAYS.events, isAbout: false };
/** About six weeks, which no page promises. */
const ACTIVITIES = { days: RETENTION_DAYS.activities, isAbout: true };

/** Cluster of a support case, and the subject that was named: the cluster, or a group beside it. */
export interface CaseSubject {
  cluster: Asset;
  subject: Asset;
}

/** Clusters that a name can mean: their own, or that of a group beside them. Running ones come first. */
export function casesNamed(inventory: Inventory, name: string): CaseSubject[] {
  const graph = createGraph(inventory);
  return subjectsNamed(inventory, name).flatMap((subject) =>
    subject.kind === 'database'
      ? [{ cluster: subject, subject }]
      : graph
          .near(subject, 'database')
          .filter(({ product }) => hasLineage(product))
          .map((cluster) => ({ cluster, subject })),
  );
}

/** Collects the known facts about a cluster and the groups beside it. */
export function supportPackOf(
  catalogue: Catalogue,
  inventory: Inventory,
  { cluster, subject }: CaseSubject,
  options: IncidentOptions,
): SupportPack {
  const version = cluster.versions.running ?? cluster.version;
  const { product } = cluster;
  const status =
    version === null || product === null ? null : supportOf(catalogue, product, version, options.today);
  const { databases, systems, evidence, brake, groups, asOf } = incidentOf(
    catalogue,
    inventory,
    subject,
    options,
  );
  const own = databases.filter(({ assets }) => assets.includes(cluster));
  const release = catalogue.releases.find((each) => each.product === product && each.version === version);
  return {
    cluster,
    version,
    released: release === undefined ? null : releaseDay(release),
    support: status === null ? null : supportSentence(status, options.today),
    answers: own.flatMap(({ answer }) => answer ?? []),
    bugs: own.flatMap(({ listed }) => listed),
    upstream: own[0]?.upstream ?? null,
    fixedHere: own.flatMap(({ fixedHere }) => fixedHere),
    systems,
    evidence,
    brake: groups.length === 0 ? [] : brake,
    timeline: isFileLocation(cluster.location) ? null : timelineOf(cluster, groups, inventory),
    readAt: options.readAt ?? null,
    now: options.now,
    asOf,
  };
}

function supportSentence(status: SupportStatus, today: string): Text {
  return status.standardEnds === null && status.phase === 'standard'
    ? text('evidence.supported', { scope: status.scope })
    : supportMessage(status, today);
}

/** Events of a cluster and its instances, and activities of the groups beside it. */
function timelineOf(cluster: Asset, groups: readonly Asset[], { assets }: Inventory): TimelineEntry[] {
  const members = assets.filter(({ links }) =>
    links.some(({ role, assetId }) => role === 'member-of' && assetId === cluster.id),
  );
  const events = [cluster, ...members].flatMap(({ settings, name }) =>
    listOf(settings.recentEvents).map((event) => entryOf(name, event, 'date', 'message', EVENTS)),
  );
  const activities = groups.flatMap(({ settings, name }) =>
    listOf(settings.scalingActivities).map((activity) =>
      entryOf(name, activity, 'startTime', 'cause', ACTIVITIES),
    ),
  );
  return [...events, ...activities].filter((entry) => entry !== null).sort((a, b) => (a.at < b.at ? -1 : 1));
}

function entryOf(
  name: string,
  value: SettingValue,
  when: string,
  what: string,
  { days, isAbout }: { days: number; isAbout: boolean },
): TimelineEntry | null {
  const time = Date.parse(textOf(fieldOf(value, when)) ?? '');
  if (Number.isNaN(time)) return null;
  return {
    at: new Date(time).toISOString(),
    what: `${name}: ${textOf(fieldOf(value, what)) ?? ''}`,
    expires: new Date(time + days * 86_400_000).toISOString(),
    isAbout,
  };
}
