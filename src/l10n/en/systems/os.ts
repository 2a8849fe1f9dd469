import type { Text, TextArg } from '../../../model/index.ts';
import { capitalised, form, type Message, named, part, plural, type Say, withName } from '../../say.ts';

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
    `${say(a.missing)} The first refresh (errata-lens catalogue update) brings them.`,
  'os.advisories.nextRefresh': (a: { missing: Text }, say: Say) =>
    `${say(a.missing)} The next refresh (errata-lens catalogue update) brings them.`,
  'os.advisories.later': (a: { count: number; name: string; version: string }) =>
    `${plural(a.count, 'advisory is', 'advisories are')} for kits later than those of ${a.name} ${a.version}, the newest known release: not counted, because it is unknown which release has the ${form(a.count, 'fix', 'fixes')}.`,
  'os.feed.empty': 'No advisory was found; the feed format may have changed.',
  'os.feed.oddEntries': (a: { count: number; example: string | null }) =>
    `${plural(a.count, 'advisory', 'advisories')} could not be understood${part(a.example, (example) => `, e.g. “${example}”`)}.`,
  'os.feed.foreignLinks': (a: { count: number; example: string }) =>
    `${plural(a.count, 'advisory links', 'advisories link')} outside the security center, e.g. ${a.example}; such links are not followed.`,
  'os.feed.brokenOff': 'The feed ends early. What was read is used; known advisories are kept.',
  'os.updateinfo.unread': (a: { name: string; cause: Text; attempts: number | null }, say: Say) =>
    `The package repository of ${a.name} provides no advisories${part(a.attempts, (attempts) => ` (${attempts} attempts)`)}: ${say(a.cause)} The security center feed is read instead; it names no fixed versions. Known advisories are kept.`,
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
  'os.severity.critical': (a: { count: number }) => `${a.count} critical`,
  'os.severity.high': (a: { count: number }) => `${a.count} high`,
  'os.severity.medium': (a: { count: number }) => `${a.count} medium`,
  'os.severity.low': (a: { count: number }) => `${a.count} low`,
  'os.severity.unrated': (a: { count: number }) => `${a.count} unrated`,
  'os.packageCves': (a: { name: string; cves: number }) => `${a.name} ${a.cves}`,
  'os.otherPackages': (a: { count: number }) => plural(a.count, 'other package'),
  'os.behind': (a: OsBehindArgs, say: Say) =>
    `${withName(a.name, 'Release')} ${a.version}${behind(a, say)}${part(a.fixes, (fixes) => ` ${say(fixes, ' ')}`)} Notes as of ${a.asOf}.`,
  'os.behind.image': (a: OsBehindArgs & OsImageArgs, say: Say) =>
    `${named(a.name, imageOf(a, say), ', ')}${behind(a, say)}${part(a.fixes, (fixes) => ` ${say(fixes, ' ')}`)} Notes as of ${a.asOf}.`,
  'os.line': (a: OsLineArgs, say: Say) =>
    `${withName(a.name, 'Release')} ${a.version}${behind(a, say)}${part(a.next, (next) => ` ${say(next, ' ')}`)}`,
  'os.line.image': (a: OsLineArgs & OsImageArgs, say: Say) =>
    `${named(a.name, imageOf(a, say), ', ')}${behind(a, say)}${part(a.next, (next) => ` ${say(next, ' ')}`)}`,
  'os.line.unrated': (a: { all: number }) =>
    `${plural(a.all, 'known bug')}, ${form(a.all, 'unrated', 'all unrated')} in the notes`,
  'os.line.onlyOfHost': 'no known bug, except in packages of the host',
  'os.line.behind': (a: { newest: string }) => `older than ${a.newest}`,
  'os.capitalised': (a: { words: Text }, say: Say) => capitalised(say(a.words)),
  'os.distance.newest': 'the newest in the catalogue',
  'os.distance': (a: OsDistanceArgs) =>
    `${plural(a.days, 'day')} and ${plural(a.releases, 'release')} behind ${a.newest} (${a.newestDate})`,
  'os.distance.atLeast': (a: OsDistanceArgs) =>
    `${plural(a.days, 'day')} and at least ${plural(a.releases, 'release')} behind ${a.newest} (${a.newestDate})`,
  'os.fixes.advisories': (
    a: {
      advisories: number;
      /** The same, by severity. */
      rated: readonly Text[];
      cves: number;
      /** Number of further CVEs that only the notes name. */
      unrated: number;
      packages: readonly Text[];
    },
    say: Say,
  ) =>
    `Later releases fix ${plural(a.advisories, 'advisory', 'advisories')} (${say(a.rated)}) with ${plural(a.cves, 'CVE')}${part(a.unrated, `, and ${plural(a.unrated, 'CVE')} named only in the notes, unrated`)}${part(a.packages, (packages) => `: ${say(packages)}`)}.`,
  'os.fixes.cves': (a: { cves: number; packages: readonly Text[] }, say: Say) =>
    `Later releases fix at least ${plural(a.cves, 'CVE')}, which the notes do not rate${part(a.packages, (packages) => `: ${say(packages)}`)}.`,
  'os.fixes.ofHost': (a: { ofHost: number }) =>
    `Not counted: ${plural(a.ofHost, 'fix', 'fixes')} of the kernel, the boot loader and firmware, which are the host’s.`,
  'os.fixes.updated': (a: { updated: readonly string[] }, say: Say) => `Updated since: ${say(a.updated)}.`,
  'os.fixes.noneNamed': 'The notes name no CVE fixed since; unlisted ones can exist.',
  'os.fixes.noneListed': 'No advisory is listed since.',
  'os.fixes.unknown': 'Missing fixes are unknown.',
  'os.fixes.notEmbedded': 'Missing fixes are unknown: no advisories are embedded.',
  'os.fixes.notKnown': 'Missing fixes are unknown: no advisories are in the catalogue.',
  'os.next.release': (a: { version: string }) => `Next: ${a.version}.`,
  'os.next.image': (a: { day: string; cautions: readonly Text[] }, say: Say) =>
    `Next: the image of ${a.day}.${part(a.cautions, (cautions) => ` It ${say(cautions)}: check its changelog first.`)}`,
  'os.next.dated': (a: { date: string }) => `Next: an image from ${a.date} or later.`,
  'os.recalled': (a: { url: string }) => `recalled by the vendor, do not use it (${a.url}).`,
  'os.knownIssues': (a: { url: string }) => `its notes report known issues (${a.url}).`,
  'os.knownIssue': (a: { title: string; url: string }) =>
    `known issue in this release: ${a.title} (${a.url}).`,
  'os.joined': (a: { first: Text; then: Text }, say: Say) => `${say(a.first)} ${say(a.then)}`,
  'os.newer': (
    a: { name: string | null; version: string; newest: string; asOf: string; refresh: Text },
    say: Say,
  ) =>
    `${withName(a.name, 'Release')} ${a.version} is newer than the catalogue (newest there: ${a.newest}, notes as of ${a.asOf}). ${say(a.refresh)}`,
  'os.notInCatalogue': (a: { product: string }) =>
    `No release of ${a.product} is in the catalogue. Refresh it.`,
  'os.notCovered': (a: { name: string | null; next: string | null }) =>
    `${withName(a.name, 'Its bugs', (name) => `The bugs of ${name}`)} are not in the catalogue: missing fixes are unknown.${part(a.next, (next) => ` Migrate to ${next}.`)}`,
  'os.generation': (a: { name: string | null; becomes: string | null }) =>
    `${named(a.name, 'release unknown', ', ')}: missing fixes cannot be determined from the code. Scan the account, or check /etc/os-release.${becoming(a)}`,
  'os.floating': (
    a: {
      name: string | null;
      /** Service that chooses the image, and when it does. */
      how: Text;
      kernelNotice: string | null;
      becomes: string | null;
    },
    say: Say,
  ) => `${named(a.name, say(a.how))}${kernelOf(a)}${becoming(a)}`,
  'os.floating.open': (
    a: {
      name: string | null;
      how: Text;
      kernelNotice: string | null;
      becomes: string | null;
      next: Text | null;
    },
    say: Say,
  ) =>
    `${named(a.name, say(a.how))} Not pinned: deployments may get different images; what runs now is unknown.${part(a.next, (next) => ` ${say(next)}`)}${kernelOf(a)}${becoming(a)}`,
  'os.taken.latest-parameter': 'this parameter resolves to the newest image at each deployment.',
  'os.taken.managed': 'CodeBuild manages and updates this image; higher numbers have newer systems.',
  'os.taken.moving-tag': 'the vendor moves this tag to each new image.',
  'os.taken.newest-alias': 'each new node takes the newest image that this alias means.',
  'os.taken.newest-match': 'this filter takes the newest image that matches.',
  'os.taken.latest-at-deployment': 'each deployment takes the newest image.',
  'os.taken.latest-releasever': 'the command takes the newest release when it runs.',
  'os.support.ended': (
    a: { name: string | null; date: string; days: number; source: Text | null },
    say: Say,
  ) =>
    `${withName(a.name, 'It')} reached end of support on ${a.date} (${plural(a.days, 'day')} ago).${after(a, say)}`,
  'os.support.maintenance': (
    a: { name: string | null; date: string; ends: string; days: number; source: Text | null },
    say: Say,
  ) =>
    `${named(a.name, 'standard support')} ended ${a.date}; maintenance with security fixes until ${a.ends} (in ${plural(a.days, 'day')}).${after(a, say)}`,
  'os.support.standard': (
    a: { name: string | null; date: string; days: number; maintenance: string | null; source: Text | null },
    say: Say,
  ) =>
    `${named(a.name, 'standard support')} ends ${a.date} (in ${plural(a.days, 'day')})${part(a.maintenance, (until) => `, maintenance until ${until}`)}.${after(a, say)}`,
  'os.support.source': (a: { url: string; others: readonly Text[] }, say: Say) =>
    `Source: ${a.url}${part(a.others, (others) => `; ${say(others)}`)}.`,
  'os.support.shorter': (a: { date: string }) =>
    `Its EKS-optimized AMIs were supported only until ${a.date}.`,
  'os.support.other': (a: { date: string; url: string }) => `another page says ${a.date} (${a.url})`,
  'os.support.eks': (a: { date: string; url: string }) =>
    `its EKS-optimized AMIs were supported only until ${a.date} (${a.url})`,
  'os.upgrade.clears': (a: OsUpgradeArgs, say: Say) =>
    `Nearest known release with every critical and high fix that ${a.pinned} lacks: ${say(a.gains)}.${part(a.hasGaps, ' The catalogue lacks releases in between, so an earlier one may suffice.')}`,
  'os.upgrade.newest': (a: OsUpgradeArgs, say: Say) =>
    `Newest release in the catalogue (${a.date})${say(a.gains)}.`,
  'os.upgrade.newestImage': (a: OsUpgradeArgs & { publisher: string; day: string }, say: Say) =>
    `Base of the newest ${a.publisher}-optimized image in the catalogue (${a.day})${say(a.gains)}.`,
  'os.upgrade.gains': (
    a: {
      fixes: number;
      serious: number;
      cves: number;
      /** Method by which fixes were assigned to releases. */
      certainty: Text;
    },
    say: Say,
  ) =>
    `${plural(a.fixes, 'known fix', 'known fixes')}${part(a.serious, ` (${a.serious} serious)`)} with ${plural(a.cves, 'CVE')}; ${say(a.certainty)}`,
  'os.upgrade.gains.included': (a: { gains: Text }, say: Say) =>
    `, including all earlier fixes: ${say(a.gains)}`,
  'os.upgrade.gains.unknown': (a: OsUpdatedArgs, say: Say) =>
    `; the catalogue does not list its fixes${updatedIn(a, say)}`,
  'os.upgrade.gains.none': (a: OsUpdatedArgs, say: Say) => `; no fix is listed since${updatedIn(a, say)}`,
  'os.upgrade.certainty.byVersion': 'all assigned by fixed version',
  'os.upgrade.certainty.byDate': 'all assigned by advisory date, not by version',
  'os.upgrade.certainty': (a: { byVersion: number; byDate: number }) =>
    `${a.byVersion} assigned by fixed version, ${a.byDate} by advisory date`,
  'os.upgrade.generation': (a: { from: string; name: string; date: string }) =>
    `Newest release of ${a.name} (${a.date}), a later generation than ${a.from}. Which fixes it has is unknown: each generation has its own advisories.`,
  'os.upgrade.generation.image': (a: { from: string; name: string; date: string; publisher: string }) =>
    `Newest ${a.publisher}-optimized image of ${a.name} (${a.date}), a later generation than ${a.from}. Which fixes it has is unknown: each generation has its own advisories.`,
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
    `${capitalised(say(a.version))}: ${say(a.warnings, ' ')} ${say(a.reason)}`,
  'os.upgrade.target': (a: { version: string; warning: Text }, say: Say) => `${a.version}: ${say(a.warning)}`,
} satisfies Record<string, Message>;

interface OsUpgradeArgs extends Record<string, TextArg> {
  pinned: string;
  date: string;
  /** Fixes that the step adds; never "no fixes" if none are listed. */
  gains: Text;
  hasGaps: boolean;
}

interface OsUpdatedArgs extends Record<string, TextArg> {
  /** Fundamental packages that have a newer version there. */
  updated: readonly string[];
}

interface OsDistanceArgs extends Record<string, TextArg> {
  days: number;
  releases: number;
  newest: string;
  newestDate: string;
}

/** Start of every sentence about a pinned release. */
interface OsPinnedArgs extends Record<string, TextArg> {
  /** Null after a sentence that names it. */
  name: string | null;
  version: string;
  /** Number of images that share the pin; null for one. */
  images: number | null;
  /** Warnings in the notes about the release, and its distance from the newest one. */
  standing: readonly Text[];
  /** Titles of bugs that the team recorded. */
  ownIssues: readonly string[];
}

/** Arguments for an image with its own version numbers, whose release is not stated. */
interface OsImageArgs extends Record<string, TextArg> {
  imageDay: string;
  /** Release that the image was built from; null if unknown. */
  base: string | null;
  /** Versions of its parts. */
  parts: readonly Text[];
}

interface OsBehindArgs extends OsPinnedArgs {
  /** Fixes of later releases, or the reason why they are unknown; never "0 CVEs" if none are listed. */
  fixes: readonly Text[];
  asOf: string;
}

interface OsLineArgs extends OsPinnedArgs {
  /** Reason for missing counts, then the advice, one sentence per step. */
  next: readonly Text[];
}

function behind({ images, standing, ownIssues }: OsPinnedArgs, say: Say): string {
  const own = part(
    ownIssues,
    (titles) => ` ${plural(titles.length, 'issue')} recorded by your team: ${say(titles)}.`,
  );
  return `${part(images, (count) => ` (${count} images)`)}: ${say(standing, ' ')}.${own}`;
}

function updatedIn({ updated }: OsUpdatedArgs, say: Say): string {
  return part(updated, (names) => ` (updated: ${say(names)})`);
}

function becoming({ becomes }: { becomes: string | null }): string {
  return part(becomes, (next) => ` Next: ${next}.`);
}

function kernelOf({ kernelNotice }: { kernelNotice: string | null }): string {
  return part(kernelNotice, (version) => ` The default kernel changes with it: see the notes of ${version}.`);
}

function after({ source }: { source: Text | null }, say: Say): string {
  return part(source, (of) => ` ${say(of)}`);
}

/** `image of 2026-07-14, built from 2023.12.20260710 (kernel 6.12.94, containerd 2.2.4)` */
function imageOf({ imageDay, base, parts }: OsImageArgs, say: Say): string {
  return `image of ${imageDay}${part(base, (release) => `, built from ${release}`)}${part(parts, (has) => ` (${say(has)})`)}`;
}
