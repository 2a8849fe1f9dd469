import { DATES_EN as dates } from '../dates.ts';
import { type Message, part, plural, type Say, withName } from '../say.ts';
import type { Text } from '../../model/index.ts';
import { writtenVersion } from '../written-version.ts';

export const analysis = {
  'bug.reason.ownBranch': (a: { branch: string }) => `fixed later on ${a.branch}`,
  'bug.reason.named': (a: { version: string }) => `the notes name ${a.version}`,
  'bug.reason.laterBranch': (a: { branch: string }) => `fixed on ${a.branch}; introduced in: unknown`,
  'bug.reason.olderBranch': (a: { fix: string; branch: string }) =>
    `fixed in ${a.fix}; not listed for ${a.branch}`,
  'bug.reason.neverListedLater': (a: { fix: string; branch: string }) =>
    `fixed in ${a.fix}; not listed for ${a.branch} or any later minor version`,
  'bug.reason.afterBase': (a: { fix: string; base: string; branch: string }) =>
    `fixed in ${a.fix}, later than the base of ${a.branch} (${a.base}); not listed for ${a.branch}`,
  'bug.reason.communityOlderBranch': (a: { branch: string }) =>
    `fixed on ${a.branch}; the newer community base of this branch may already contain the fix`,
  'bug.reason.laterLine': (a: { branch: string }) =>
    `fixed on ${a.branch}, which continues this version; introduced in: unknown`,
  'bug.reason.pendingPatch': (a: { fix: string; unit: Text }, say: Say) =>
    `fixed in ${a.fix}: a ${say(a.unit)} on this version has it unless that patch was applied`,
  'bug.reason.someHave': (a: { fix: string }) =>
    `fixed in ${a.fix}: older releases of this minor version have it, the others are undetermined`,
  'bug.reason.silent': (a: { fix: string }) =>
    `fixed in ${a.fix}; whether this minor version has it is undetermined`,
  'bug.reason.olderNeeded': (a: { fix: string }) =>
    `released before the fix, which the older branch of ${a.fix} needed too`,
  'bug.absence.introducedIn': (a: { version: string }) => `introduced in PostgreSQL ${a.version}`,
  'bug.absence.harmlessFrom': (a: { version: string }) =>
    `the notes call it no bug from PostgreSQL ${a.version} on`,
  'bug.absence.neverBrought': (a: { branch: string }) =>
    `no release of PostgreSQL ${a.branch} lists the change that brought it`,
  'bug.reason.ownIssue': 'recorded by your team in .errata-lens.yaml',
  'bug.reason.otherLine': (a: { branch: string }) => `fixed on another major version (${a.branch})`,
  'bug.reason.ownPart': (a: { name: string }) => `${a.name} has this part of its own: may not apply`,
  'bug.reason.otherMajor': (a: { other: string; branch: string }) =>
    `fixed on PostgreSQL ${a.other}; whether ${a.branch} has it is undetermined`,
  'bug.reason.earlierFix': (a: { version: string }) =>
    `caused by an earlier fix that the notes do not name; ${a.version} has it, this release is undetermined`,
  'bug.reason.doubtful': (a: { branch: string }) =>
    `the fix is probably in ${a.branch}, judging by dates, but a later branch lists it again`,

  'finding.notJudged': (a: { name: string; others: number }) =>
    `Judging took too long and was given up at ${a.name}: nothing is known about it and ${plural(a.others, 'more resource')}. Scan fewer folders at once.`,
  'finding.notJudged.alone': (a: { name: string }) =>
    `Judging took too long and was given up at ${a.name}: nothing is known about it. Scan fewer folders at once.`,
  'finding.clusters': (a: { count: number }) => plural(a.count, 'cluster'),
  'finding.globals': (a: { count: number }) => plural(a.count, 'global database'),
  'finding.instances': (a: { count: number }) => plural(a.count, 'instance'),
  'finding.uncalled': 'The scanned code uses others like this, but not this one: it is never created.',
  'finding.replacedDefault': 'Every scanned caller overrides this default or creates none: it is never used.',
  /** @param a.version null if unknown */
  'finding.replacedVersion': (a: { version: string | null }) =>
    `The default here${part(a.version, (version) => `, ${version},`)} is replaced by all scanned callers.`,
  'finding.usedBy': (a: { name: string }) => `Used by ${a.name}`,
  'finding.notInApi': (a: { name: string; written: string; release: string }) =>
    `“${a.written}” is a revision of ${a.name} ${a.release} that the API has no name for. Write ${a.release}: AWS applies the revision automatically.`,
  'finding.leavesLongTerm': (a: { name: string; minor: string; setting: string }) =>
    `${a.name} ${a.minor} is a long-term support version, and automatic minor version upgrades are on: they move the cluster off it. Set ${a.setting} to false to stay.`,
  'finding.systemUpdate': (a: { name: string; due: string | null }, say: Say) =>
    `${a.name}: an operating system update is pending (${say(a.due)}); applying it takes the instance offline briefly`,
  'finding.systemUpdate.undated': (a: { name: string; due: string | null }) =>
    `${a.name}: an operating system update is pending (no date); applying it takes the instance offline briefly`,
  'finding.bugs': (
    a: {
      name: string;
      version: string;
      /** Assets that share the version, counted by kind; null for a single one. */
      kinds: readonly Text[] | null;
      counts: Text;
      /** A change of the version that will happen without action. */
      first: readonly Text[];
      /** The advice, one sentence per step. */
      next: readonly Text[];
      ownIssues: number;
    },
    say: Say,
  ) => {
    const kinds = part(a.kinds, (kinds) => ` (${say(kinds)})`);
    const next = part([...a.first, ...a.next], (parts) => ` ${say(parts, ' ')}`);
    const own = part(a.ownIssues, ` ${plural(a.ownIssues, 'issue')} recorded by your team.`);
    return `${a.name} ${a.version}${kinds}: ${say(a.counts)}.${next}${own}`;
  },
  'finding.bugs.counts': (a: { urgent: Text; all: number; upstream: string | null }, say: Say) =>
    `${say(a.urgent)}, ${a.all} in all${part(a.upstream, ` with ${a.upstream}'s`)}`,
  'finding.bugs.urgent': (a: { count: number }) => plural(a.count, 'urgent known bug'),
  'finding.bugs.noneUrgent': 'no urgent known bug',
  'finding.ownIssues': (
    a: {
      name: string;
      version: string;
      kinds: readonly Text[] | null;
      count: number;
      /** Titles of the first bugs, quoted. */
      titles: readonly Text[];
      isMore: boolean;
    },
    say: Say,
  ) =>
    `${a.name} ${a.version}${part(a.kinds, (kinds) => ` (${say(kinds)})`)}: ${plural(a.count, 'issue')} recorded by your team: ${say(a.titles)}${part(a.isMore, ' …')}.`,

  'suppression.noReason': (a: { line: number }) =>
    `Line ${a.line}: this suppression has no effect without a reason; add “-- why”.`,
  'suppression.noRule': (a: { line: number }) =>
    `Line ${a.line}: this suppression names no rule; write “errata-lens:ignore known-bugs -- why”, or another rule or a bug's id.`,
  'suppression.unknownRule': (a: { target: string; like: string | null; line: number }, say: Say) =>
    `Line ${a.line}: there is no rule “${a.target}” to suppress; write “${say(a.like)}”.`,
  'suppression.unknownRule.unlike': (a: { target: string; like: string | null; line: number }) =>
    `Line ${a.line}: there is no rule “${a.target}” to suppress; docs/configuration.md lists the rules.`,
  'suppression.unknownResource': (a: { resource: string; like: string | null; line: number }, say: Say) =>
    `Line ${a.line}: no resource is called “${a.resource}”: this entry has no effect; write “${say(a.like)}”.`,
  'suppression.unknownResource.unlike': (a: { resource: string; like: string | null; line: number }) =>
    `Line ${a.line}: no resource is called “${a.resource}”: this entry has no effect. Correct or remove it.`,
  'suppression.tooMany': (a: { most: number; left: number; line: number }) =>
    `Line ${a.line}: more than ${a.most} entries with * or with versions. From this one on they have no effect (${a.left}): name resources without *, or leave entries out.`,
  'suppression.gaveUp':
    'Reading the suppressions took too long and was given up: none of them may have an effect. Leave entries out.',
  'suppression.more': (a: { count: number }) =>
    `${plural(a.count, 'more suppression')} with a mistake: correct those that are named first.`,
  'suppression.expired': (a: { until: string; line: number }) =>
    `Line ${a.line}: this suppression ended on ${a.until}; renew or remove it.`,
  'suppression.badDate': (a: { until: string; line: number }) =>
    `Line ${a.line}: “${a.until}” is not a day; write until=YYYY-MM-DD.`,

  'release.day': (a: { date: string }) => a.date,
  'release.day.latest': (a: { date: string }) => `by ${a.date}`,
  'release.day.earliest': (a: { date: string }) => `${a.date} or later`,
  'support.unlisted': (a: { name: string; scope: string }) =>
    `${a.name} ${a.scope} is no longer in the vendor's release calendar: its standard support has ended.`,
  'support.unlisted.continued': (a: { scope: string }) =>
    `${a.scope} is no longer in the vendor's release calendar: its standard support has ended.`,
  'support.ends': (a: { name: string; scope: string; date: string; days: number }) =>
    `${a.name} ${a.scope}: standard support ends ${dates.at(a.date)} (${dates.left(a.date, a.days)}).`,
  // After a sentence that names the product.
  'support.ends.continued': (a: { scope: string; date: string; days: number }) =>
    `For ${a.scope}, standard support ends ${dates.at(a.date)} (${dates.left(a.date, a.days)}).`,
  'support.ended': (a: { name: string; scope: string; date: string }) =>
    `${a.name} ${a.scope}: standard support ended ${dates.at(a.date)}.`,
  'support.ended.continued': (a: { scope: string; date: string }) =>
    `For ${a.scope}, standard support ended ${dates.at(a.date)}.`,
  'support.over': (a: { name: string; scope: string; date: string; ends: string }) =>
    `${a.name} ${a.scope}: standard support ended ${dates.at(a.date)}, and Extended Support ${dates.at(a.ends)}.`,
  'support.over.continued': (a: { scope: string; date: string; ends: string }) =>
    `For ${a.scope}, standard support ended ${dates.at(a.date)}, and Extended Support ${dates.at(a.ends)}.`,
  'support.partial': (a: { name: string; written: string; scope: string; status: Text }, say: Say) =>
    `Every ${a.name} ${a.scope} release that “${writtenVersion(a.written, 'en')}” can resolve to is out of standard support. ${say(a.status)}`,
  'support.extended': (
    a: {
      name: string;
      scope: string;
      date: string;
      since: Text;
      /** Price of year 3; null if unknown. */
      year3: Text | null;
      /** Null if the calendar does not state it. */
      ends: string | null;
    },
    say: Say,
  ) =>
    `${a.name} ${a.scope}: standard support ended ${dates.at(a.date)}; ${say(a.since)}${part(a.year3, (year3) => `, ${say(year3)}`)}${withName(a.ends, ', its end is unknown', (ends) => `, ends ${dates.at(ends)}`)}.`,
  // A rounded number is precise enough here.
  'support.extended.continued': (
    a: { scope: string; date: string; since: Text; year3: Text | null },
    say: Say,
  ) =>
    `For ${a.scope}, standard support ended ${dates.at(a.date)}; ${say(a.since)}${part(a.year3, (year3) => `, ${say(year3)}`)}.`,
  'support.extended.since': (a: { date: string }) => `Extended Support billed since ${dates.begins(a.date)}`,
  'support.extended.from': (a: { date: string }) => `Extended Support billed from ${dates.begins(a.date)}`,
  'support.year3.since': (a: { date: string }) => `year-3 price since ${dates.begins(a.date)}`,
  'support.year3.from': (a: { date: string; days: number }) =>
    `year-3 price from ${dates.begins(a.date)} (${dates.left(a.date, a.days)})`,

  'version.partial': (
    a: {
      name: string;
      written: string;
      prefix: string;
      /** Release to pin; null if none is advised. */
      pin: string | null;
      /** The move to a later major version. */
      then: Text | null;
      asOf: string;
    },
    say: Say,
  ) =>
    `${a.name} “${writtenVersion(a.written, 'en')}”: resolves to the default release of ${a.prefix} at creation time, so its known bugs cannot be determined from the code. Pin ${withName(a.pin, 'a release')}, or scan the account.${part(a.then, (then) => ` ${say(then)}`)} Notes as of ${a.asOf}.`,
  'version.preview': (a: { name: string; version: string }) =>
    `${a.name} ${a.version} was published as a preview for evaluation only.`,
  'version.dropped': (a: { name: string; version: string; line: string }) =>
    `${a.name} ${a.version} is no longer on the vendor's page: known are the bugs that later releases of ${a.line} fix.`,
  'version.newer': (
    a: { name: string; version: string; newest: string; asOf: string; refresh: Text },
    say: Say,
  ) =>
    `${a.name} ${a.version} is newer than the catalogue (newest there: ${a.newest}, notes as of ${a.asOf}). Its known bugs are not listed yet. ${say(a.refresh)}`,
  'version.skipped': (a: { name: string; version: string; newest: string; asOf: string; later: string }) =>
    `${a.name} ${a.version} is not known to exist: managed databases have ${a.later} and no ${a.version}, as numbers can skip. The newest in the catalogue is ${a.newest} (notes as of ${a.asOf}).`,
  'version.perhapsOut': (a: { name: string; version: string; asOf: string; day: Text }, say: Say) =>
    `It is not known whether ${a.name} ${a.version} was out on ${a.asOf}: its notes state no day (${say(a.day)}). It is left out (--as-of).`,
  'version.perhapsLater': (a: { count: number; first: string; last: string }) =>
    `${a.count} releases (${a.first} to ${a.last}) may have been out on that day, too: their notes state no day. They are left out (--as-of).`,
  'version.perhapsLater.one': (a: { first: string }) =>
    `${a.first} may have been out on that day, too: its notes state no day. It is left out (--as-of).`,
  'version.notCovered': (a: { name: string; version: string; asOf: string; refresh: Text }, say: Say) =>
    `${a.name} ${a.version} is not in the catalogue (notes as of ${a.asOf}): its bugs are unknown. ${say(a.refresh)}`,
  // A refresh never adds older notes.
  'version.older': (a: { name: string; version: string; oldest: string }) =>
    `${a.name} ${a.version} is older than the catalogue, which begins with ${a.oldest}: its bugs are unknown.`,
  'version.noRelease': (a: { name: string; written: string; example: string }) =>
    `“${a.written}” is not an ${a.name} release. Write one as its notes do, e.g. ${a.example}.`,
  'version.similar': (a: { name: string; written: string; similar: readonly string[] }, say: Say) =>
    `“${a.written}” is not the full number of a release of ${a.name}. Did you mean ${say(a.similar)}?`,
  // For a series such as 2023.4: users call it a release, but it cannot be compared with one.
  'version.noOsRelease': (a: { name: string; written: string; example: string }) =>
    `“${a.written}” is not the full number of a release of ${a.name}. Write one as its notes do, e.g. ${a.example}.`,
  'version.range': (a: { name: string; version: string; count: number; first: string; last: string }) =>
    `${a.name} ${a.version} is a range of ${a.count} releases (${a.first} to ${a.last}): each known bug lists the releases that have it.`,
  'version.range.one': (a: { name: string; version: string; count: number; first: string; last: string }) =>
    `${a.name} ${a.version} can only be ${a.first}.`,
  'version.pin': (a: { version: string; count: number; first: string; last: string; unit: Text }, say: Say) =>
    `A ${say(a.unit)} that pins ${a.version} runs one of its ${a.count} releases (${a.first} to ${a.last}). A bug that only some of them are known to have lists those. For one release, ask for it, e.g. ${a.last}.`,
  'version.range.creatable': (a: { count: number; first: string; last: string; unit: Text }, say: Say) =>
    `New ${say(a.unit)}s can use ${a.count} of them (${a.first} to ${a.last}).`,
  'version.range.creatable.one': (a: { count: number; first: string; last: string; unit: Text }, say: Say) =>
    `New ${say(a.unit)}s can use only ${a.first}.`,
  'service.aurora.unit': 'cluster',
  'service.aurora.copy': 'clone',
  'service.aurora.snapshot': 'cluster snapshot',
  'service.rds.unit': 'database',
  'service.rds.copy': 'copy',
  'service.rds.snapshot': 'DB snapshot',
} satisfies Record<string, Message>;
