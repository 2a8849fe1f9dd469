import { firstStep, type Advice } from './advice.ts';
import type { KnownBug } from './catalogue.ts';
import type { Coverage } from './coverage.ts';
import type { Location } from './location.ts';
import type { ProductId } from './product.ts';
import { compareSeverity, type FindingSeverity, type Severity, type Urgency } from './taxonomy.ts';
import type { Text } from './basics/text.ts';

/** Confidence that a version has a bug; docs/contributing/lineage.md has the table. */
export type Confidence = 'high' | 'medium' | 'low';

/** Use of a bug's features in an asset. */
export type Applies = 'on' | 'possible' | 'off';

/** Level of a diagnostic in an editor. */
export type EditorLevel = 'warning' | 'information' | 'hint';

/** Urgency of a bug in an asset, and its reasons. */
export interface UrgencyJudgement {
  level: Urgency;
  /** 0 or higher; bugs are ordered by it. */
  score: number;
  /** Factors of the judgement, the most important first. */
  why: readonly Text[];
}

/** A bug of a version, with its confidence and reason. */
export interface BugMatch {
  bug: KnownBug;
  confidence: Confidence;
  /** Reason in words: `fixed later on 2.11`. */
  reason: Text;
  /** Last listing of each branch, in order of version. */
  fixedIn: readonly string[];
  /** Nearest release with the fix: on its own branch, else the lowest above it. Null for own bugs. */
  nearestFix: string | null;
  /** Page of that release. */
  url: string | null;
  applies: Applies;
  urgency: UrgencyJudgement;
  /** Affected versions, for a range or a pin that patches follow; absent if the version is a single one. */
  inVersions?: readonly string[];
  /** Pages that state which part the product has of its own; only for bugs of its upstream in such a part. */
  pages?: readonly string[];
}

/** Counts of a version, the same for every user. */
export interface VersionCounts extends Readonly<Record<Urgency, number>> {
  scope: 'version';
  listed: number;
  /** Bugs that the notes do not decide for the version; not among the listed. */
  undetermined: number;
}

/** Counts of an asset: `apply` is `listed - off + recorded`. Possible use counts as applying. */
export interface AssetCounts extends Readonly<Record<Urgency, number>> {
  scope: 'asset';
  /** Listed for its version. */
  listed: number;
  /** Bugs that need features which are off here. */
  off: number;
  /** Recorded by the team. */
  recorded: number;
  apply: number;
}

/** Details of a finding about known bugs. */
export interface BugDetails {
  product: ProductId;
  version: string;
  counts: AssetCounts;
  /** Number of bugs that need a feature known to be in use. */
  matching: number;
  /** The five most important bugs, in order. */
  top: readonly BugMatch[];
  /** Advice for the version; null if there is none. */
  advice: Advice | null;
  /** End of free support, in two words; absent if no date is known. */
  support?: Text;
  /** Page of its release notes; absent if the catalogue has none. */
  notes?: string;
  /** Known bugs of a product that this one contains, and the releases that fix them. */
  upstream?: {
    name: string;
    from: string;
    to: string;
    listed: number;
    urgent: number;
    /** Number of further ones that need features which are off here; absent if none, or if `counts` includes them. */
    off?: number;
    /** Present if the product runs the upstream as published: `counts` includes these bugs. */
    included?: true;
  };
  /** Warnings of the vendor about the release: recalled, a known issue. */
  notices?: readonly Text[];
  /** Long sentences about an image: missing fixes, its contents, and those of later images. */
  facts?: readonly Text[];
}

/** Reason why the release of a database or an operating system image is unknown. */
export interface UnknownVersion {
  /** `Aurora MySQL`, `Operating system image`. */
  what: Text;
  reason: Text;
  /** Instruction to make it known. */
  next: Text;
  /** Sentence on the support of every release that the version can be; absent unless it has ended or ends soon. */
  support?: Text;
}

/** Place of a version that a finding is about, the first asset there, and its version if known. */
export interface FindingPlace {
  location: Location;
  name: string;
  version: string | null;
}

/** An asset and its problem. */
export interface Finding {
  /** `known-bugs`, `end-of-support`, `check/<check id>`, … */
  ruleId: string;
  /** Further rules that the sentence covers: an image is one finding, whatever its problems. */
  alsoRules?: readonly string[];
  /** First of the assets that share the written version. */
  assetId: string;
  assetIds: readonly string[];
  severity: FindingSeverity;
  level: EditorLevel;
  /** Present in folders of examples or tests: a hint, which never counts for `--fail-on`. */
  isExample?: true;
  applies: Applies;
  message: Text;
  bugIds: readonly string[];
  bugs: BugDetails | null;
  /** Advice of a finding about a version without counted bugs. */
  advice?: Advice | null;
  /** Coverage of the version by the catalogue, for a finding about a version. */
  coverage?: Coverage;
  /** Details of a finding about a version that is unknown, in part or entirely. */
  unknown?: UnknownVersion;
  location: Location;
  /**
   * All places of a version that several assets share, the first being `location`; absent before findings are folded.
   */
  places?: readonly FindingPlace[];
  related: readonly { location: Location; message: Text }[];
  suppressed: { by: string; reason: string; until: string | null } | null;
  helpUri: string;
}

const UNKNOWN_VERSION_RULES: ReadonlySet<string> = new Set([
  'unknown-version',
  'partial-version',
  'floating-version',
]);

/**
 * True if a finding only states an unknown version. It is a row of every list, but a team has nothing to decide on, so
 * summaries count it apart from findings.
 */
export function isOnlyUnknown({ ruleId, level }: Pick<Finding, 'ruleId' | 'level'>): boolean {
  return level === 'hint' && UNKNOWN_VERSION_RULES.has(ruleId);
}

/**
 * True if a finding only lists known bugs of which none is urgent and none was recorded by the team. The version is a row
 * of every list, but nobody has to decide today, so summaries count it apart from findings. If no bugs are listed, their
 * urgency is unknown.
 */
export function isNeverUrgent({
  ruleId,
  alsoRules = [],
  level,
  bugs,
}: Pick<Finding, 'ruleId' | 'alsoRules' | 'level' | 'bugs'>): boolean {
  return (
    ruleId === 'known-bugs' &&
    alsoRules.length === 0 &&
    level !== 'warning' &&
    bugs !== null &&
    bugs.top.length > 0 &&
    bugs.counts.recorded === 0 &&
    bugs.counts.urgent === 0
  );
}

/** Advice for the version that a finding is about; null if there is none. */
export function adviceOf({ bugs, advice = null }: Pick<Finding, 'bugs' | 'advice'>): Advice | null {
  return bugs?.advice ?? advice;
}

/** Every place of a finding. */
export function locationsOf({ location, places }: Pick<Finding, 'location' | 'places'>): readonly Location[] {
  return places === undefined ? [location] : places.map((place) => place.location);
}

/** Lowest severity at which a run fails, or urgent bugs alone. */
export type FailOn = Severity | 'urgent';

/** True if a finding is at least that severe. Bugs whose features are only possibly in use never fail a run. */
export function meetsFailOn(
  finding: Pick<Finding, 'severity' | 'bugs'> & Partial<Pick<Finding, 'alsoRules'>>,
  failOn: FailOn,
): boolean {
  const { severity, bugs } = finding;
  if (failOn === 'urgent') return severity !== 'info' && bugs !== null && bugs.counts.urgent > 0;
  const judged = isBestAvailable(finding) && compareSeverity(severity, 'medium') < 0 ? 'medium' : severity;
  return compareSeverity(judged, failOn) <= 0;
}

/**
 * True for a release without urgent bugs over which no other is recommended: a run must not fail if nothing can be
 * done.
 */
function isBestAvailable({
  bugs,
  alsoRules = [],
}: Pick<Finding, 'bugs'> & Partial<Pick<Finding, 'alsoRules'>>): boolean {
  return (
    bugs !== null && bugs.counts.urgent === 0 && firstStep(bugs.advice) === null && alsoRules.length === 0
  );
}
