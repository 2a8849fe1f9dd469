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

/** What an incident can be about: a cluster or a group that is declared or runs. */
export interface IncidentSubject extends Pick<Asset, 'location'> {
  assetId: string;
  kind: 'database' | 'auto-scaling-group';
  /** Its own name, else its address in the code. */
  name: string;
  product: ProductId | null;
  version: string | null;
}

/** What an incident is about, in short. */
export type IncidentAbout =
  | { kind: 'asset'; folder: string | null; assetId: string }
  | { kind: 'version'; version: string }
  | { kind: 'unknown' };

/** A listed bug that fits a symptom. */
export interface SymptomFit {
  title: Text;
  /** What has it: `Aurora MySQL 2.11.1`. */
  name: string;
  /** The release that fixes it nearest; null where none is named. */
  fix: string | null;
}

/** What the worker is started with. */
export interface WorkerStart {
  /** Where the refreshed catalogue and scans are kept; null: nowhere. */
  cacheFolder: string | null;
  /** Tasks that ended an earlier thread. */
  givenUp?: GivenUp;
}

/** What the worker can be asked. Everything that crosses is plain data. */
/** What tells a finding of a folder from others. */
export type FindingKey = Pick<Finding, 'ruleId' | 'assetIds'>;

export interface WorkerApi {
  /** Reads a workspace folder anew. `folder` is a file system path. */
  scanFolder(folder: string): Promise<FolderResult>;
  /** The text of an open document stands in for the file on the disk; null gives the disk its place back. */
  setDocument(folder: string, file: string, content: string | null): Promise<FolderResult>;
  forgetFolder(folder: string): Promise<null>;
  /** The findings of a folder anew, without reading it again. */
  analyseFolder(folder: string): Promise<FolderResult>;
  /**
   * Takes an account scan in its kept form (accounts/kept-scan.ts), or none: folders that are analysed from now on are
   * joined with it. It comes from a file as often as from a scan, so it is validated here, once. Null when it cannot be
   * understood.
   */
  setAccounts(written: string | null): Promise<AccountSummary | null>;
  /** What runs, with what matters about each, joined with the code of all folders. Null without a scan. */
  accountRows(): Promise<AccountRows | null>;
  /** The scan as the command line writes it. Null without one. */
  accountReport(format: 'markdown' | 'json', language: Language): Promise<string | null>;
  /** In which other versions than declared something runs of an asset. */
  driftOf(folder: string, assetId: string): Promise<Drift | null>;
  /** The assets of a folder, as they are written now, with what matters about each. */
  rowsOf(folder: string): Promise<readonly AssetRow[]>;
  /** Reads the catalogue anew before the next question: a look at the notes has refreshed it. */
  reloadCatalogue(): Promise<null>;
  /** The observability checklist of a folder, as it is written now. */
  checklistOf(folder: string): Promise<PanelChecklist>;
  /** The checklist of what runs, as the last scan found it. Null without a scan. */
  accountChecklist(): Promise<PanelChecklist | null>;
  /** The fix of a failed check of a resource, of all of them where none is named; null when there is nothing to mend. */
  fixOf(folder: string, assetId: string, check: string | null): Promise<PreparedFix | null>;
  /** The failed checks of a resource that an edit of the code mends. */
  fixesOf(folder: string, assetId: string): Promise<readonly FixChoice[]>;
  /** What an incident can be about in a folder; null for what runs in accounts, here and below. */
  incidentSubjects(folder: string | null): Promise<readonly IncidentSubject[]>;
  /** What to do about an asset; null when it is not there any more. */
  incidentOf(folder: string | null, assetId: string, symptom: string): Promise<Incident | null>;
  incidentOfVersion(version: string, symptom: string): Promise<Incident>;
  /** The same where neither a resource nor a version is known. */
  incidentOfUnknown(symptom: string): Promise<Incident>;
  /** The few listed bugs that fit a symptom best, while it is typed. */
  symptomFits(about: IncidentAbout, symptom: string): Promise<readonly SymptomFit[]>;
  /** What a support case about a cluster needs; null when it is not there any more. */
  supportPackOf(folder: string | null, assetId: string, symptom: string): Promise<SupportPack | null>;
  /** Known bugs of a version; as the finding about an asset of a folder counts them, where one is named. */
  bugsOf(
    product: ProductId,
    version: string,
    folder: string | null,
    assetId: string | null,
  ): Promise<VersionAnswer>;
  /** The exact versions that these folders declare and accounts run, the most pressing first. */
  usedVersions(folders: readonly string[]): Promise<readonly UsedVersion[]>;
  /** The change brief of an upgrade for all that has the version; without a target, to the recommended release. */
  briefOf(
    folders: readonly string[],
    product: ProductId,
    from: string,
    to: string | null,
  ): Promise<ChangeBrief | NoBrief>;
  /** What entries of the configuration have to name to leave out a finding about some assets of a folder. */
  resourcesToName(folder: string, assetIds: readonly string[]): Promise<readonly string[]>;
  /** The other places of a folder that write the version of a finding: of all that is told as one, in any tool. */
  placesOf(folder: string, finding: FindingKey): Promise<readonly FileLocation[]>;
  /** Every place of a folder that writes the version of an asset, or has to have the same one. */
  versionPlacesOf(folder: string, assetId: string): Promise<readonly FileLocation[]>;
  /** The release to write for a range of an asset, or for one that the API has no name for; null where there is none. */
  pinOf(folder: string, assetId: string): Promise<{ product: ProductId; version: string } | null>;
  /** Where to go from a version; with the settings of an asset of a folder where one is named. */
  upgradesOf(
    product: ProductId,
    version: string,
    folder: string | null,
    assetId: string | null,
  ): Promise<UpgradeAnswer>;
}

/** A version that is declared or runs, and the first place of it. */
export interface UsedVersion {
  product: ProductId;
  version: string;
  /** Null for what runs. */
  folder: string | null;
  assetId: string;
  location: Location;
  places: number;
  hasUrgent: boolean;
}

/** A bug as the editor names it over a version. */
export interface ShownBug extends Pick<BugMatch, 'nearestFix' | 'url'> {
  bug: Pick<KnownBug, 'title' | 'titleIn'>;
  urgency: Pick<UrgencyJudgement, 'why'>;
}

export interface ShownDetails extends Omit<BugDetails, 'top' | 'matching'> {
  top: readonly ShownBug[];
}

/** What the editor shows of a finding: ids of hundreds of bugs take longer to send than all the rest. */
export interface ShownFinding extends Omit<Finding, 'bugIds' | 'bugs'> {
  bugs: ShownDetails | null;
}

export interface FolderResult {
  folder: string;
  findings: readonly ShownFinding[];
  problems: readonly Problem[];
  /** Files that no format claims and that code names: a change of one matters all the same. */
  namedFiles: readonly string[];
  assets: number;
  catalogue: Pick<Catalogue, 'asOf' | 'readOn' | 'source'>;
}

/** An account scan in numbers. */
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
  /** How many Regions were not read because it was stopped. */
  unread: number;
}

export interface AccountRows {
  summary: AccountSummary;
  rows: readonly AssetRow[];
  /** Where the code is that declares something that runs, by its id. */
  declarations: ReadonlyMap<string, { folder: string; location: Location }>;
  /** Why it is open which code declares something, by its id. */
  ambiguous: ReadonlyMap<string, readonly Text[]>;
  /** Calls that were refused or failed. */
  unreadable: readonly UnreadableCall[];
  problems: readonly Problem[];
}

export interface Drift {
  product: ProductId;
  declared: string;
  running: readonly string[];
}

/** The checklist of a folder, or of what runs in accounts. */
export interface PanelChecklist extends ChecklistResult {
  /** Null for what runs in accounts. */
  folder: string | null;
  /** When accounts were read, ISO 8601 in UTC; null for code, which is read as it is now. */
  readAt: string | null;
  /** What the rows are about. */
  resources: readonly Pick<Asset, 'id' | 'kind' | 'name' | 'location'>[];
  /** For each loop among the findings, the chain that it runs through. */
  chains: readonly { assetId: string; links: readonly ChainLink[] }[];
  /** For each row, in their order, the places in files that its evidence is about. */
  places: readonly (readonly FileLocation[])[];
  /** The failed checks that an edit of the code mends; of the others code or the command can be copied. */
  mendable: readonly { assetId: string; check: string }[];
  /** The failed checks that code mends which somebody puts into a program. */
  snippets: readonly { assetId: string; check: string; code: string }[];
}

export interface FixChoice {
  check: string;
  title: Text;
}

/** A fix as edits of files; none where only the command, or code to put into a program, helps. */
export interface PreparedFix {
  title: Text;
  command: string;
  snippet: string | null;
  files: readonly { file: string; edits: readonly TextEdit[]; text: string }[];
}
