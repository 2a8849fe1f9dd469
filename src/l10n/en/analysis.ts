import { plural, type Message, type Say } from '../say.ts';
import type { Text } from '../../model/index.ts';

function seriousBugs(count: number, serious: boolean): string {
  return plural(count, serious ? 'serious bug' : 'bug');
}

function isAre(count: number): string {
  return count === 1 ? 'is' : 'are';
}

export const analysis = {
  'bug.reason.ownBranch': (a: { branch: string }) => `fixed later on ${a.branch}`,
  'bug.reason.named': (a: { version: string }) => `the notes name ${a.version}`,
  'bug.reason.laterBranch': (a: { branch: string }) =>
    `fixed on ${a.branch}; the notes do not say since when it exists`,
  'bug.reason.olderBranch': (a: { branch: string }) =>
    `fixed on ${a.branch} after this branch began; not listed here`,
  'bug.reason.communityOlderBranch': (a: { branch: string }) =>
    `fixed on ${a.branch}; the newer MySQL base of this branch may already hold it`,
  'bug.reason.laterLine': (a: { branch: string }) =>
    `fixed on ${a.branch}, which continues this version; the notes do not say since when it exists`,
  'bug.reason.ownIssue': () => 'recorded by your team in .errata-lens.yaml',
  'bug.reason.otherLine': (a: { branch: string }) => `fixed on another major version (${a.branch})`,
  'bug.reason.doubtful': (a: { branch: string }) =>
    `probably in ${a.branch} by its dates, but a later branch lists the fix again`,

  'finding.usedBy': (a: { name: string }) => `Used by ${a.name}`,
  'finding.bugs': (
    a: {
      version: string;
      assets: number;
      serious: boolean;
      own: number;
      branch: string;
      newest: string;
      elsewhere: number;
      branches: string[];
      example: string | null;
      fix: string | null;
      ownIssues: number;
      nearest: boolean;
      mayRunNewer: Text | null;
      asOf: string;
    },
    say: Say,
  ) => {
    const clusters = a.assets > 1 ? ` (${a.assets} clusters)` : '';
    const own = `${seriousBugs(a.own, a.serious)} ${isAre(a.own)} listed as fixed later on ${a.branch} (newest ${a.newest})`;
    const elsewhere =
      a.own > 0
        ? `${a.elsewhere} more only on ${say(a.branches)}`
        : `${seriousBugs(a.elsewhere, a.serious)} ${isAre(a.elsewhere)} listed as fixed only on ${say(a.branches)}`;
    const counts = [a.own > 0 ? own : '', a.elsewhere > 0 ? elsewhere : ''];
    const example =
      a.example === null || a.fix === null
        ? ''
        : `${a.nearest ? 'nearest to connection trouble:' : 'e.g.'} “${a.example}” (${a.fix})`;
    const ownIssues = a.ownIssues > 0 ? `${plural(a.ownIssues, 'own known issue')} of your team` : '';
    const newer = a.mayRunNewer === null ? '' : ` ${say(a.mayRunNewer)}`;
    const parts = [...counts, example, ownIssues].filter(Boolean).join(', ');
    return `Aurora MySQL ${a.version}${clusters}: ${parts}.${newer} Notes as of ${a.asOf}.`;
  },

  'support.unlisted': (a: { scope: string }) =>
    `Aurora MySQL ${a.scope}: no longer in the vendor's release calendar; its standard support has ended.`,
  'support.ends': (a: { scope: string; date: string; days: number }) =>
    `Aurora MySQL ${a.scope}: standard support ends ${a.date} (in ${plural(a.days, 'day')}).`,
  'support.ended': (a: { scope: string; date: string }) =>
    `Aurora MySQL ${a.scope}: standard support ended ${a.date}.`,
  'support.extended': (a: {
    scope: string;
    date: string;
    starts: string;
    started: boolean;
    year3: string | null;
    year3Days: number | null;
    ends: string | null;
  }) => {
    const since = `chargeable Extended Support ${a.started ? 'since' : 'from'} ${a.starts}`;
    const year3 =
      a.year3 === null || a.year3Days === null ? '' : `, year-3 price ${yearThree(a.year3, a.year3Days)}`;
    const ends = a.ends === null ? '' : `, ends ${a.ends}`;
    return `Aurora MySQL ${a.scope}: standard support ended ${a.date}; ${since}${year3}${ends}.`;
  },

  'version.partial': (a: { written: string; prefix: string; asOf: string }) =>
    `Aurora MySQL “${a.written}”: resolves to the default ${a.prefix} release at creation time, so its known bugs cannot be told from the code. Pin a release, or scan the account. Notes as of ${a.asOf}.`,
  'version.newer': (a: { version: string; newest: string; asOf: string }) =>
    `Aurora MySQL ${a.version} is newer than the catalogue (newest there: ${a.newest}, notes as of ${a.asOf}). Refresh the catalogue to learn its known bugs.`,
  'version.notCovered': (a: { version: string }) =>
    `Aurora MySQL ${a.version}: the bugs of this version are not in the catalogue, which covers versions 2, 3 and 8.4.`,

  'upgrade.next': (a: { cleared: number; serious: number }) =>
    a.cleared === a.serious
      ? `Clears all ${plural(a.serious, 'serious bug')} without leaving this major version.`
      : `Clears ${a.cleared} of ${plural(a.serious, 'serious bug')}, the most that this major version can.`,
  'upgrade.reason.same-branch': (a: UpgradeArgs) =>
    `Newest patch of ${a.branch}: clears ${serious(a.clears)}, ${a.remains} remain${a.remains === 1 ? 's' : ''}${brought(a.brings)}.`,
  'upgrade.reason.clears': (a: UpgradeArgs) =>
    `Nearest release without any serious bug that you have today: clears ${serious(a.clears)}${brought(a.brings)}.${hops(a)}`,
  'upgrade.reason.lts': (a: UpgradeArgs) =>
    `Newest patch of the long-term support version ${a.branch}: clears ${serious(a.clears)}, ${a.remains} remain${a.remains === 1 ? 's' : ''}${brought(a.brings)}.${hops(a)}`,
  'upgrade.reason.newest': (a: UpgradeArgs) =>
    `Newest release in the catalogue: clears ${serious(a.clears)}, ${a.remains} remain${a.remains === 1 ? 's' : ''}${brought(a.brings)}.${hops(a)}`,
} satisfies Record<string, Message>;

interface UpgradeArgs extends Record<string, string | number> {
  version: string;
  branch: string;
  clears: number;
  remains: number;
  brings: number;
  hops: number;
  path: string;
}

function serious(count: number): string {
  return plural(count, 'serious bug');
}

function brought(count: number): string {
  return count === 0 ? '' : `, ${count} newly known there`;
}

function hops(a: { hops: number; path: string }): string {
  return a.hops > 1 ? ` Path: ${a.path}.` : '';
}

function yearThree(date: string, days: number): string {
  return days > 0 ? `from ${date} (in ${plural(days, 'day')})` : `since ${date}`;
}
