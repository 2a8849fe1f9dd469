import type {
  Asset,
  BugBounds,
  ProductPart,
  Feature,
  NamedExtension,
  ProductId,
  Release,
  SupportPeriod,
  Text,
  UpdateTask,
} from '../model/index.ts';
import type { Observability } from './engine/observability.ts';
import type { CitedPage, FirstVersions } from './versions/first-versions.ts';
import type { Lineage } from './lineage/lineage.ts';
import type { Classify, ReleaseNoteSource } from './source.ts';
import type { HostFacts, SystemFacts } from './system/system-facts.ts';

export type { HostFacts, ImageWords, PinnedOs, SystemFacts } from './system/system-facts.ts';

/**
 * Everything specific to one product: a folder of this room and a line of the registry. Other rooms use this interface
 * through the registry. Parts that a product lacks are null: without a lineage, bugs come only from statements that all
 * notes make; without advice there is no upgrade path.
 */
export interface Product {
  readonly id: ProductId;
  readonly kind: ProductKind;
  readonly names: ProductNames;
  readonly versions: ProductVersions;
  /** Product with its own notes that this one contains, whose bugs are counted separately; absent if there is none. */
  readonly upstream?: Upstream;
  /** Open-source engine that it is based on; null if there is none whose bug numbers occur in the notes. */
  readonly community: Community | null;
  /** Null if its notes are not read: its missing fixes are unknown, which does not mean that there are none. */
  readonly notes: ProductNotes | null;
  /** Null if its bugs come only from statements that all notes make. */
  readonly lineage: LineageRules | null;
  /** Null if unknown. */
  readonly support: ProductSupport | null;
  /** Rules that find the features in use from settings; null if settings reveal nothing. */
  readonly features: FeatureRules | null;
  /** Upgrade paths and their requirements; null if unknown. */
  readonly advice: AdviceRules | null;
  /** Names of a database engine that infrastructure code and accounts declare. */
  readonly engine: EngineNames | null;
  /** Logs and metrics of the engine; null if the checklist does not cover its clusters. */
  readonly observability: Observability | null;
  /** Properties of the hosts of an operating system. */
  readonly host: HostFacts | null;
  /**
   * Facts about an operating system whose releases are sets of packages: its bugs come from advisories and package
   * lists.
   */
  readonly system: SystemFacts | null;
}

export type ProductKind = 'engine' | 'operating-system';

export interface ProductNames {
  /** Display name: `Aurora MySQL`. */
  display: string;
  /** Examples of releases, for messages about a text that names none. */
  examples: readonly [string, ...string[]];
}

export interface Community {
  /** `MySQL` */
  name: string;
  /** `Aurora`: the distribution that builds on it and has notes of its own. */
  distribution: string;
  /** Page of a bug with a number there; null if the notes name none. */
  readonly bugPage: ((number: string) => string) | null;
  /** Reads the version from a release's name, if no page lists the release; absent if names do not contain it. */
  readonly versionOf?: (release: string) => string;
  /** Hosts that results may link to. */
  hosts: readonly string[];
}

/** A product that another one contains, and its release there. */
export interface Upstream {
  product: ProductId;
  /** Release that a release of the product contains; null if the notes do not state it. */
  readonly releaseOf: (release: Pick<Release, 'communityVersion'>) => string | null;
  /** Parts that users of the product never run: their bugs are not counted. */
  lacks: readonly ProductPart[];
  /** Parts that the product replaces with its own: their bugs may not apply. */
  replaces: readonly ProductPart[];
  /** Pages that state what the product lacks and replaces. */
  pages: readonly string[];
  /** Commits on the upstream's main branch, by the digests of the product's own items with the same fix. */
  sameFixes: Readonly<Record<string, readonly string[]>>;
}

/**
 * Meaning of a written version.
 * - `release`: one published version, in the vendor's spelling.
 * - `partial`: a range whose release somebody else chooses; `prefix` is the known part of the number.
 * - `unknown`: not a version of the product.
 */
export type VersionReading =
  { form: 'release'; version: string } | { form: 'partial'; prefix: string } | { form: 'unknown' };

export interface ProductVersions {
  /** Reads a version as people and tools write it. */
  readonly read: (written: string) => VersionReading;
  /**
   * Release or range for a version typed without a product, in a spelling that `read` accepts; null for numbers that
   * hardly anybody means so.
   */
  readonly readAlone: (written: string) => string | null;
  /** Negative, zero or positive if `a` is below, equal to or above `b`. */
  readonly compare: (a: string, b: string) => number;
  /** Major version of a release or a range; releases of one line are consecutive. */
  readonly line: (version: string) => string;
  /** Minor version whose patches are consecutive. */
  readonly branch: (version: string) => string;
  /** True if a release is within a partial version: `3.10.1` for `3.10`, never for `3.1`. */
  readonly isUnder: (version: string, prefix: string) => boolean;
  /**
   * Replaces the release in a written version, in the same form. Null if that is never one edit (across major
   * versions), or the text does not contain the version.
   */
  readonly rewrite: (written: string, from: string, to: string) => string | null;
}

export interface ProductNotes {
  /** Address of the guide, which the snapshot omits. */
  guide: string;
  /**
   * Loads the source of the notes on first use, so that a scan does not pay for it.
   * @param classify labels of a bullet, by the rules of the catalogue
   */
  readonly source: (classify: Classify) => Promise<ReleaseNoteSource>;
}

export interface ProductSupport {
  /** Periods that the vendor states outside its notes, so they are recorded here. */
  fixed: readonly SupportPeriod[];
  /** Names that the calendar may use for the minor version of a release, the most exact first. */
  readonly minorScopes: (version: string) => readonly string[];
}

/** Rules for the releases that contain a fix, and for the confidence in it. */
export interface LineageRules {
  /** @param releases all known releases of the product */
  readonly trace: (releases: readonly Release[]) => Lineage;
  /** First versions of a bug, from the words of one bullet without its references. */
  readonly boundsIn: (words: string) => BugBounds;
  /** Alternative name of a release; the version itself if there is none. */
  readonly otherName: (version: string) => string;
  /**
   * True if the vendor removes old releases from its pages: later fixes are known even for a release that is older than
   * all listed ones of its line.
   */
  readonly areOldDropped?: boolean;
  /**
   * Releases with tasks for the data of older major versions: the tasks in the migration notes of a minor release, and
   * those listed here, which the notes of a new major version ask for among its changes.
   */
  readonly tasksForOlderData?: Readonly<Record<string, readonly UpdateTask['task'][]>>;
  /** True if the notes of a line are not read: nothing is known there, however new it is. */
  readonly isOutside: (line: string) => boolean;
}

export type FeatureState = 'on' | 'off' | 'unknown';

export interface FeatureRules {
  states: Partial<Record<Feature, (asset: Asset) => FeatureState>>;
  /** Features that every cluster of a version uses, whatever its settings. */
  ofVersion?: (version: string) => readonly Feature[];
  /** Features that an engine uses unless a setting disables them. */
  byDefault?: readonly Feature[];
  /** Rules for an engine that has extensions. */
  extensions?: ExtensionRules;
}

/** Rules for extensions that code names. */
export interface ExtensionRules {
  /** Features that an extension provides; one of `shared` counts only for bugs that name the extension. */
  readonly featuresOf: (name: string) => readonly Feature[];
  /** Features that many extensions share: each is in use only for bugs that name it. */
  shared: ReadonlySet<Feature>;
  /** Extensions that the parameters of a cluster name. */
  readonly loaded: (asset: Asset) => readonly NamedExtension[];
  /** Extensions that the engine loads by default; none if a parameter is among the places of the named ones. */
  readonly loadedUnlessNamed: (named: readonly NamedExtension[]) => readonly string[];
  /** Canonical name of an extension that notes and code spell differently. */
  readonly plainName: (name: string) => string;
}

/** A requirement to prepare for, and the page that states it. */
export interface UpgradeDemand {
  /** Identical in every language and release: `3.reserved-words`. */
  id: string;
  text: Text;
  url: string;
  /** Day or month of reading, for a page that changes: YYYY-MM-DD or YYYY-MM. */
  readOn?: string | null;
}

/** An upgrade method that only some versions support, and the page that states it. */
export interface UpgradeMethod {
  first: FirstVersions;
  /** First versions that it takes to another major version, where the page states them apart. */
  firstIntoMajor?: FirstVersions;
  cited: CitedPage;
}

export interface AdviceRules {
  /** Major versions in upgrade order. */
  lines: readonly string[];
  /** True if one upgrade may skip major versions; if not, each of them is a step. */
  mayPassOverLines: boolean;
  /** Requirements of an upgrade to a major version; those that block it come first. */
  readonly demandsOf: (line: string) => readonly UpgradeDemand[];
  /** Requirements of a blue/green deployment, the commonest obstacle first; empty if there is no such method. */
  readonly blueGreenOf: (isMajor: boolean) => readonly UpgradeDemand[];
  /** Versions that support these methods, as source and as target; a missing method is not claimed. */
  upgradeMethods?: Partial<Record<'blueGreen' | 'zeroDowntime', UpgradeMethod>>;
  /** Log that lists what stops a major version upgrade. */
  precheckLog: string;
  /** YYYY-MM-DD, when the pages of the user guide were read. */
  guideReadOn?: string;
  pages: {
    /** Page about minor version upgrades. */
    minorUpgrade: string;
    /** Page about the price of Extended Support. */
    extendedSupport: string;
    /** Page that lists the versions. */
    versions: string;
    /** First page of the notes. */
    notes: string;
  };
}

/** A service that runs database engines: clusters with instances of their own, or instances. */
export type EngineService = 'aurora' | 'rds';

/** Names of a database engine in code, in tools and in the API of its service. */
export interface EngineNames {
  /** Name in the API: `aurora-mysql`. */
  api: string;
  /** Service that runs it: clusters of Aurora, or Amazon RDS, where a DB instance can be a database of its own. */
  service: EngineService;
  /** Words as patterns, at least one of which occurs in every file that pins the product outside its resource. */
  words: readonly string[];
  /** True for one of its names. */
  readonly isNamed: (engine: string) => boolean;
  /** True for a family of its parameter groups. */
  readonly isFamily: (family: string) => boolean;
  /** True if only this engine writes a version this way, whatever engine name is beside it. */
  readonly isUnmistakable: (version: string) => boolean;
  /** Version in the API's spelling: `8.0.mysql_aurora.3.04.0`. */
  readonly apiVersion: (version: string) => string;
  /** False for a spelling of a release that the API refuses; absent if it accepts all that are read. */
  readonly isAccepted?: (written: string) => boolean;
  /** Range of the release number in such a text; null for any other text. */
  numberRange(written: string): { start: number; end: number } | null;
  /** Parameter group family of a version or a range; null if there is none. */
  readonly family: (version: string) => string | null;
  /** Range of versions that a family serves; null for a family of another engine. */
  readonly ofFamily: (family: string) => string | null;
  /** Its family in RDS Proxy; null if the proxy does not support it. */
  proxyFamily: string | null;
  /** Version of the engine if only its name is written: a range, or null if the name decides nothing. */
  readonly defaultVersion: (engine: string) => string | null;
}
