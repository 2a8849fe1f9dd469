import type {
  Asset,
  BugBounds,
  BugPart,
  Feature,
  NamedExtension,
  ProductId,
  Release,
  SupportPeriod,
  Text,
} from '../model/index.ts';
import type { Observability } from './engine/observability.ts';
import type { Cited, FirstVersions } from './first-versions.ts';
import type { Lineage } from './lineage/lineage.ts';
import type { Classify, ReleaseNoteSource } from './source.ts';
import type { HostFacts, SystemFacts } from './system/system-facts.ts';

export type { HostFacts, ImageWords, PinnedOs, SystemFacts } from './system/system-facts.ts';

/**
 * All that is special about one product. A product is a folder of this room and a line of the registry; every other room
 * knows this interface and asks the registry. A part that a product does not have is null, and what would follow from it
 * is not claimed: without a lineage only what every set of notes tells, without advice no way from here to there.
 */
export interface Product {
  readonly id: ProductId;
  readonly kind: ProductKind;
  readonly names: ProductNames;
  readonly versions: ProductVersions;
  /** A product of its own notes that it contains, whose bugs are counted apart; absent where there is none. */
  readonly upstream?: Upstream;
  /** The open-source engine that it is made of; null where there is none whose bugs the notes number. */
  readonly community: Community | null;
  /** Null where nobody reads them: then nothing is known of what a release lacks, which is not the same as nothing. */
  readonly notes: ProductNotes | null;
  /** Null where what is known of its bugs is only what every set of notes tells. */
  readonly lineage: LineageRules | null;
  /** Null where nothing is known of it. */
  readonly support: ProductSupport | null;
  /** What settings tell about the features that bugs need; null where they tell nothing. */
  readonly features: FeatureRules | null;
  /** How one gets from here to there; null where nobody knows. */
  readonly advice: AdviceRules | null;
  /** Of a database engine that infrastructure code and accounts declare. */
  readonly engine: EngineNames | null;
  /** What tells afterwards what an engine did; null where the checklist asks nothing about its clusters. */
  readonly observability: Observability | null;
  /** Of an operating system: what its hosts are like. */
  readonly host: HostFacts | null;
  /** Of an operating system whose releases are sets of packages: its bugs come from advisories and lists of packages. */
  readonly system: SystemFacts | null;
}

export type ProductKind = 'engine' | 'operating-system';

export interface ProductNames {
  /** As people call it: `Aurora MySQL`. */
  display: string;
  /** Releases to write instead of a text that names none. */
  examples: readonly [string, ...string[]];
}

export interface Community {
  /** `MySQL` */
  name: string;
  /** `Aurora`: who builds on it and writes notes of their own. */
  distribution: string;
  /** The page of a bug that has a number there; null where the notes name none. */
  readonly bugPage: ((number: string) => string) | null;
  /** The version that the name of a release tells, of one that no page lists; absent where names tell none. */
  readonly versionOf?: (release: string) => string;
  /** Whose pages results may link to. */
  hosts: readonly string[];
}

/** A product that another one contains, and which of its releases. */
export interface Upstream {
  product: ProductId;
  /** The release that a release of the product contains; null where the notes do not say. */
  readonly releaseOf: (release: Pick<Release, 'communityVersion'>) => string | null;
  /** Parts that nobody runs who runs the product: their bugs are not counted. */
  lacks: readonly BugPart[];
  /** Parts that the product has of its own: their bugs may not apply. */
  replaces: readonly BugPart[];
  /** The pages that say so. */
  pages: readonly string[];
  /** Commits on the upstream's main branch, by the digests of the product's own items that are the same fix. */
  sameFixes: Readonly<Record<string, readonly string[]>>;
}

/**
 * How a version was written, as understood.
 *
 * - `release`: one published version, in the vendor's spelling.
 * - `partial`: a range whose release somebody else chooses; `prefix` is what of the number is known.
 * - `unknown`: none of the product's versions.
 */
export type VersionReading =
  { form: 'release'; version: string } | { form: 'partial'; prefix: string } | { form: 'unknown' };

export interface ProductVersions {
  /** Reads a version as people and tools write it. */
  readonly read: (written: string) => VersionReading;
  /**
   * The release or the range that somebody means who types a version alone, in a spelling that `read` takes. Null where it
   * may as well be something else: the first product that answers is meant.
   */
  readonly readAlone: (written: string) => string | null;
  /** Negative, zero or positive as `a` is below, equal to or above `b`. */
  readonly compare: (a: string, b: string) => number;
  /** The major version of a release or a range: those of one line follow each other. */
  readonly line: (version: string) => string;
  /** The minor version whose patches follow each other. */
  readonly branch: (version: string) => string;
  /** Whether a release is one that a partial version can become: `3.10.1` of `3.10`, never of `3.1`. */
  readonly isUnder: (version: string, prefix: string) => boolean;
  /**
   * A written version changed to another release, in the form in which it is written. Null where that is never one edit
   * (over a major version), and where the text does not hold the version.
   */
  readonly rewrite: (written: string, from: string, to: string) => string | null;
}

export interface ProductNotes {
  /** The address below which the pages stand; the snapshot leaves it out. */
  guide: string;
  /**
   * How they are read. Loaded when first needed: a scan does not pay for it.
   * @param classify labels of a bullet, by the rules of the catalogue
   */
  readonly source: (classify: Classify) => Promise<ReleaseNoteSource>;
}

export interface ProductSupport {
  /** What the vendor says outside its notes, so that it is a fact here. */
  fixed: readonly SupportPeriod[];
  /** Under which names the calendar can list the minor version of a release, the most exact first. */
  readonly minorScopes: (version: string) => readonly string[];
}

/** Which releases contain which fix, and how sure that is. */
export interface LineageRules {
  /** @param releases all of the product that are known */
  readonly trace: (releases: readonly Release[]) => Lineage;
  /** Since when a bug exists, as far as the words of one bullet tell, which has no references any more. */
  readonly boundsIn: (words: string) => BugBounds;
  /** The name under which a release can be published beside its own; the version itself where there is none. */
  readonly otherName: (version: string) => string;
  /** Whether the vendor takes old releases off its pages: of one that is older than all of its line, the later fixes are known. */
  readonly areOldDropped?: boolean;
  /** Whether the notes of a line are left out: nothing is known there, however new it is. */
  readonly isOutside: (line: string) => boolean;
}

export type FeatureState = 'on' | 'off' | 'unknown';

export interface FeatureRules {
  states: Partial<Record<Feature, (asset: Asset) => FeatureState>>;
  /** What every cluster of a version has in use, whatever its settings say. */
  ofVersion?: (version: string) => readonly Feature[];
  /** Of an engine that has extensions. */
  extensions?: ExtensionRules;
}

/** What it tells that code names an extension. */
export interface ExtensionRules {
  /** The features that an extension is; of one of `shared` only for bugs that name the extension. */
  readonly featuresOf: (name: string) => readonly Feature[];
  /** Features that many extensions share: each is in use only for bugs that name it. */
  shared: ReadonlySet<Feature>;
  /** Those that the parameters of a cluster name. */
  readonly loaded: (asset: Asset) => readonly NamedExtension[];
  /** The one name of an extension that notes and code spell differently. */
  readonly plainName: (name: string) => string;
}

/** Something to prepare for, and the page that says so. */
export interface Demand {
  /** The same in every language and release: `3.reserved-words`. */
  id: string;
  text: Text;
  url: string;
  /** When the page was read, of one that changes: YYYY-MM-DD or YYYY-MM. */
  readOn?: string | null;
}

/** A way of upgrading that only some versions have, and the page that says so. */
export interface UpgradeWay {
  first: FirstVersions;
  cited: Cited;
}

export interface AdviceRules {
  /** Major versions in the order in which they are upgraded. */
  lines: readonly string[];
  /** Whether one upgrade may pass over major versions; where it may not, each of them is a step. */
  mayPassOverLines: boolean;
  /** What a step into a major version demands, what stops the upgrade first. */
  readonly demandsOf: (line: string) => readonly Demand[];
  /** What a blue/green deployment needs of a cluster, the commonest obstacle first; empty where there is no such way. */
  blueGreen: readonly Demand[];
  /** Versions that have these ways, both what one comes from and what one goes to; a way that is not here is not claimed. */
  ways?: Partial<Record<'blueGreen' | 'zeroDowntime', UpgradeWay>>;
  /** YYYY-MM-DD: when the pages of the user guide were read. */
  guideReadOn?: string;
  pages: {
    /** How one release of a major version is upgraded to a higher one. */
    minorUpgrade: string;
    /** How the price of Extended Support is counted. */
    extendedSupport: string;
    /** Which versions there are. */
    versions: string;
    /** Where the notes begin. */
    notes: string;
  };
}

/** A service that runs database engines: clusters with instances of their own, or instances. */
export type EngineService = 'aurora' | 'rds';

/** How code, tools and the API of the service name a database engine. */
export interface EngineNames {
  /** As the API names it: `aurora-mysql`. */
  api: string;
  /** What runs it: clusters of Aurora, or Amazon RDS, where a DB instance can be a database by itself. */
  service: EngineService;
  /** Words of which one stands in every file that pins it outside its resource; they are put into patterns. */
  words: readonly string[];
  /** Whether a text is one of its names. */
  readonly isNamed: (engine: string) => boolean;
  /** Whether a parameter group's family is one of its own. */
  readonly isFamily: (family: string) => boolean;
  /** Whether a version is written as only this engine writes its own, whatever stands beside it as the engine. */
  readonly isUnmistakable: (version: string) => boolean;
  /** The version as the API writes it: `8.0.mysql_aurora.3.04.0`. */
  readonly apiVersion: (version: string) => string;
  /** False of a spelling of a release that the API refuses; absent where it takes all that are read. */
  readonly isTaken?: (written: string) => boolean;
  /** Where in such a text the number stands that tells the release; null in any other text. */
  numberRange(written: string): { start: number; end: number } | null;
  /** The family of the parameter groups of a version or a range; null where there is none. */
  readonly family: (version: string) => string | null;
  /** The range of versions that a family serves; null where it is none of its own. */
  readonly ofFamily: (family: string) => string | null;
  /** The family that RDS Proxy has for it; null where it serves none. */
  proxyFamily: string | null;
  /** What the engine is when nothing but its name is written: a range, or null where that tells nothing. */
  readonly withoutVersion: (engine: string) => string | null;
}
