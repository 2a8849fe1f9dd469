import { bugsOfVersion, isReported, type FeatureStates } from '../../../src/analysis/index.ts';
import {
  compareVersions,
  normaliseText,
  type BugMatch,
  type Catalogue,
  type FindingSeverity,
  type KnownBug,
} from '../../../src/model/index.ts';
import { lineageOf } from '../../../src/products/index.ts';
import type { LaterBullet, LaterDate, MirrorDays } from './mirror-days.ts';

/** A cluster that runs a version of Aurora MySQL. */
export interface Cluster {
  name: string;
  version: string;
  /** Features in its settings that bugs require. */
  states?: FeatureStates;
}

export interface OracleStep {
  day: string;
  /** True if nothing can be read on this day. */
  isOutage: boolean;
  clusters: readonly Cluster[];
  catalogue: Catalogue;
}

/** Ends of support by branch, as the calendar spells them. */
export interface SupportEnd {
  branch: string;
  date: string;
  /** Date that was reported before. */
  moved?: LaterDate;
}

/**
 * Expected alerts of a watch on each day, as `kind release severity bugs: clusters`. Derived from dates in titles of pages
 * and the bugs of each version, without comparing catalogues. Must be called day by day.
 */
export function mirrorOracle(
  site: MirrorDays,
  past: { bullets: readonly LaterBullet[]; ends: readonly SupportEnd[] },
  firstDay: string,
): (step: OracleStep) => string[] {
  const { releases } = site;
  let readOn = firstDay;
  let lastDay = firstDay;
  let failingSince: string | null = null;
  const listed = new Set<string>();
  const bullets = past.bullets.map((bullet) => {
    const version = releases.find(({ file }) => file === bullet.file)?.version ?? '';
    return { ...bullet, version, words: normaliseText(site.wordsOf(bullet)) };
  });

  return ({ day, isOutage, clusters, catalogue }) => {
    const bugs = new Map(clusters.map((cluster) => [cluster, bugsOf(catalogue, cluster)]));
    const isNew = (date: string): boolean => date > readOn && date <= day;
    const news = isOutage
      ? []
      : [
          ...published((version, cluster) => compareVersions(version, cluster.version) > 0, 'new-release'),
          ...published((version, cluster) => compareVersions(version, cluster.version) <= 0, 'new-bug'),
          ...bullets.filter(({ from }) => isNew(from)).flatMap(bulletNews),
          ...marked(),
        ];
    failingSince = isOutage ? (failingSince ?? day) : null;
    const isLost = failingSince !== null && Date.parse(day) - Date.parse(failingSince) >= 7 * DAY_MS;
    const due = [
      ...news,
      ...datesNearer(),
      ...(isLost ? [line('source-unreadable', '-', 'medium', clusters)] : []),
    ];
    if (!isOutage) readOn = day;
    lastDay = day;
    return due;

    function published(
      isMeant: (version: string, cluster: Cluster) => boolean,
      kind: 'new-release' | 'new-bug',
    ): string[] {
      return releases
        .filter(({ date }) => isNew(date))
        .flatMap(({ version }) => {
          const found = clusters.flatMap((cluster) => {
            if (
              !lineageOf(catalogue, 'aurora-mysql').concerns(version, cluster.version) ||
              !isMeant(version, cluster)
            )
              return [];
            const own = matches(cluster).filter(({ bug }) =>
              bug.listings.some((listing) => listing.version === version),
            );
            const meant =
              kind === 'new-release'
                ? own
                : own.filter(({ bug }) => !wasListed(bug) && !wasTold(bug, cluster));
            return meant.map(({ bug, urgency }) => ({ bug, urgency, cluster }));
          });
          return tell(kind, version, found);
        });
    }

    function bulletNews({ version, words, before, file }: (typeof bullets)[number]): string[] {
      const release = catalogue.releases.find(
        (each) => each.product === 'aurora-mysql' && each.version === version,
      );
      const digest = release?.items.find(({ text }) => normaliseText(text ?? '') === words)?.digest;
      if (digest === undefined) throw new Error(`no bullet in ${file}`);
      const isMeant = ({ bug }: BugMatch): boolean =>
        bug.listings.some((listing) => listing.version === version && listing.digest === digest);
      const found = clusters.flatMap((cluster) =>
        matches(cluster)
          .filter(isMeant)
          .map(({ bug, urgency }) => ({ bug, urgency, cluster })),
      );
      if (before === null)
        return tell(
          'new-bug',
          version,
          found.filter(({ bug, cluster }) => !wasListed(bug, digest) && !wasTold(bug, cluster)),
        );
      const having = new Set(found.map(({ cluster }) => cluster.version));
      return [
        line(
          'changed-notes',
          version,
          'info',
          clusters.filter((each) => each.version === version || having.has(each.version)),
        ),
      ];
    }

    function marked(): string[] {
      return releases
        .filter(({ markedOn }) => markedOn !== null && isNew(markedOn))
        .map(({ version }) =>
          line(
            'withdrawn',
            version,
            'high',
            clusters.filter((cluster) => cluster.version === version),
          ),
        )
        .filter((written) => !written.endsWith(': '));
    }

    function datesNearer(): string[] {
      return past.ends.flatMap(({ branch, date, moved }) => {
        const [was, is] = [readOn, isOutage ? readOn : day].map((read) =>
          moved && read < moved.from ? moved.before : date,
        );
        const step = nearness(is ?? date, day);
        const running = clusters.filter(({ version }) => version.startsWith(`${branch}.`));
        if (step <= nearness(was ?? date, lastDay) || running.length === 0) return [];
        return [
          line(
            'support-date',
            '-',
            (['low', 'medium', 'high', 'high'] as const)[step - 1] ?? 'info',
            running,
          ),
        ];
      });
    }

    function matches(cluster: Cluster): readonly BugMatch[] {
      return bugs.get(cluster) ?? [];
    }

    /** True if any page listed a bug at the last look. */
    function wasListed({ listings }: KnownBug, except?: string): boolean {
      return listings.some(({ version, digest }) => {
        const date = releases.find((release) => release.version === version)?.date;
        const held = bullets.some(
          (bullet) => bullet.version === version && bullet.before === null && digest === except,
        );
        return date !== undefined && date <= readOn && !held;
      });
    }
  };

  function wasTold({ listings }: KnownBug, { name }: Cluster): boolean {
    return listings.some(({ digest }) => listed.has(`${digest} ${name}`));
  }

  function tell(
    kind: string,
    version: string,
    found: readonly (Pick<BugMatch, 'bug' | 'urgency'> & { cluster: Cluster })[],
  ): string[] {
    if (found.length === 0) return [];
    const weight = weightOf(found);
    for (const { bug, cluster } of found)
      for (const { digest } of bug.listings) listed.add(`${digest} ${cluster.name}`);
    const bugs = new Set(found.map(({ bug }) => bug.id)).size;
    return [line(kind, version, weight, [...new Set(found.map(({ cluster }) => cluster))], bugs)];
  }
}

/** High for an urgent bug, critical for an urgent critical one; else by the most serious bug that requires action. */
function weightOf(found: readonly Pick<BugMatch, 'bug' | 'urgency'>[]): FindingSeverity {
  const urgent = found.filter(({ urgency }) => urgency.level === 'urgent');
  if (urgent.some(({ bug }) => bug.severity === 'critical')) return 'critical';
  if (urgent.length > 0) return 'high';
  return found.some(({ urgency }) => urgency.level === 'ordinary') ? 'medium' : 'low';
}

const DAY_MS = 86_400_000;

function bugsOf(catalogue: Catalogue, { version, states }: Cluster): BugMatch[] {
  return bugsOfVersion(catalogue, 'aurora-mysql', version, states).filter(
    (match) => isReported(match) && match.bug.origin === 'notes',
  );
}

/** Step of a date: 180, 90, 30 days, passed. */
function nearness(date: string, day: string): number {
  const left = (Date.parse(date) - Date.parse(day)) / DAY_MS;
  return [180, 90, 30].filter((days) => left <= days).length + (left < 0 ? 1 : 0);
}

function line(
  kind: string,
  release: string,
  severity: FindingSeverity,
  clusters: readonly Cluster[],
  bugs = 0,
): string {
  return `${kind} ${release} ${severity} ${bugs}: ${clusters
    .map(({ name }) => name)
    .sort()
    .join(' ')}`;
}
