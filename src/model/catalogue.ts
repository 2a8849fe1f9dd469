import type { ImageBase } from './os-image.ts';
import type { ProductId } from './product.ts';
import type { Feature, FeatureForm, Impact, Kind, Needs, Severity, Trait } from './taxonomy.ts';
import type { Problem } from './basics/text.ts';

/** Words of a page title or of the notes about a release as a whole. */
export type ReleaseStatus = 'deprecated' | 'beta' | 'default' | 'extended-support';

/** What a notice of an operating system's release is about; all else is `other`. */
export const NOTICE_TOPICS = [
  'recalled', // the vendor took the release back
  'known-issue', // this release has a fault
  'default-kernel', // another kernel is installed, or will be
  'python', // an interpreter or its links change
  'end-of-support', // a package, an image or the system loses support
  'other',
] as const;
export type NoticeTopic = (typeof NOTICE_TOPICS)[number];

/**
 * Parts of an open-source database that not every user of it runs.
 *
 * - `client`: programs that run beside the client, and client libraries.
 * - `platform`: operating systems and machines other than Linux on 64 bits.
 * - `self-managed`: what only somebody with the server's files or a superuser does.
 * - `storage`: the log, checkpoints, physical replication and other ways of keeping pages.
 */
export const BUG_PARTS = ['client', 'platform', 'self-managed', 'storage'] as const;
export type BugPart = (typeof BUG_PARTS)[number];

/** Commits of a project's own repository that made one fix. */
export interface FixCommits {
  /** On the main branch, in order: the identity of the fix over major versions. Empty where only older branches have it. */
  main: readonly string[];
  /** On every branch; absent in the snapshot. */
  all?: readonly string[];
  /** Major versions with a commit on their branch. */
  lines: readonly string[];
  /** YYYY-MM-DD of the last commit; null where the source names none. */
  day: string | null;
}

/** How an item is labelled, and which of its words led there. */
export interface Labels {
  kind: Kind;
  /** Null unless the kind is `fix`. */
  impact: Impact | null;
  /** Null unless the kind is `fix`. */
  severity: Severity | null;
  /** All that it does to its user, the impact first; empty unless the kind is `fix`. */
  consequences: readonly Impact[];
  /** Every feature that it names. */
  features: readonly Feature[];
  /** How those features go together. */
  needs: Needs;
  traits: readonly Trait[];
  /** `impact: restart`, `feature binlog: binary log`, … : the label and the words that led to it. */
  why: readonly string[];
  /** Only for notices of operating systems. */
  topic?: NoticeTopic;
  /** Only where the notes cover more than the server that everybody runs. */
  part?: BugPart;
  /** The extension that the item is about. */
  extension?: string;
}

/** One bullet of a release page, its nested list kept inside it. */
export interface Item extends Labels {
  /** First 10 hex digits of the SHA-1 of the normalised text: the identity of the bullet. */
  digest: string;
  /** The heading or bold label that the bullet stands under, without its colon, e.g. `Availability improvements`. */
  section: string;
  /** The vendor's words; null in the snapshot, which holds none. */
  text: string | null;
  cves: readonly string[];
  /** Numbers of bugs of the community edition that the bullet names, e.g. `26225783`. */
  communityBugs: readonly string[];
  /** Where the notes name the commits. */
  commits?: FixCommits;
}

/** A package that a release of an operating system adds or updates. */
export interface PackageUpdate {
  name: string;
  /** As RPM writes it: `7.88.1-1.amzn2.0.1`, with an epoch where the notes give one (`2:2.1-47.amzn2.4.25`). */
  version: string;
  /** `x86_64`, `aarch64`, `noarch`, …; empty where the notes do not say. */
  arches: readonly string[];
  /** CVEs that the notes list as fixed by it; the notes of Amazon Linux 2023 list almost none. */
  cves: readonly string[];
  /** The part of the repository, where it is not the core: an extras topic (`kernel-5.10`), `livepatch`, `nvidia`. */
  channel: string | null;
}

/** An extension of a database engine, and the version to which a release brings it. */
export interface ExtensionVersion {
  name: string;
  version: string;
}

export const UPDATE_TASKS = [
  'reindex', // indexes may be corrupt or give wrong answers
  'constraints', // some are not enforced until they are made anew
  'repair', // the catalog or data may need repair
  'parameters', // a new parameter may have to be set
  'script', // a script has to be run in each database
  'standbys-first', // in which order servers are updated
  'backup', // older backups are not to be trusted
  'see-notes', // what it is only the item itself says
] as const;

/** Something that the notes of a release ask for after the update. */
export interface UpdateTask {
  task: (typeof UPDATE_TASKS)[number];
  /** Kinds of indexes, extensions and parameters that it is about. */
  names: readonly string[];
}

/** One published version. */
export interface Release {
  product: ProductId;
  version: string;
  /** Publication day, YYYY-MM-DD. */
  date: string;
  /** Nobody tells the day: `date` is the last one on which it can have come out. */
  isDayBound?: boolean;
  /** The major version: `2`, `3`, `8.4`. */
  line: string;
  /** The minor version whose patches follow each other: `2.11`. */
  branch: string;
  lts: boolean;
  status: readonly ReleaseStatus[];
  /** Community version that the release is compatible with, e.g. `8.0.28`; null when the page does not say. */
  communityVersion: string | null;
  /** The release of another line whose fixes this one contains, as its page states ("compared to 3.12.0"). */
  comparedTo: string | null;
  /** Lines or minor versions (`2`, `2.01`) from which the page offers an upgrade without a stop on the way. */
  upgradeFrom?: readonly string[];
  /** The page says that an operating system upgrade follows the upgrade to this release, or waits after it. */
  osUpgrade?: boolean;
  /** Where it follows by itself: the instance classes that the page names (`db.r5`). */
  osUpgradeClasses?: readonly string[];
  url: string;
  items: readonly Item[];
  /** What is to be done after the update to it, on whichever release before one was. */
  afterUpdate?: readonly UpdateTask[];
  /** Of an engine that has extensions: those whose version the notes name. */
  extensions?: readonly ExtensionVersion[];
  /**
   * Only for operating systems: what it updates, in the order of its page. Absent when the release is known by its name
   * and date only: its own page was not read, and nothing may be concluded from that.
   */
  packages?: readonly PackageUpdate[];
}

/** A release that lists a bug as fixed, and the digest of the bullet that does. */
export interface BugListing {
  version: string;
  digest: string;
}

/** Since when a bug exists, as far as the item's own words tell. */
export interface BugBounds {
  /** First Aurora version that has it ("introduced in 2.09.0"). */
  introducedIn: string | null;
  /** First version of the community edition that has it ("introduced in MySQL 8.0.30"). */
  introducedInCommunity: string | null;
  /** Aurora versions that the item names as having the bug; `2.07.*` stands for all of a minor version. */
  names: readonly string[];
  /** The bug is in upgrading to a release ("when upgrading from 2.x to 3.x"): advice, not an asset's present trouble. */
  upgradeOnly: boolean;
  /** Forms of the needed features that every wording names. */
  forms?: readonly FeatureForm[];
  /**
   * What brought the bug on every major version that lists it: the release before the one with the fix, or the fix of
   * this CVE.
   */
  broughtBy?: string;
}

/** {@link BugBounds.broughtBy}: the release before the one with the fix. */
export const PREVIOUS_RELEASE = 'previous';

/** One of the bugs that another one's bullet joins. */
export type JoinedBug = Pick<KnownBug, 'id' | 'listings'>;

/** How a release of an operating system fixes something. */
export interface OsFix {
  /** The package that the fix is in; of several built from one source, the one that names them. */
  package: string;
  /** `ALAS2023-2024-581`; null when only the release notes tell of it. */
  advisory: string | null;
  /** Whether a page names the fixed version, or the release is the first on or after the day of the advisory. */
  assigned: 'by version' | 'by date';
  /** Day of the advisory, YYYY-MM-DD; null without one. */
  date: string | null;
  /** The page of the advisory. */
  url?: string | null;
  /** What has the fix, where the advisory names it: versions as RPM writes them, each name once a version. */
  fixed?: readonly { name: string; version: string }[];
  /** The part of the repository, where it is not the core: a system has it only where somebody enabled it. */
  channel?: string;
}

/** One bug, with every release that fixes it. */
export interface KnownBug {
  /** Digest of its earliest bullet. */
  id: string;
  product: ProductId;
  /** At most 90 characters. */
  title: string;
  /** The title in other languages, where somebody wrote it. */
  titleIn?: { ja: string };
  impact: Impact;
  severity: Severity;
  /** All that it does to its user, the worst first: the impact. */
  consequences: readonly Impact[];
  /** Every feature that its bullets name. */
  features: readonly Feature[];
  needs: Needs;
  traits: readonly Trait[];
  cves: readonly string[];
  communityBugs: readonly string[];
  /** Every release that lists it, by version. */
  listings: readonly BugListing[];
  /** Releases that list it in one bullet with another bug ("A or B"). */
  listedJointly?: readonly string[];
  /** The bugs that its one bullet joins ("A or B"): a release that contains the fix of each contains its fix. */
  joins?: readonly JoinedBug[];
  /** Digests of its other bullets: older ids that must keep working. */
  aliases: readonly string[];
  bounds: BugBounds;
  why: readonly string[];
  /** The vendor's words (live only). */
  text: string | null;
  /** Names and error numbers in its wordings, in lower case and in order, by which a symptom finds it, too; absent where there are none. */
  names?: readonly string[];
  /** The vendor's notes, or the team's own `.errata-lens.yaml` (then `listings` is empty and `bounds.names` decides). */
  origin: 'notes' | 'team';
  /** Of the team's own: versions of which somebody says that they have the fix, or ranges of them. */
  fixedIn?: readonly string[];
  /** Only for operating systems: what is fixed, by which advisory, and how the release was found. */
  os?: OsFix;
  commits?: FixCommits;
  part?: BugPart;
  extension?: string;
}

/** When standard support ends and paid Extended Support begins, for a minor version or a whole line. */
export interface SupportPeriod {
  product: ProductId;
  /** `2` for a line, `2.11` for a minor version, `8.4.7` in line 8.4, where every release is a minor version. */
  scope: string;
  /** As all others YYYY-MM-DD, or YYYY-MM where the calendar gives only a month: {@link firstDayOf}, {@link lastDayOf}. */
  releasedOn: string | null;
  standardEnds: string | null;
  /** First day of the year-1 price. */
  extendedStarts: string | null;
  /** First day of the year-3 price. */
  extendedYear3Starts: string | null;
  extendedEnds: string | null;
  lts: boolean;
  /** Whether Extended Support is offered for it at all. */
  extendedOffered: boolean;
  url: string;
  /** Only for operating systems: last day of the maintenance that follows standard support. */
  maintenanceEnds?: string;
  /** What other pages of the vendor say instead, where they differ. */
  alternatives?: readonly { standardEnds: string; url: string }[];
}

/**
 * Where the vendor's own table of CVEs and the release pages do not name the same releases as fixing one. Both lists are
 * empty when the table names the CVE without any release and no page names it.
 */
export interface CveDifference {
  cve: string;
  versionsOnlyInTable: readonly string[];
  versionsOnlyInPages: readonly string[];
}

/** All that was published, and when and from where it was read. */
export interface Catalogue {
  /** When the notes were read, ISO 8601 in UTC. Of one product ask {@link notesDay}. */
  asOf: string;
  /** Of products whose notes could not be read then: when they last were, ISO 8601 in UTC. */
  readOn?: Readonly<Partial<Record<ProductId, string>>>;
  source: 'snapshot' | 'cache' | 'live';
  releases: readonly Release[];
  bugs: readonly KnownBug[];
  support: readonly SupportPeriod[];
  /** Images of their own numbering; absent while no changelog of their publishers has been read. */
  imageBases?: readonly ImageBase[];
  /** Only of a catalogue as of an earlier day: the day on which its calendar was read, YYYY-MM-DD. */
  calendarReadOn?: string;
  /** Notes of products that others contain, read when somebody asks for them: {@link withUpstream}. */
  upstream?: () => Catalogue;
  /** In order of the CVE's number; empty while the table has not been read. */
  cveDifferences: readonly CveDifference[];
  problems: readonly Problem[];
}

/** The day on which the notes of a product were read, YYYY-MM-DD. */
export function notesDay({ asOf, readOn }: Pick<Catalogue, 'asOf' | 'readOn'>, product: ProductId): string {
  const own = readOn?.[product] ?? asOf;
  return (own < asOf ? own : asOf).slice(0, 10);
}

/** Whether a catalogue is one as of an earlier day: what it lacks no reading of the notes brings. */
export function isOfPast({ calendarReadOn }: Pick<Catalogue, 'calendarReadOn'>): boolean {
  return calendarReadOn !== undefined;
}
