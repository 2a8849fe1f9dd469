import type {
  ChainLink,
  ChangeBrief,
  Incident,
  NoBrief,
  SupportPack,
  UpgradeAnswer,
  VersionAnswer,
} from '../../analysis/index.ts';
import type { TextEdit } from '../../edits/index.ts';
import type { ChecklistResult, FoundCounts } from '../../report/index.ts';
import type { GivenUp, AccountIdentity } from '../../inventory/index.ts';
import type { Language } from '../../l10n/index.ts';
import type {
  Asset,
  BugDetails,
  BugMatch,
  Catalogue,
  FileLocation,
  Finding,
  KnownBug,
  Location,
  Problem,
  Text,
  Tier,
  UnreadableCall,
  UrgencyJudgement,
  ProductId,
} from '../../model/index.ts';
import type { AssetRow } from './asset-rows.ts';

/** Subject of an incident: a declared or running cluster or group. */
export interface IncidentSubject extends Pick<Asset, 'location'> {
  assetId: string;
  kind: 'database' | 'auto-scaling-group';
  /** Name of the resource, or else its address in code. */
  name: string;
  product: ProductId | null;
  version: string | null;
}

/** Refers to the subject of an incident. */
export type IncidentAbout =
  | { kind: 'asset'; folder: string | null; assetId: string }
  | { kind: 'version'; version: string }
  | { kind: 'unknown' };

/** A listed bug that matches a symptom. */
export interface SymptomFit {
  title: Text;
  /** Product and version with the bug: `Aurora MySQL 2.11.1`. */
  name: string;
  /** Nearest release that fixes it; null if none is named. */
  fix: string | null;
}

/** Start data of the analysis thread. */
export interface WorkerStart {
  /** Folder of the refreshed catalogue and stored scans; null for none. */
  cacheFolder: string | null;
  /** Tasks that ended an earlier thread. */
  givenUp?: GivenUp;
}

/** Identity of a finding within a folder. */
export type FindingKey = Pick<Finding, 'ruleId' | 'assetIds'>;

/** Questions to the analysis thread. Arguments and answers are plain data. */
export interface WorkerApi {
  /**
   * Reads a workspace folder.
   * @param folder path in the file system
   */
  scanFolder(folder: string): Promise<FolderResult>;
  /** Sets the text of a file to that of an open document; null restores the text on disk. */
  setDocument(folder: string, file: string, content: string | null): Promise<FolderResult>;
  forgetFolder(folder: string): Promise<null>;
  /** Judges a folder again without reading it. */
  analyseFolder(folder: string): Promise<FolderResult>;
  /**
   * Sets the stored account scan (accounts/kept-scan.ts), which is joined with folders from now on; null removes it.
   * Validated, because it can come from a file: the answer is null if it is invalid.
   */
  setAccounts(written: string | null): Promise<AccountSummary | null>;
  /** Rows of running resources, joined with the code of all folders; null without a scan. */
  accountRows(): Promise<AccountRows | null>;
  /** Report of the account scan; null without a scan. */
  accountReport(format: 'markdown' | 'json', language: Language): Promise<string | null>;
  /** Running versions that differ from an asset's declared one. */
  driftOf(folder: string, assetId: string): Promise<Drift | null>;
  /** Counts of folders' findings, as a scan in the terminal summarizes them. */
  foundIn(folders: readonly string[]): Promise<FoundCounts>;
  /** Rows of a folder's assets. Uses the texts of open documents. */
  rowsOf(folder: string): Promise<readonly AssetRow[]>;
  /** Makes the next question load the catalogue again, after a refresh. */
  reloadCatalogue(): Promise<null>;
  /** Checklist of a folder. Uses the texts of open documents. */
  checklistOf(folder: string): Promise<PanelChecklist>;
  /** Checklist of running resources; null without a scan. */
  accountChecklist(): Promise<PanelChecklist | null>;
  /** Fix of a failed check, or of all failed checks of a resource if `check` is null; null if there is nothing to fix. */
  fixOf(folder: string, assetId: string, check: string | null): Promise<PreparedFix | null>;
  /** Failed checks of a resource that an edit can fix. */
  fixesOf(folder: string, assetId: string): Promise<readonly FixChoice[]>;
  /** Possible subjects of incidents in a folder. Here and below, a null folder stands for running resources. */
  incidentSubjects(folder: string | null): Promise<readonly IncidentSubject[]>;
  /** Advice on an incident of an asset; null if the asset no longer exists. */
  incidentOf(folder: string | null, assetId: string, symptom: string): Promise<Incident | null>;
  incidentOfVersion(version: string, symptom: string): Promise<Incident>;
  /** Advice on an incident of unknown resource and version. */
  incidentOfUnknown(symptom: string): Promise<Incident>;
  /** The listed bugs that match a symptom best, while the user types. */
  symptomFits(about: IncidentAbout, symptom: string): Promise<readonly SymptomFit[]>;
  /** Support case of a cluster; null if the cluster no longer exists. */
  supportPackOf(folder: string | null, assetId: string, symptom: string): Promise<SupportPack | null>;
  /** Known bugs of a version. If an asset is named, the counts equal those of its finding. */
  bugsOf(
    product: ProductId,
    version: string,
    folder: string | null,
    assetId: string | null,
  ): Promise<VersionAnswer>;
  /** Exact versions in folders and accounts, most urgent bugs first. */
  usedVersions(folders: readonly string[]): Promise<readonly UsedVersion[]>;
  /** Change brief for all assets of a version, to the given target or to the recommended one. */
  briefOf(
    folders: readonly string[],
    product: ProductId,
    from: string,
    to: string | null,
  ): Promise<ChangeBrief | NoBrief>;
  /** Resource names for suppressing a finding about some assets of a folder. */
  resourcesToName(folder: string, assetIds: readonly string[]): Promise<readonly string[]>;
  /** Further locations in a folder of the version that a finding is about. */
  placesOf(folder: string, finding: FindingKey): Promise<readonly FileLocation[]>;
  /** Locations in a folder that contain an asset's version, or must agree with it. */
  versionPlacesOf(folder: string, assetId: string): Promise<readonly FileLocation[]>;
  /** Release to pin in place of a range, or of a version that the API does not know; null if there is none. */
  pinOf(folder: string, assetId: string): Promise<{ product: ProductId; version: string } | null>;
  /** Upgrades of a version. If an asset is named, its settings apply. */
  upgradesOf(
    product: ProductId,
    version: string,
    folder: string | null,
    assetId: string | null,
  ): Promise<UpgradeAnswer>;
}

/** A declared or running version, with its first location. */
export interface UsedVersion {
  product: ProductId;
  version: string;
  /** Null for running resources. */
  folder: string | null;
  assetId: string;
  location: Location;
  places: number;
  hasUrgent: boolean;
}

/** A bug as a hover shows it. */
export interface ShownBug extends Pick<BugMatch, 'nearestFix' | 'url'> {
  bug: Pick<KnownBug, 'title' | 'titleIn'>;
  urgency: Pick<UrgencyJudgement, 'why'>;
}

export interface ShownDetails extends Omit<BugDetails, 'top' | 'matching'> {
  top: readonly ShownBug[];
}

/** A finding as the editor shows it. Omits the ids of hundreds of bugs, which take long to send. */
export interface ShownFinding extends Omit<Finding, 'bugIds' | 'bugs' | 'helpUri'> {
  /** Address of a page that may be linked; null if there is none. */
  helpUri: string | null;
  bugs: ShownDetails | null;
}

export interface FolderResult {
  folder: string;
  findings: readonly ShownFinding[];
  problems: readonly Problem[];
  /** Files that code refers to but no format claims. Their changes matter as well. */
  namedFiles: readonly string[];
  assets: number;
  catalogue: Pick<Catalogue, 'asOf' | 'readOn' | 'source'>;
}

/** Counts of an account scan. */
export interface AccountSummary {
  /** ISO 8601 in UTC. */
  at: string;
  tier: Tier;
  accounts: readonly AccountIdentity[];
  assets: number;
  clusters: number;
  /** Number of API calls. */
  calls: number;
  problems: number;
  /** Number of Regions that were not read because the scan was stopped. */
  unread: number;
}

export interface AccountRows {
  summary: AccountSummary;
  rows: readonly AssetRow[];
  /** Folder and location of the code that declares a running resource, by the resource's id. */
  declarations: ReadonlyMap<string, { folder: string; location: Location }>;
  /** Reasons why a running resource matches several declarations, by the resource's id. */
  ambiguous: ReadonlyMap<string, readonly Text[]>;
  /** API calls that were refused or failed. */
  unreadable: readonly UnreadableCall[];
  problems: readonly Problem[];
}

export interface Drift {
  product: ProductId;
  declared: string;
  running: readonly string[];
}

/** Checklist of a folder, or of running resources. */
export interface PanelChecklist extends ChecklistResult {
  /** Null for running resources. */
  folder: string | null;
  /** Time of the account scan, ISO 8601 in UTC; null for code. */
  readAt: string | null;
  /** Resources that rows refer to. */
  resources: readonly Pick<Asset, 'id' | 'kind' | 'product' | 'name' | 'location'>[];
  /** Chain of evidence for each finding about a replacement loop. */
  chains: readonly { assetId: string; links: readonly ChainLink[] }[];
  /** Locations of evidence in files, one list per row. */
  places: readonly (readonly FileLocation[])[];
  /** Failed checks that an edit can fix. For all others, code or a command can be copied. */
  fixable: readonly { assetId: string; check: string }[];
  /** Failed checks whose fix is code to copy into a program. */
  snippets: readonly { assetId: string; check: string; code: string }[];
}

export interface FixChoice {
  check: string;
  title: Text;
}

/** A fix as edits of files. Without edits, only a command or code to copy can help. */
export interface PreparedFix {
  title: Text;
  command: string;
  snippet: string | null;
  files: readonly { file: string; edits: readonly TextEdit[]; text: string }[];
}
