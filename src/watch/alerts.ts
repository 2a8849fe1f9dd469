import {
  compareSeverity,
  compareVersions,
  type BugMatch,
  type Catalogue,
  type FindingSeverity,
  type Product,
} from '../model/index.ts';
import { daysBetween } from '../analysis/index.ts';
import type { News } from './diff.ts';
import { compareAlerts, idOf, type Alert, type AlertBug } from './alert.ts';
import { placesOf, type Running } from './running.ts';
import { keyOf, type Seen, type SeenRelease } from './seen.ts';
import { severityOfStep, stepOf, supportDates, STEPS, type SupportDate } from './support-dates.ts';
import {
  changedNotesText,
  newBugText,
  newReleaseText,
  supportText,
  unreadableText,
  withdrawnText,
} from './texts.ts';

export interface AlertInput {
  catalogue: Catalogue;
  running: readonly Running[];
  news: News;
  before: Seen;
  now: Seen;
  /** Days that counted as today at the last look and at this one, YYYY-MM-DD. */
  lastDay: string;
  today: string;
  /** Since which day each product could not be read. */
  failing: Readonly<Partial<Record<Product, string>>>;
  /** Ids of what was told before. */
  told: ReadonlySet<string>;
}

/** Alerts and the ids by which nothing of them is told again. */
export interface Found {
  alerts: readonly Alert[];
  told: readonly string[];
}

/** What is new and concerns you, the heaviest first. Pure: the same input gives the same alerts under the same ids. */
export function alertsOf(input: AlertInput): Found {
  const told = new Set(input.told);
  const alerts = [
    ...newReleases(input, told),
    ...newBugs(input, told),
    ...withdrawals(input),
    ...supportAlerts(input),
    ...unreadableSources(input),
    ...changedNotes(input),
  ].filter(({ id }) => !input.told.has(id));
  for (const { id } of alerts) told.add(id);
  return {
    alerts: alerts.sort(compareAlerts),
    told: [...told].filter((id) => !input.told.has(id)),
  };
}

/** One asset and one of the bugs that it has. */
interface Exposure {
  match: BugMatch;
  assetId: string;
}

function newReleases({ news, running, today }: AlertInput, told: Set<string>): Alert[] {
  return news.releases.flatMap((release) => {
    const groups = running
      .filter(({ product }) => product === release.product)
      .map((group) => ({
        group,
        exposures: exposuresTo(group, (match) => isListedIn(match, release.version)),
      }))
      .filter(({ exposures }) => exposures.length > 0)
      .sort(
        (a, b) =>
          b.exposures.length - a.exposures.length || compareVersions(b.group.version, a.group.version),
      );
    if (groups.length === 0) return [];
    const exposures = groups.flatMap((entry) => entry.exposures);
    for (const { match, assetId } of exposures) markTold(told, match, assetId);
    const bugs = bugsOf(exposures.map(({ match }) => match));
    const versions = groups.map(({ group }) => group.version);
    const assets = groups.flatMap(({ group, exposures }) => exposedAssets(group, exposures));
    const runs = groups.map(({ group, exposures }) => ({
      version: group.version,
      fixes: new Set(exposures.map(({ match }) => match.bug.id)).size,
      assets: exposedAssets(group, exposures),
    }));
    return [
      {
        id: idOf('new-release', release.product, release.version),
        kind: 'new-release',
        severity: worst(bugs),
        product: release.product,
        release: release.version,
        versions: [release.version, ...versions],
        assetIds: assets.map(({ id }) => id),
        bugs,
        changes: [],
        message: newReleaseText(release, runs, bugs, placesOf(assets)),
        url: release.url,
        foundOn: today,
      },
    ];
  });
}

/** A bug that notes which were there before list since the last look, and who has it. */
interface Addition {
  match: BugMatch;
  release: SeenRelease;
  digests: Set<string>;
  /** Ids of the exposed assets. */
  assets: Set<string>;
}

/** Bugs that older notes list since the last look. One that was listed anywhere before is not new. */
function newBugs(input: AlertInput, told: Set<string>): Alert[] {
  const additions = [...additionsOf(input, told).values()];
  return additions.map(({ match, release, digests, assets }): Alert => {
    for (const assetId of assets) markTold(told, match, assetId);
    const runs = input.running
      .map(({ version, assets: all }) => ({
        version,
        fixes: 1,
        assets: all.filter(({ id }) => assets.has(id)),
      }))
      .filter((run) => run.assets.length > 0);
    const [firstDigest = ''] = [...digests].sort();
    return {
      id: idOf('new-bug', release.product, firstDigest),
      kind: 'new-bug',
      severity: match.bug.severity,
      product: release.product,
      release: release.version,
      versions: [release.version, ...runs.map(({ version }) => version)],
      assetIds: [...assets],
      bugs: bugsOf([match]),
      changes: [],
      message: newBugText(release, match, runs),
      url: release.url,
      foundOn: input.today,
    };
  });
}

function additionsOf(
  { news, running, before }: AlertInput,
  told: ReadonlySet<string>,
): Map<string, Addition> {
  const listedBefore = new Set(
    before.releases.flatMap(({ product, items }) => items.map(({ digest }) => keyOf(product, digest))),
  );
  const isOld = ({ bug }: BugMatch): boolean =>
    bug.listings.some(({ digest }) => listedBefore.has(keyOf(bug.product, digest)));
  const additions = new Map<string, Addition>();
  for (const { release, item } of news.added) {
    const isMeant = (match: BugMatch): boolean =>
      isBullet(match, release.version, item.digest) && !isOld(match);
    const groups = running.filter(({ product }) => product === release.product);
    for (const { match, assetId } of groups.flatMap((group) => exposuresTo(group, isMeant))) {
      if (wasTold(told, match, assetId)) continue;
      const entry = additions.get(match.bug.id) ?? { match, release, digests: new Set(), assets: new Set() };
      entry.digests.add(item.digest);
      entry.assets.add(assetId);
      additions.set(match.bug.id, entry);
    }
  }
  return additions;
}

function withdrawals({ news, now, running, today }: AlertInput): Alert[] {
  return news.withdrawn.flatMap((withdrawal) => {
    const { product, version, reason } = withdrawal;
    const group = running.find((entry) => entry.product === product && entry.version === version);
    if (group === undefined) return [];
    const url = now.releases.find(
      (release) => release.product === product && release.version === version,
    )?.url;
    return [
      {
        id: idOf('withdrawn', product, version, reason),
        kind: 'withdrawn',
        severity: reason === 'recalled' ? 'critical' : 'high',
        product,
        release: version,
        versions: [version],
        assetIds: group.assets.map(({ id }) => id),
        bugs: [],
        changes: [],
        message: withdrawnText(withdrawal, group.assets),
        url: url ?? '',
        foundOn: today,
      },
    ];
  });
}

/** Dates that are nearer than at the last look: time has passed, or the vendor moved them. */
function supportAlerts({ catalogue, running, before, now, lastDay, today }: AlertInput): Alert[] {
  const dates = new Map<string, { date: SupportDate; groups: Running[] }>();
  for (const group of running) {
    if (!before.products.includes(group.product)) continue;
    for (const date of supportDates(catalogue, group.product, group.version, today)) {
      const key = `${date.product} ${date.scope} ${date.event}`;
      const entry = dates.get(key) ?? { date, groups: [] };
      entry.groups.push(group);
      dates.set(key, entry);
    }
  }
  return [...dates.values()].flatMap(({ date, groups }) => {
    const step = stepOf(date.date, today);
    if (step <= stepOf(dateBefore(date, groups, before, now, lastDay), lastDay)) return [];
    const { product, scope, event } = date;
    const assets = groups.flatMap((group) => group.assets);
    return [
      {
        id: idOf('support-date', product, scope, event, date.date, String(STEPS[step - 1] ?? 'passed')),
        kind: 'support-date',
        severity: severityOfStep(step),
        product,
        release: null,
        versions: groups.map(({ version }) => version),
        assetIds: assets.map(({ id }) => id),
        bugs: [],
        changes: [],
        message: supportText(date, daysBetween(today, date.date), assets),
        url: date.url,
        foundOn: today,
      },
    ];
  });
}

/** The date as it stood at the last look; the one of today where only a better reading can have moved it. */
function dateBefore(
  date: SupportDate,
  groups: readonly Running[],
  before: Seen,
  now: Seen,
  lastDay: string,
): string {
  const digest = before.pages[date.url];
  if (digest === undefined || digest === now.pages[date.url]) return date.date;
  const catalogue = { support: before.support } as Catalogue;
  const old = groups.flatMap(({ product, version }) => supportDates(catalogue, product, version, lastDay));
  return old.find(({ scope, event }) => scope === date.scope && event === date.event)?.date ?? date.date;
}

/** Days without a reading after which a source is told of. */
const UNREADABLE_DAYS = 7;

function unreadableSources({ failing, running, today }: AlertInput): Alert[] {
  return Object.entries(failing).flatMap(([name, since]) => {
    const product = name as Product;
    const groups = running.filter((group) => group.product === product);
    if (groups.length === 0 || daysBetween(since, today) < UNREADABLE_DAYS) return [];
    return [
      {
        id: idOf('source-unreadable', product, since),
        kind: 'source-unreadable' as const,
        severity: 'medium' as const,
        product,
        release: null,
        versions: groups.map(({ version }) => version),
        assetIds: groups.flatMap(({ assets }) => assets.map(({ id }) => id)),
        bugs: [],
        changes: [],
        message: unreadableText(product, since),
        url: '',
        foundOn: today,
      },
    ];
  });
}

/** Notes of a version that you run, or about a bug that you have, which read otherwise than before. */
function changedNotes({ news, running, today }: AlertInput): Alert[] {
  return news.changed.flatMap(({ release, changes }) => {
    const concerned = running.filter(({ product }) => product === release.product);
    const digests = new Set(changes.flatMap((change) => change.digests));
    const isChanged = ({ bug }: BugMatch): boolean =>
      bug.listings.some(({ version, digest }) => version === release.version && digests.has(digest));
    const groups = concerned.filter(
      (group) => group.version === release.version || exposuresTo(group, isChanged).length > 0,
    );
    if (groups.length === 0) return [];
    const { product, version } = release;
    return [
      {
        id: idOf('changed-notes', product, version, ...digests),
        kind: 'changed-notes' as const,
        severity: 'info' as const,
        product,
        release: version,
        versions: [...new Set([version, ...groups.map((group) => group.version)])],
        assetIds: groups.flatMap(({ assets }) => assets.map(({ id }) => id)),
        bugs: [],
        changes: changes.map(({ before, after }) => ({ before, after })),
        message: changedNotesText(release, changes),
        url: release.url,
        foundOn: today,
      },
    ];
  });
}

function exposuresTo(group: Running, isMeant: (match: BugMatch) => boolean): Exposure[] {
  return [...group.matches].flatMap(([assetId, matches]) =>
    matches
      .filter(({ bug }) => bug.origin === 'notes')
      .filter(isMeant)
      .map((match) => ({ match, assetId })),
  );
}

function exposedAssets(group: Running, exposures: readonly Exposure[]): Running['assets'] {
  const ids = new Set(exposures.map(({ assetId }) => assetId));
  return group.assets.filter(({ id }) => ids.has(id));
}

function isListedIn({ bug }: BugMatch, version: string): boolean {
  return bug.listings.some((listing) => listing.version === version);
}

function isBullet({ bug }: BugMatch, version: string, digest: string): boolean {
  return bug.listings.some((listing) => listing.version === version && listing.digest === digest);
}

/** A bug and asset, by each of the vendor's wordings: merging can give a bug another id. */
function pairIds({ bug }: BugMatch, assetId: string): string[] {
  return bug.listings.map(({ digest }) => idOf(digest, assetId));
}

function markTold(told: Set<string>, match: BugMatch, assetId: string): void {
  for (const id of pairIds(match, assetId)) told.add(id);
}

function wasTold(told: ReadonlySet<string>, match: BugMatch, assetId: string): boolean {
  return pairIds(match, assetId).some((id) => told.has(id));
}

function bugsOf(matches: readonly BugMatch[]): AlertBug[] {
  const bugs = new Map(matches.map(({ bug: { id, title, severity } }) => [id, { id, title, severity }]));
  return [...bugs.values()].sort((a, b) => compareSeverity(a.severity, b.severity) || (a.id < b.id ? -1 : 1));
}

function worst(bugs: readonly AlertBug[]): FindingSeverity {
  return bugs[0]?.severity ?? 'info';
}
