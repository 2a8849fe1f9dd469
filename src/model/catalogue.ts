import type { NumberedImage } from './systems/os-image.ts';
import type { ProductId } from './product.ts';
import type { Feature, FeatureForm, Impact, Kind, Needs, Severity, Trait } from './taxonomy.ts';
import type { Problem } from './basics/text.ts';

/** Status words in a page's title or in the notes about a release as a whole. */
export type ReleaseStatus = 'deprecated' | 'beta' | 'default' | 'extended-support';

/** Topics of a notice of an operating system's release; `other` is anything else. */
export const NOTICE_TOPICS = [
  'recalled', // the vendor withdrew the release
  'known-issue', // this release has a bug
  'default-kernel', // another kernel is installed, or will be
  'python', // an interpreter or its links change
  'end-of-support', // a package, an image or the system loses support
  'other',
] as const;
export type NoticeTopic = (typeof NOTICE_TOPICS)[number];

/**
 * Parts of an open-source database that not all of its users run.
 * - `client`: client programs and client libraries.
 * - `platform`: operating systems and machines other than Linux on 64 bits.
 * - `developer-build`: assertions and other checks of code, which production builds lack.
 * - `self-managed`: work that needs the server's files or a superuser.
 * - `storage`: the log, checkpoints, physical replication and other ways of storing pages.
 */
export const PRODUCT_PARTS = ['client', 'platform', 'developer-build', 'self-managed', 'storage'] as const;
export type ProductPart = (typeof PRODUCT_PARTS)[number];

/** Commits of a project's own repository for one fix. */
export interface FixCommits {
  /**
   * Commits on the main branch, in order: the identity of the fix across major versions. Empty if only older branches
   * have it.
   */
  main: readonly string[];
  /** Commits on every branch; absent in the snapshot. */
  all?: readonly string[];
  /** Major versions with a commit on their branch. */
  lines: readonly string[];
  /** YYYY-MM-DD of the last commit; null if the source names none. */
  day: string | null;
  /** Day of the last commit on the main branch, if it is another one. */
  mainDay?: string;
  /** First major version on which the commits mend no bug, by a remark of the notes' authors. */
  harmlessFrom?: string;
}

/** Last day of commits on all branches, and that of those on the main branch if it is another one. */
export function lastDays(
  all: readonly string[],
  onMain: readonly string[],
): Pick<FixCommits, 'day' | 'mainDay'> {
  const [day, mainDay] = [all, onMain].map((days) => days.toSorted().at(-1));
  return { day: day ?? null, ...(mainDay !== undefined && mainDay !== day && { mainDay }) };
}

/** Labels of an item, and the words that led to them. */
export interface Labels {
  kind: Kind;
  /** Null unless the kind is `fix`. */
  impact: Impact | null;
  /** Null unless the kind is `fix`. */
  severity: Severity | null;
  /** Everything that the bug does to its user, the impact first; empty unless the kind is `fix`. */
  consequences: readonly Impact[];
  /** Every feature that the item names. */
  features: readonly Feature[];
  /** Combination of those features that the bug needs. */
  needs: Needs;
  traits: readonly Trait[];
  /** `impact: restart`, `feature binlog: binary log`, …: each label with the words that led to it. */
  why: readonly string[];
  /** Only for notices of operating systems. */
  topic?: NoticeTopic;
  /** Only for notes that cover more than the server itself. */
  part?: ProductPart;
  /** Extension that the item is about. */
  extension?: string;
}

/** One bullet of a release page, including its nested list. */
export interface Item extends Labels {
  /** First 10 hex digits of the SHA-1 of the normalised text: the identity of the bullet. */
  digest: string;
  /** Heading or bold label above the bullet, without its colon, e.g. `Availability improvements`. */
  section: string;
  /** The vendor's words; null in the snapshot, which contains none. */
  text: string | null;
  cves: readonly string[];
  /** Bug numbers of the community edition that the bullet names, e.g. `26225783`. */
  communityBugs: readonly string[];
  /** Present if the notes name the commits. */
  commits?: FixCommits;
}

/** A package that a release of an operating system adds or updates. */
export interface PackageUpdate {
  name: string;
  /** In RPM notation: `7.88.1-1.amzn2.0.1`, with an epoch if the notes give one (`2:2.1-47.amzn2.4.25`). */
  version: string;
  /** `x86_64`, `aarch64`, `noarch`, …; empty if the notes do not state them. */
  arches: readonly string[];
  /** CVEs that the notes list as its fixes; the notes of Amazon Linux 2023 list almost none. */
  cves: readonly string[];
  /** Part of the repository, if it is not the core: an extras topic (`kernel-5.10`), `livepatch`, `nvidia`. */
  channel: string | null;
}

/** An extension of a database engine, and its version in a release. */
export interface ExtensionVersion {
  name: string;
  version: string;
}

export const UPDATE_TASKS = [
  'reindex', // indexes may be corrupt or give wrong answers
  'self-keys', // foreign keys from a partitioned table to itself may be unenforced until they are recreated
  'partition-keys', // rows may violate foreign keys that reference partitioned tables
  'detached-keys', // foreign keys of detached partitions may be unenforced
  'views', // views keep the old behaviour until they are replaced
  'contained-arrays', // searches for arrays contained in another one may be slower
  'extension', // an extension has to be updated in each database
  'repair', // data may need repair
  'parameters', // a new parameter may have to be set
  'script', // a script has to be run in each database
  'catalog', // rows of the system catalog stay wrong until a superuser corrects them
  'standbys-first', // servers are to be updated in a certain order
  'lexemes', // stored lexemes may be empty, which a dump does not restore
  'search-path', // functions of indexes and materialized views need a search path of their own
  'text-search', // text search may read characters in another way than existing indexes
  'see-notes', // see the item itself
] as const;

/** A task after the update that the notes of a release require. */
export interface UpdateTask {
  task: (typeof UPDATE_TASKS)[number];
  /** Kinds of indexes, extensions and parameters that it concerns. */
  names: readonly string[];
}

/** One published version. */
export interface Release {
  product: ProductId;
  version: string;
  /** Publication day, YYYY-MM-DD. */
  date: string;
  /** Present if the day is unknown: `date` is then the latest or the earliest possible one. */
  dayBound?: 'latest' | 'earliest';
  /** The major version: `2`, `3`, `8.4`. */
  line: string;
  /** Minor version whose patches are consecutive: `2.11`. */
  branch: string;
  lts: boolean;
  status: readonly ReleaseStatus[];
  /** Compatible community version, e.g. `8.0.28`; null if the page does not state it. */
  communityVersion: string | null;
  /** Release of another line whose fixes this one contains, as its page states ("compared to 3.12.0"). */
  comparedTo: string | null;
  /** Lines or minor versions (`2`, `2.01`) from which the page offers an upgrade without an intermediate version. */
  upgradeFrom?: readonly string[];
  /**
   * True if the page announces an operating system upgrade that is made, or becomes pending, after the upgrade to this
   * release.
   */
  osUpgrade?: boolean;
  /** Instance classes (`db.r5`) for which the upgrade follows by itself, if the page names them. */
  osUpgradeClasses?: readonly string[];
  url: string;
  items: readonly Item[];
  /** Tasks after an update to it from any earlier release. */
  afterUpdate?: readonly UpdateTask[];
  /** Extensions of an engine whose version the notes name. */
  extensions?: readonly ExtensionVersion[];
  /**
   * Package updates of an operating system, in the order of its page. Absent if only its name and date are known: its
   * page was not read, and nothing may be concluded.
   */
  packages?: readonly PackageUpdate[];
}

/** A release that lists a bug as fixed, and the digest of its bullet. */
export interface BugListing {
  version: string;
  digest: string;
}

/** First versions of a bug, as far as the item's own words name them. */
export interface BugBounds {
  /** First Aurora version with the bug ("introduced in 2.09.0"). */
  introducedIn: string | null;
  /** First version of the community edition with the bug ("introduced in MySQL 8.0.30"). */
  introducedInCommunity: string | null;
  /** Aurora versions that the item names as affected; `2.07.*` means all of a minor version. */
  names: readonly string[];
  /**
   * True for a bug in upgrading to a release ("when upgrading from 2.x to 3.x"): relevant for advice, not a present
   * problem of an asset.
   */
  upgradeOnly: boolean;
  /** Variants of the needed features that every wording names. */
  forms?: readonly FeatureForm[];
  /**
   * Change that brought the bug to every major version that lists it: the fix of this CVE or item (by its digest), the
   * releases of this month (`2026-05`), or a release before the one with the fix.
   */
  broughtBy?: string;
}

/** {@link BugBounds.broughtBy}: the release before the one with the fix; `previous 2` is that one or the one before it. */
export const PREVIOUS_RELEASE = 'previous';
/** {@link BugBounds.broughtBy}: a release before the one with the fix, it is unknown which. */
export const EARLIER_RELEASE = 'earlier';

/** One of several bugs that share another one's bullet. */
export type JoinedBug = Pick<KnownBug, 'id' | 'listings'>;

/** A fix in a release of an operating system. */
export interface OsFix {
  /** Package with the fix; if several are built from one source, the name of the source. */
  package: string;
  /** `ALAS2023-2024-581`; null if only the release notes mention the fix. */
  advisory: string | null;
  /**
   * `by version` if a page names the fixed version; `by date` if the release is the first on or after the day of the
   * advisory.
   */
  assigned: 'by version' | 'by date';
  /** Day of the advisory, YYYY-MM-DD; null without one. */
  date: string | null;
  /** Page of the advisory. */
  url?: string | null;
  /** Packages with the fix, if the advisory names them: versions in RPM notation, each name once per version. */
  fixed?: readonly { name: string; version: string }[];
  /** Part of the repository other than the core. A system has it only if it was enabled. */
  channel?: string;
}

/** One bug, with every release that fixes it. */
export interface KnownBug {
  /** Digest of its earliest bullet. */
  id: string;
  product: ProductId;
  /** At most 90 characters. */
  title: string;
  /** Title in other languages, if translated. */
  titleIn?: { ja: string };
  impact: Impact;
  severity: Severity;
  /** Everything that the bug does to its user, the worst first, which is the impact. */
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
  /** Bugs that share its bullet ("A or B"): a release that contains the fixes of all of them contains its fix. */
  joins?: readonly JoinedBug[];
  /** Digests of its other bullets: older ids that must remain valid. */
  aliases: readonly string[];
  bounds: BugBounds;
  why: readonly string[];
  /** The vendor's words (live only). */
  text: string | null;
  /**
   * Names and error numbers in its wordings, in lower case and in order, which a symptom can match; absent if there are
   * none.
   */
  names?: readonly string[];
  /**
   * The vendor's notes, or the team's own `.errata-lens.yaml` (then `listings` is empty and `bounds.names` decides).
   */
  origin: 'notes' | 'team';
  /** Versions or ranges with the fix, for a bug that the team recorded. */
  fixedIn?: readonly string[];
  /** Details of an operating system's fix: the package, the advisory, and the way in which the release was found. */
  os?: OsFix;
  commits?: FixCommits;
  part?: ProductPart;
  extension?: string;
}

/** Start of a minor version's or line's standard support, and of its paid Extended Support. */
export interface SupportPeriod {
  product: ProductId;
  /** `2` for a line, `2.11` for a minor version, `8.4.7` in line 8.4, where every release is a minor version. */
  scope: string;
  /**
   * Like the other dates YYYY-MM-DD, or YYYY-MM if the calendar gives only a month: {@link firstDayOf}, {@link
   * lastDayOf}.
   */
  releasedOn: string | null;
  standardEnds: string | null;
  /** First day of the year-1 price. */
  extendedStarts: string | null;
  /** First day of the year-3 price. */
  extendedYear3Starts: string | null;
  extendedEnds: string | null;
  lts: boolean;
  /** True if Extended Support is offered for it at all. */
  extendedOffered: boolean;
  url: string;
  /** Only for operating systems: last day of the maintenance that follows standard support. */
  maintenanceEnds?: string;
  /** Differing dates on other pages of the vendor. */
  alternatives?: readonly { standardEnds: string; url: string }[];
}

/**
 * Disagreement between the vendor's table of CVEs and the release pages about the releases that fix one. Both lists are
 * empty if the table names the CVE without any release and no page names it.
 */
export interface CveDifference {
  cve: string;
  versionsOnlyInTable: readonly string[];
  versionsOnlyInPages: readonly string[];
}

/** Everything published, and the time and sources of reading. */
export interface Catalogue {
  /** Time of reading the notes, ISO 8601 in UTC. For one product use {@link notesDay}. */
  asOf: string;
  /** Times of earlier readings, for products with notes that could not be read at the last one; ISO 8601 in UTC. */
  readOn?: Readonly<Partial<Record<ProductId, string>>>;
  /** The same for lines of products with a page for each, by product and line: `postgresql 16`. */
  linesReadOn?: Readonly<Record<string, string>>;
  source: 'snapshot' | 'cache' | 'live';
  releases: readonly Release[];
  bugs: readonly KnownBug[];
  support: readonly SupportPeriod[];
  /** Images with their own numbers; absent until a changelog of their publishers has been read. */
  imageBases?: readonly NumberedImage[];
  /** Number of a system's advisories for parts that no known release contains. */
  laterAdvisories?: Readonly<Partial<Record<ProductId, number>>>;
  /** For a catalogue as of an earlier day only: the day on which its calendar was read, YYYY-MM-DD. */
  calendarReadOn?: string;
  /** For a catalogue as of an earlier day only: releases that may have been out, as their day is unknown. */
  perhapsOut?: readonly Release[];
  /** Reads the notes of products that others contain, on demand: {@link withUpstream}. */
  upstream?: () => Catalogue;
  /** Ordered by CVE number; empty until the table has been read. */
  cveDifferences: readonly CveDifference[];
  problems: readonly Problem[];
}

/** Day on which the notes of a product were read, YYYY-MM-DD. */
export function notesDay(
  { asOf, readOn, calendarReadOn }: Pick<Catalogue, 'asOf' | 'readOn' | 'calendarReadOn'>,
  product: ProductId,
): string {
  const own = readOn?.[product] ?? asOf;
  return (calendarReadOn !== undefined && own > asOf ? asOf : own).slice(0, 10);
}

/** True for a catalogue as of an earlier day, which no reading of the notes may complete. */
export function isAsOfPastDay({ calendarReadOn }: Pick<Catalogue, 'calendarReadOn'>): boolean {
  return calendarReadOn !== undefined;
}
