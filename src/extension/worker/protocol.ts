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
import type { ChecklistResult } from '../../report/index.ts';
import type { GivenUp, ScannedAccount } from '../../inventory/index.ts';
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
  /** Its own name, else its address in the code. */
  name: string;
  product: ProductId | null;
  version: string | null;
}

/** Reference to the subject of an incident. */
export type IncidentAbout =
  | { kind: 'asset'; folder: string | null; assetId: string }
  | { kind: 'version'; version: string }
  | { kind: 'unknown' };

/** A listed bug that fits a symptom. */
export interface SymptomFit {
  title: Text;
  /** Product and version that have it: `Aurora MySQL 2.11.1`. */
  name: string;
  /** Nearest release that fixes it; null if none is named. */
  fix: string | null;
}

/** Data for the start of the worker. */
export interface WorkerStart {
  /** Folder of the refreshed catalogue and kept scans; null: none. */
  cacheFolder: string | null;
  /** Tasks that ended an earlier thread. */
  givenUp?: GivenUp;
}

/** Questions to the worker. All arguments and answers are plain data. */
/** Identity of a finding within a folder. */
export type FindingKey = Pick<Finding, 'ruleId' | 'assetIds'>;

export interface WorkerApi {
  /** Reads a workspace folder from the disk. `folder` is a file system path. */
  scanFolder(folder: string): Promise<FolderResult>;
  /** Replaces the text of a file by that of an open document; null restores the disk's. */
  setDocument(folder: string, file: string, content: string | null): Promise<FolderResult>;
  forgetFolder(folder: string): Promise<null>;
  /** Judges a folder again without reading it. */
  analyseFolder(folder: string): Promise<FolderResult>;
  /**
   * Sets the account scan in its kept form (accounts/kept-scan.ts), or none; later analyses of folders are joined with it.
   * Validates it, because it often comes from a file. Null if it is invalid.
   */
  setAccounts(written: string | null): Promise<AccountSummary | null>;
  /** Rows of running resources, joined with the code of all folders. Null without a scan. */
  accountRows(): Promise<AccountRows | null>;
  /** Report of the scan in a format of the command line. Null without one. */
  accountReport(format: 'markdown' | 'json', language: Language): Promise<string | null>;
  /** Running versions that differ from the declared one of an asset. */
  driftOf(folder: string, assetId: string): Promise<Drift | null>;
  /** Rows of a folder's assets, with the current texts of open documents. */
  rowsOf(folder: string): Promise<readonly AssetRow[]>;
  /** Loads the catalogue again before the next question, after a refresh. */
  reloadCatalogue(): Promise<null>;
  /** Checklist of a folder, with the current texts of open documents. */
  checklistOf(folder: string): Promise<PanelChecklist>;
  /** Checklist of running resources at the last scan. Null without a scan. */
  accountChecklist(): Promise<PanelChecklist | null>;
  /** Fix of a failed check of a resource, of all of them if none is named; null if there is nothing to fix. */
  fixOf(folder: string, assetId: string, check: string | null): Promise<PreparedFix | null>;
  /** Failed checks of a resource that an edit can fix. */
  fixesOf(folder: string, assetId: string): Promise<readonly FixChoice[]>;
  /** Possible subjects of an incident in a folder; null for running resources, here and below. */
  incidentSubjects(folder: string | null): Promise<readonly IncidentSubject[]>;
  /** Steps for an incident of an asset; null if it no longer exists. */
  incidentOf(folder: string | null, assetId: string, symptom: string): Promise<Incident | null>;
  incidentOfVersion(version: string, symptom: string): Promise<Incident>;
  /** Steps for an incident if neither the resource nor the version is known. */
  incidentOfUnknown(symptom: string): Promise<Incident>;
  /** The few listed bugs that fit a symptom best, while the user types. */
  symptomFits(about: IncidentAbout, symptom: string): Promise<readonly SymptomFit[]>;
  /** Support case of a cluster; null if it no longer exists. */
  supportPackOf(folder: string | null, assetId: string, symptom: string): Promise<SupportPack | null>;
  /** Known bugs of a version. If an asset is named, its counts are those of the finding about the asset. */
  bugsOf(
    product: ProductId,
    version: string,
    folder: string | null,
    assetId: string | null,
  ): Promise<VersionAnswer>;
  /** Exact versions that these folders declare and accounts run, the most urgent first. */
  usedVersions(folders: readonly string[]): Promise<readonly UsedVersion[]>;
  /** Change brief for all assets that have a version, to the given target or else the recommended one. */
  briefOf(
    folders: readonly string[],
    product: ProductId,
    from: string,
    to: string | null,
  ): Promise<ChangeBrief | NoBrief>;
  /** Names for the configuration entries that suppress a finding about some assets of a folder. */
  resourcesToName(folder: string, assetIds: readonly string[]): Promise<readonly string[]>;
  /** Other places of a folder with the version of a finding, in any tool. */
  placesOf(folder: string, finding: FindingKey): Promise<readonly FileLocation[]>;
  /** Places of a folder that contain the version of an asset, or have to agree with it. */
  versionPlacesOf(folder: string, assetId: string): Promise<readonly FileLocation[]>;
  /** Release to pin for an asset with a range, or with a version that the API does not know; null if there is none. */
  pinOf(folder: string, assetId: string): Promise<{ product: ProductId; version: string } | null>;
  /** Upgrades of a version; with the settings of an asset of a folder if one is named. */
  upgradesOf(
    product: ProductId,
    version: string,
    folder: string | null,
    assetId: string | null,
  ): Promise<UpgradeAnswer>;
}

/** A declared or running version, and its first place. */
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

/** A bug as the editor lists it in a hover. */
export interface ShownBug extends Pick<BugMatch, 'nearestFix' | 'url'> {
  bug: Pick<KnownBug, 'title' | 'titleIn'>;
  urgency: Pick<UrgencyJudgement, 'why'>;
}

export interface ShownDetails extends Omit<BugDetails, 'top' | 'matching'> {
  top: readonly ShownBug[];
}

/** A finding as the editor shows it, without ids of hundreds of bugs, which would take long to send. */
export interface ShownFinding extends Omit<Finding, 'bugIds' | 'bugs' | 'helpUri'> {
  /** Address of a page that may be linked; null if there is none. */
  helpUri: string | null;
  bugs: ShownDetails | null;
}

export interface FolderResult {
  folder: string;
  findings: readonly ShownFinding[];
  problems: readonly Problem[];
  /** Files that code names but no format claims; their changes matter, too. */
  namedFiles: readonly string[];
  assets: number;
  catalogue: Pick<Catalogue, 'asOf' | 'readOn' | 'source'>;
}

/** Counts of an account scan. */
export interface AccountSummary {
  /** ISO 8601 in UTC. */
  at: string;
  tier: Tier;
  accounts: readonly ScannedAccount[];
  assets: number;
  clusters: number;
  /** API calls. */
  calls: number;
  problems: number;
  /** Regions that were not read because the scan was stopped. */
  unread: number;
}

export interface AccountRows {
  summary: AccountSummary;
  rows: readonly AssetRow[];
  /** Folder and place of the code that declares a running resource, by its id. */
  declarations: ReadonlyMap<string, { folder: string; location: Location }>;
  /** Reasons why the code that declares a running resource is ambiguous, by the resource's id. */
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

/** The checklist of a folder, or of running resources. */
export interface PanelChecklist extends ChecklistResult {
  /** Null for running resources. */
  folder: string | null;
  /** Time of the account scan, ISO 8601 in UTC; null for code, which is always current. */
  readAt: string | null;
  /** Resources of the rows. */
  resources: readonly Pick<Asset, 'id' | 'kind' | 'name' | 'location'>[];
  /** Links of each loop among the findings. */
  chains: readonly { assetId: string; links: readonly ChainLink[] }[];
  /** Places of the evidence in files, for each row in order. */
  places: readonly (readonly FileLocation[])[];
  /** Failed checks that an edit can fix; for the others code or the command can be copied. */
  fixable: readonly { assetId: string; check: string }[];
  /** Failed checks whose fix is code to copy into a program. */
  snippets: readonly { assetId: string; check: string; code: string }[];
}

export interface FixChoice {
  check: string;
  title: Text;
}

/** A fix as edits of files; without edits if only the command, or code to copy into a program, helps. */
export interface PreparedFix {
  title: Text;
  command: string;
  snippet: string | null;
  files: readonly { file: string; edits: readonly TextEdit[]; text: string }[];
}
