import { firstStep, type Advice } from './advice.ts';
import type { KnownBug } from './catalogue.ts';
import type { Coverage } from './coverage.ts';
import type { Location } from './location.ts';
import type { ProductId } from './product.ts';
import { compareSeverity, type FindingSeverity, type Severity, type Urgency } from './taxonomy.ts';
import type { Text } from './basics/text.ts';

/** How sure the match of a bug and a version is; architecture.md has the table. */
export type Confidence = 'high' | 'medium' | 'low';

/** Whether a bug's features are in use in an asset. */
export type Applies = 'on' | 'possible' | 'off';

/** How loudly an editor says it. */
export type EditorLevel = 'warning' | 'information' | 'hint';

/** How soon a bug asks for action in an asset, and why. */
export interface UrgencyJudgement {
  level: Urgency;
  /** From 0 up; bugs are ordered by it. */
  score: number;
  /** The parts that it was judged by, the weightiest first. */
  why: readonly Text[];
}

/** A bug that a version has, how sure that is, and why. */
export interface BugMatch {
  bug: KnownBug;
  confidence: Confidence;
  /** `fixed later on 2.11`, in words. */
  reason: Text;
  /** The last listing of each branch, in order of version. */
  fixedIn: readonly string[];
  /** The release that fixes it nearest to the version: on its own branch, else the lowest above it. Null for own issues. */
  nearestFix: string | null;
  /** The page of that release. */
  url: string | null;
  applies: Applies;
  urgency: UrgencyJudgement;
  /** Only where a version may be one of several, a range or a pin that patches follow: those of them that have it. */
  inVersions?: readonly string[];
}

/** Numbers of a version, the same for everybody. */
export interface VersionCounts extends Readonly<Record<Urgency, number>> {
  scope: 'version';
  listed: number;
  /** Bugs of which the notes do not tell whether the version has them; they are not among the listed. */
  undetermined: number;
}

/** Numbers of an asset: `apply` is `listed - off + recorded`. What is possible counts as applying. */
export interface AssetCounts extends Readonly<Record<Urgency, number>> {
  scope: 'asset';
  /** Listed for its version. */
  listed: number;
  /** They need features that are off here. */
  off: number;
  /** Recorded by the team. */
  recorded: number;
  apply: number;
}

/** What a finding about known bugs says beyond its sentence. */
export interface BugDetails {
  product: ProductId;
  version: string;
  counts: AssetCounts;
  /** How many of them need a feature that is known to be in use. */
  matching: number;
  /** The five that matter most, in order. */
  top: readonly BugMatch[];
  /** What to do about the version; null where nothing can be advised. */
  advice: Advice | null;
  /** Until when the vendor supports it without charge, in two words; absent where no date is known. */
  support?: Text;
  /** The page of its own release notes; absent where the catalogue has none. */
  notes?: string;
  /** Known bugs of a product that this one contains, and the releases that fix them: no part of the counts. */
  upstream?: { name: string; from: string; to: string; listed: number; urgent: number };
  /** What the vendor itself says against the release: recalled, a known issue. */
  notices?: readonly Text[];
  /** Of an image of its own numbering: what it has and fixes, and what later ones do. */
  facts?: readonly Text[];
}

/** Why the release of a database or an operating system image is not known. */
export interface UnknownVersion {
  /** `Aurora MySQL`, `Operating system image`. */
  what: Text;
  reason: Text;
  /** How to make it known. */
  next: Text;
}

/** Where a version is written that a finding is about, the first asset there, and its version where that is known. */
export interface FindingPlace {
  location: Location;
  name: string;
  version: string | null;
}

/** An asset and what is wrong with it. */
export interface Finding {
  /** `known-bugs`, `end-of-support`, `check/<check id>`, … */
  ruleId: string;
  /** Other rules that the sentence speaks of, too: an image is one finding, whatever is wrong with it. */
  alsoRules?: readonly string[];
  /** The first of the assets that share the written version. */
  assetId: string;
  assetIds: readonly string[];
  severity: FindingSeverity;
  level: EditorLevel;
  /** Stands in a folder of examples or tests: a hint, which never counts for `--fail-on`. */
  isExample?: true;
  applies: Applies;
  message: Text;
  bugIds: readonly string[];
  bugs: BugDetails | null;
  /** Of a finding about a version that counts no bugs: what to do about it. */
  advice?: Advice | null;
  /** Of a finding about a version: what the catalogue can say of its bugs. */
  coverage?: Coverage;
  /** Of a finding about a version that is not known, in part or at all. */
  unknown?: UnknownVersion;
  location: Location;
  /** All places of a version that several share, the first is `location`; absent before findings are folded. */
  places?: readonly FindingPlace[];
  related: readonly { location: Location; message: Text }[];
  suppressed: { by: string; reason: string; until: string | null } | null;
  helpUri: string;
}

/** The advice for the version that a finding is about; null where there is none. */
export function adviceOf({ bugs, advice = null }: Pick<Finding, 'bugs' | 'advice'>): Advice | null {
  return bugs?.advice ?? advice;
}

/** Every place that a finding is about. */
export function locationsOf({ location, places }: Pick<Finding, 'location' | 'places'>): readonly Location[] {
  return places === undefined ? [location] : places.map((place) => place.location);
}

/** From which severity on a run fails, or for urgent bugs alone. */
export type FailOn = Severity | 'urgent';

/** Whether a finding is as bad as that, or worse. What only may be in use fails nothing. */
export function reaches(
  finding: Pick<Finding, 'severity' | 'bugs'> & Partial<Pick<Finding, 'alsoRules'>>,
  failOn: FailOn,
): boolean {
  const { severity, bugs } = finding;
  if (failOn === 'urgent') return severity !== 'info' && (bugs?.counts.urgent ?? 0) > 0;
  const judged = isBestThereIs(finding) && compareSeverity(severity, 'medium') < 0 ? 'medium' : severity;
  return compareSeverity(judged, failOn) <= 0;
}

/** True for a release without an urgent bug that no other is recommended over: a run must not fail where nothing can be done. */
function isBestThereIs({
  bugs,
  alsoRules = [],
}: Pick<Finding, 'bugs'> & Partial<Pick<Finding, 'alsoRules'>>): boolean {
  return (
    bugs !== null && bugs.counts.urgent === 0 && firstStep(bugs.advice) === null && alsoRules.length === 0
  );
}
