import type { Severity, Text, TextArg, OsFloating } from '../../model/index.ts';
import { capitalised, type Message, named, plural, type Say } from '../say.ts';
import { refresh } from './catalogue.ts';

export const os = {
  'os.page.noRelease': 'The title names no release, so this page is not in the catalogue.',
  'os.page.cvesWithoutPackage': (a: { cves: readonly string[] }, say: Say) =>
    `No package was found for ${say(a.cves)}. They are not in the catalogue.`,
  'os.page.namelessPackages': (a: { names: readonly string[] }, say: Say) =>
    `The page does not name the packages behind ${say(a.names)}. They are not in the catalogue.`,
  'os.page.empty': 'No package or notice was found; the page format may have changed.',
  'os.index.empty': (a: { product: string }) =>
    `No release page of ${a.product} is listed; the index format may have changed.`,
  'os.feed.unread': (a: { cause: Text; name: string }, say: Say) =>
    `${say(a.cause)} Known advisories of ${a.name} are kept; without the rest, most of its CVEs are missing.`,
  'os.advisories.unread': (a: { cause: Text }, say: Say) =>
    `${say(a.cause)} Known advisories are kept; without the rest, most of its CVEs are missing.`,
  'os.advisories.notEmbedded': (a: { names: readonly string[] }, say: Say) =>
    `Not embedded: the advisories of ${say(a.names)}.`,
  'os.advisories.notKnown': (a: { names: readonly string[] }, say: Say) =>
    `Not in the catalogue: the advisories of ${say(a.names)}.`,
  'os.advisories.firstRefresh': (a: { missing: Text }, say: Say) =>
    `${say(a.missing)} The first refresh (errata-lens catalogue update) brings them: their severity, their CVEs and the release that fixes each.`,
  'os.advisories.nextRefresh': (a: { missing: Text }, say: Say) =>
    `${say(a.missing)} The next refresh (errata-lens catalogue update) brings them: their severity, their CVEs and the release that fixes each.`,
  'os.feed.empty': 'No advisory was found; the feed format may have changed.',
  'os.feed.oddEntries': (a: { count: number; example: string | null }) =>
    `${plural(a.count, 'advisory', 'advisories')} could not be understood${a.example === null ? '' : `, e.g. “${a.example}”`}.`,
  'os.feed.foreignLinks': (a: { count: number; example: string }) =>
    `${plural(a.count, 'advisory links', 'advisories link')} outside the security center, e.g. ${a.example}; such links are not followed.`,
  'os.feed.brokenOff': 'The feed ends early. What was read is used; known advisories are kept.',
  'os.updateinfo.unread': (a: { name: string; cause: Text; count: number }, say: Say) =>
    `The package repository of ${a.name} provides no advisories${a.count > 1 ? ` (${a.count} attempts)` : ''}: ${say(a.cause)} The security center feed is read instead; it names no fixed versions. Known advisories are kept.`,
  'os.updateinfo.otherUnread': (a: { name: string; channels: readonly string[]; cause: Text }, say: Say) =>
    `The repositories ${say(a.channels)} of ${a.name} provide no advisories: ${say(a.cause)} Known ones are kept; the core repository is not affected.`,
  'os.updateinfo.noMirror': 'The mirror list names no copy of the repository.',
  'os.updateinfo.noEntry': 'The repository index names no advisories.',
  'os.updateinfo.otherDigest': 'The file does not match the repository index.',
  'os.updateinfo.elsewhere': (a: { href: string }) =>
    `The repository index names a file that is not read: ${a.href}.`,
  'os.bulletin.noPackages': (a: { count: number }) =>
    `${plural(a.count, 'bulletin names', 'bulletins name')} no fixed package, this one for example; releases are assigned without them.`,
  'os.bulletin.unread': (a: { count: number; cause: Text }, say: Say) =>
    `${plural(a.count, 'bulletin')} could not be read. ${say(a.cause)} Their advisories are assigned by date.`,
  'os.changelog.empty': 'No release was found in the changelog; its format may have changed.',
  'os.imageBases.unread': (a: { publisher: string; cause: Text }, say: Say) =>
    `This changelog names the Amazon Linux releases of ${a.publisher}-optimized images. ${say(a.cause)} Known ones are kept; others are assigned by date.`,
  'os.reason.byNotes': (a: { version: string }) => `fixed in ${a.version}, according to its notes`,
  'os.reason.unrated': (a: { version: string }) =>
    `fixed in ${a.version}, according to its notes, which do not rate it`,
  'os.reason.byVersion': (a: { version: string }) =>
    `by version: ${a.version} is the first known release with the fix`,
  'os.reason.byDate': (a: { date: string; version: string }) =>
    `by date: the advisory is dated ${a.date}; ${a.version} is the first known release since`,
  'os.severityCount': (a: { severity: Severity; count: number }) => `${a.count} ${a.severity}`,
  'os.packageCves': (a: { name: string; cves: number }) => `${a.name} ${a.cves}`,
  'os.otherPackages': (a: { count: number }) => plural(a.count, 'other package'),
  'os.behind': (a: OsBehindArgs, say: Say) => {
    const images = a.images > 1 ? ` (${a.images} images)` : '';
    const what =
      a.imageDay === null ? `${a.name ?? 'Release'} ${a.version}` : named(a.name, imageOf(a, say), ', ');
    const warnings = saidFirst(a.warnings, say);
    const behind = warnings === '' ? distance(a) : capitalised(distance(a));
    const own =
      a.ownIssues.length === 0
        ? ''
        : ` ${plural(a.ownIssues.length, 'issue')} recorded by your team: ${say(a.ownIssues)}.`;
    return `${what}${images}: ${warnings}${behind}.${own}${fixes(a, say)} Notes as of ${a.asOf}.`;
  },
  'os.line': (a: OsLineArgs, say: Say) => {
    const what =
      a.imageDay === null ? `${a.name ?? 'Release'} ${a.version}` : named(a.name, imageOf(a, say), ', ');
    const images = a.images > 1 ? ` (${a.images} images)` : '';
    const warnings = saidFirst(a.warnings, say);
    const behind = warnings === '' ? distance(a) : capitalised(distance(a));
    const own =
      a.ownIssues.length === 0
        ? ''
        : ` ${plural(a.ownIssues.length, 'issue')} recorded by your team: ${say(a.ownIssues)}.`;
    return `${what}${images}: ${warnings}${behind}.${own}${urgentSince(a, say)}${leftOut(a)}${next(a, say)}`;
  },
  'os.next.release': (a: { version: string }) => `Next: ${a.version}.`,
  'os.next.image': (a: { day: string; cautions: readonly Text[] }, say: Say) =>
    `Next: the image of ${a.day}.${a.cautions.length === 0 ? '' : ` It ${say(a.cautions)}: check its changelog first.`}`,
  'os.next.dated': (a: { date: string }) => `Next: an image from ${a.date} or later.`,
  'os.recalled': (a: { url: string }) => `recalled by the vendor, do not use it (${a.url}).`,
  'os.knownIssue': (a: { title: string | null; url: string }) =>
    a.title === null
      ? `its notes report known issues (${a.url}).`
      : `known issue in this release: ${a.title} (${a.url}).`,
  'os.joined': (a: { first: Text; then: Text }, say: Say) => `${say(a.first)} ${say(a.then)}`,
  'os.newer': (a: { name: string | null; version: string; newest: string; asOf: string; isPast: boolean }) =>
    `${a.name ?? 'Release'} ${a.version} is newer than the catalogue (newest there: ${a.newest}, notes as of ${a.asOf}). ${refresh(a)}`,
  'os.notInCatalogue': (a: { product: string }) =>
    `No release of ${a.product} is in the catalogue. Refresh it.`,
  'os.notCovered': (a: { name: string | null; next: string | null }) => {
    const next = a.next === null ? '' : ` Migrate to ${a.next}.`;
    return `${a.name === null ? 'Its bugs' : `The bugs of ${a.name}`} are not in the catalogue: missing fixes are unknown.${next}`;
  },
  'os.generation': (a: { name: string | null; becomes: string | null }) =>
    `${named(a.name, 'release unknown', ', ')}: missing fixes cannot be determined from the code. Scan the account, or check /etc/os-release.${becoming(a)}`,
  'os.floating': (
    a: {
      name: string | null;
      how: OsFloating;
      kernelNotice: string | null;
      becomes: string | null;
      next: Text | null;
    },
    say: Say,
  ) => {
    const kernel =
      a.kernelNotice === null
        ? ''
        : ` The default kernel changes with it: see the notes of ${a.kernelNotice}.`;
    const open =
      a.how === 'managed'
        ? ''
        : ` Not pinned: deployments may get different images; what runs now is unknown.${a.next === null ? '' : ` ${say(a.next)}`}`;
    return `${named(a.name, FLOATING[a.how])}${open}${kernel}${becoming(a)}`;
  },
  'os.support.ended': (a: { name: string | null; date: string; days: number; source: Text }, say: Say) =>
    `${a.name === null ? 'It' : a.name} reached end of support on ${a.date} (${plural(a.days, 'day')} ago).${after(a.source, say)}`,
  'os.support.maintenance': (
    a: { name: string | null; date: string; ends: string; days: number; source: Text },
    say: Say,
  ) =>
    `${named(a.name, 'standard support')} ended ${a.date}; maintenance with security fixes until ${a.ends} (in ${plural(a.days, 'day')}).${after(a.source, say)}`,
  'os.support.standard': (
    a: { name: string | null; date: string; days: number; maintenance: string | null; source: Text },
    say: Say,
  ) => {
    const maintenance = a.maintenance === null ? '' : `, maintenance until ${a.maintenance}`;
    return `${named(a.name, 'standard support')} ends ${a.date} (in ${plural(a.days, 'day')})${maintenance}.${after(a.source, say)}`;
  },
  'os.support.source': (a: { url: string; others: readonly Text[] }, say: Say) =>
    `Source: ${a.url}${a.others.length > 0 ? `; ${say(a.others)}` : ''}.`,
  'os.support.shorter': (a: { dates: readonly string[] }) =>
    a.dates.length === 0 ? '' : `Its EKS-optimized AMIs were supported only until ${a.dates[0] ?? ''}.`,
  'os.support.other': (a: { date: string; url: string }) => `another page says ${a.date} (${a.url})`,
  'os.support.eks': (a: { date: string; url: string }) =>
    `its EKS-optimized AMIs were supported only until ${a.date} (${a.url})`,
  'os.upgrade.clears': (a: OsUpgradeArgs, say: Say) =>
    `Nearest known release with every critical and high fix that ${a.pinned} lacks: ${gains(a, say)}.${a.hasGaps ? ' The catalogue lacks releases in between, so an earlier one may suffice.' : ''}`,
  'os.upgrade.newest': (a: OsUpgradeArgs, say: Say) =>
    `Newest release in the catalogue (${a.date}), including all earlier fixes: ${gains(a, say)}.`,
  'os.upgrade.newestImage': (a: OsUpgradeArgs & { publisher: string; day: string }, say: Say) =>
    `Base of the newest ${a.publisher}-optimized image in the catalogue (${a.day}), including all earlier fixes: ${gains(a, say)}.`,
  'os.upgrade.certainty': (a: { byVersion: number; byDate: number }) => {
    if (a.byDate === 0) return 'all assigned by fixed version';
    return a.byVersion === 0
      ? 'all assigned by advisory date, not by version'
      : `${a.byVersion} assigned by fixed version, ${a.byDate} by advisory date`;
  },
  'os.upgrade.generation': (a: {
    from: string;
    name: string;
    date: string;
    /** Of an image that its publisher numbers by the day. */
    publisher: string | null;
  }) =>
    `${a.publisher === null ? 'Newest release' : `Newest ${a.publisher}-optimized image`} of ${a.name} (${a.date}), a later generation than ${a.from}. Which fixes it has is unknown: each generation has its own advisories.`,
  'os.upgrade.way.dnf': (a: { version: string }) =>
    `In-place upgrade supported: use the image or tag of ${a.version}, or run dnf upgrade --releasever=${a.version} on a host.`,
  'os.upgrade.way.yum': (a: { version: string }) =>
    `In-place upgrade supported: use the image or tag of ${a.version}; on a host, yum update installs the newest packages, not one release.`,
  'os.upgrade.way.byDate': (a: { version: string; date: string }) =>
    `Use an image of the same kind from ${a.date} or later whose notes name ${a.version} or a newer release as its source.`,
  'os.upgrade.way.image': (a: { day: string; base: string; publisher: string }) =>
    `Use the ${a.publisher}-optimized image of ${a.day} or a later one: it was built from ${a.base}.`,
  'os.upgrade.way.wholeImage': (a: { version: string }) =>
    `Use the image of ${a.version} for the same variant; hosts are updated as a whole, by the update operator or updater.`,
  'os.upgrade.way.replace': (a: { name: string }) =>
    `No in-place upgrade: replace instances or containers with ones from an image of ${a.name}.`,
  'os.upgrade.effect':
    'A new kernel, glibc or openssl takes effect after a restart; from an image, when instances or containers are replaced.',
  'os.upgrade.effect.generation':
    'Packages, Python, cron and extras differ between generations: test before replacing anything.',
  'os.upgrade.notice.default-kernel': (a: { version: string; url: string }) =>
    `The default kernel changes on the way: see the notes of ${a.version} (${a.url}).`,
  'os.upgrade.notice.python': (a: { version: string; url: string }) =>
    `Python or its symbolic links change on the way: see the notes of ${a.version} (${a.url}).`,
  'os.upgrade.notice.end-of-support': (a: { version: string; url: string }) =>
    `Something reaches end of support on the way: see the notes of ${a.version} (${a.url}).`,
  'os.upgrade.from': (a: { version: string | Text; warnings: readonly Text[]; reason: Text }, say: Say) =>
    `${capitalised(say(a.version))}: ${a.warnings.map((warning) => say(warning)).join(' ')} ${say(a.reason)}`,
  'os.upgrade.target': (a: { version: string; warning: Text }, say: Say) => `${a.version}: ${say(a.warning)}`,
} satisfies Record<string, Message>;

interface OsUpgradeArgs extends Record<string, TextArg> {
  pinned: string;
  date: string;
  fixes: number;
  serious: number;
  cves: number;
  /** How the fixes were placed; null where there are none. */
  certainty: Text | null;
  hasGaps: boolean;
  isWithoutAdvisories: boolean;
  /** Packages that everything depends on and that are newer there. */
  updated: readonly string[];
}

/** What going there gains, never "no fixes" where nobody listed any. */
function gains(a: OsUpgradeArgs, say: Say): string {
  const updated = a.updated.length > 0 ? ` (updated: ${say(a.updated)})` : '';
  if (a.fixes === 0) {
    return a.isWithoutAdvisories
      ? `which fixes it has is unknown${updated}`
      : `no fix is listed since${updated}`;
  }
  const serious = a.serious > 0 ? ` (${a.serious} serious)` : '';
  return `${plural(a.fixes, 'known fix', 'known fixes')}${serious} with ${plural(a.cves, 'CVE')}; ${say(a.certainty)}`;
}

interface OsBehindArgs extends Record<string, TextArg> {
  /** Null after a sentence that has it. */
  name: string | null;
  version: string;
  /** The day of an image of its own numbering; its release is not told. */
  imageDay: string | null;
  /** The release that such an image was built from; null where that is not known. */
  base: string | null;
  /** Versions of parts of such an image. */
  parts: readonly Text[];
  images: number;
  days: number;
  releases: number;
  isAtLeast: boolean;
  newest: string;
  newestDate: string;
  advisories: readonly Text[];
  advisoryCount: number;
  cves: number;
  /** Fixes of a host's packages that are left out of the others, where a container is pinned. */
  ofHost: number;
  unratedCves: number;
  packages: readonly Text[];
  updated: readonly string[];
  isWithoutAdvisories: boolean;
  /** Somebody publishes advisories of the system. */
  hasAdvisorySource: boolean;
  /** The catalogue is the embedded snapshot. */
  isEmbedded: boolean;
  /** What the notes say against the release itself. */
  warnings: readonly Text[];
  /** Titles of the team's own known issues. */
  ownIssues: readonly string[];
  asOf: string;
}

type OsImageArgs = Pick<OsBehindArgs, 'imageDay' | 'base' | 'parts'>;

type OsLineArgs = Pick<
  OsBehindArgs,
  | 'name'
  | 'ofHost'
  | 'version'
  | 'imageDay'
  | 'base'
  | 'parts'
  | 'images'
  | 'days'
  | 'releases'
  | 'isAtLeast'
  | 'newest'
  | 'newestDate'
> &
  Pick<OsBehindArgs, 'advisoryCount' | 'cves' | 'isWithoutAdvisories' | 'hasAdvisorySource' | 'isEmbedded'> &
  Pick<OsBehindArgs, 'warnings' | 'ownIssues'> &
  Record<string, TextArg> & {
    /** Urgent advisories by package, of what the image has by default. */
    urgent: readonly Text[];
    packages: readonly Text[];
    /** The advice, in a sentence for each step. */
    next: readonly Text[];
  };

function urgentSince(a: OsLineArgs, say: Say): string {
  if (a.releases === 0) return '';
  if (a.urgent.length > 0) return ` Urgent advisories since: ${say(a.urgent)}.`;
  if (a.advisoryCount > 0)
    return ` None of the ${plural(a.advisoryCount, 'advisory', 'advisories')} since is rated urgent for the default packages.`;
  if (a.cves > 0)
    return ` Later releases fix at least ${plural(a.cves, 'CVE')}, which the notes do not rate: ${say(a.packages)}.`;
  if (a.ofHost > 0) return '';
  if (!a.hasAdvisorySource) return ' The notes name no CVE fixed since; unlisted ones can exist.';
  if (!a.isWithoutAdvisories) return ' No advisory is listed since.';
  return ` Missing fixes are unknown: no advisories are ${a.isEmbedded ? 'embedded' : 'in the catalogue'}.`;
}

/** What a container does not bring is not its own. */
function leftOut({ ofHost }: OsLineArgs): string {
  return ofHost === 0
    ? ''
    : ` Not counted: ${plural(ofHost, 'fix', 'fixes')} of the kernel, the boot loader and firmware, which are the host’s.`;
}

function becoming({ becomes }: { becomes: string | null }): string {
  return becomes === null ? '' : ` Next: ${becomes}.`;
}

function after(source: Text, say: Say): string {
  const told = say(source);
  return told === '' ? '' : ` ${told}`;
}

const FLOATING: Record<OsFloating, string> = {
  'latest-parameter': 'this parameter resolves to the newest image at each deployment.',
  managed: 'CodeBuild manages and updates this image; higher numbers have newer systems.',
  'moving-tag': 'the vendor moves this tag to each new image.',
  'newest-alias': 'each new node takes the newest image that this alias means.',
  'newest-match': 'this filter takes the newest image that matches.',
  'latest-at-deployment': 'each deployment takes the newest image.',
  'latest-releasever': 'the command takes the newest release when it runs.',
};

/** `image of 2026-07-14, built from 2023.12.20260710 (kernel 6.12.94, containerd 2.2.4)` */
function imageOf({ imageDay, base, parts }: OsImageArgs, say: Say): string {
  const has = parts.length > 0 ? ` (${say(parts)})` : '';
  return `image of ${imageDay ?? ''}${base === null ? '' : `, built from ${base}`}${has}`;
}

function saidFirst(warnings: readonly Text[], say: Say): string {
  return warnings.map((warning, i) => `${i === 0 ? say(warning) : capitalised(say(warning))} `).join('');
}

function distance(
  a: Pick<OsBehindArgs, 'releases' | 'isAtLeast' | 'days' | 'newest' | 'newestDate'>,
): string {
  if (a.releases === 0) return 'the newest in the catalogue';
  const count = `${a.isAtLeast ? 'at least ' : ''}${plural(a.releases, 'release')}`;
  return `${plural(a.days, 'day')} and ${count} behind ${a.newest} (${a.newestDate})`;
}

/** What later releases fix, or why that is not known: never "0 CVEs" where nobody listed any. */
function next(a: OsLineArgs, say: Say): string {
  return a.next.map((part) => ` ${say(part)}`).join('');
}

function fixes(a: OsBehindArgs, say: Say): string {
  if (a.releases === 0) return '';
  const packages = a.packages.length > 0 ? `: ${say(a.packages)}` : '';
  if (a.advisoryCount > 0) {
    const unrated =
      a.unratedCves > 0 ? `, and ${plural(a.unratedCves, 'CVE')} named only in the notes, unrated` : '';
    const advisories = plural(a.advisoryCount, 'advisory', 'advisories');
    return ` Later releases fix ${advisories} (${say(a.advisories)}) with ${plural(a.cves - a.unratedCves, 'CVE')}${unrated}${packages}.`;
  }
  const updated = a.updated.length > 0 ? ` Updated since: ${say(a.updated)}.` : '';
  if (a.cves > 0) {
    return ` Later releases fix at least ${plural(a.cves, 'CVE')}, which the notes do not rate${packages}.`;
  }
  if (!a.hasAdvisorySource) return `${updated} The notes name no CVE fixed since; unlisted ones can exist.`;
  if (!a.isWithoutAdvisories) return `${updated} No advisory is listed since.`;
  return `${updated} Missing fixes are unknown.`;
}
