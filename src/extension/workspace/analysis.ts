import * as vscode from 'vscode';
import { isClaimed } from '../../inventory/index.ts';
import { text } from '../../l10n/index.ts';
import { isFileLocation, problemsToReport } from '../../model/index.ts';
import type { FoundCounts } from '../../report/index.ts';
import { isEnabled } from '../contributions/settings.ts';
import type { Disposable } from '../disposable.ts';
import { FolderDiagnostics } from '../ui/diagnostics.ts';
import type { Log } from '../ui/log.ts';
import { rangeOf } from '../ui/ranges.ts';
import type { WorkerClient } from '../worker-client.ts';
import type { FolderResult, ShownFinding } from '../worker/protocol.ts';
import { AnalysedFolder } from './analysed-folder.ts';
import { urgentVersionsOf } from './urgent-versions.ts';
import { belongsTo, isReadable, pathInFolder, pathOf } from './paths.ts';

/** Result of a scan of all folders. */
export interface ScanSummary {
  found: FoundCounts;
  assets: number;
  problems: number;
}

/** Analyses the workspace folders in the analysis thread, and keeps their findings. */
export class WorkspaceAnalysis implements Disposable {
  readonly #worker: WorkerClient;
  readonly #log: Log;
  readonly #collection = vscode.languages.createDiagnosticCollection('errata-lens');
  readonly #folders = new Map<string, AnalysedFolder>();
  readonly #analysed = new vscode.EventEmitter<FolderResult>();
  readonly #changed = new vscode.EventEmitter<undefined>();
  #hasNothing = false;

  /** Fires after a folder was analysed. */
  readonly onDidAnalyse = this.#analysed.event;
  /** Fires when the shown findings change: a folder was analysed, closed or disabled. */
  readonly onDidChange = this.#changed.event;

  constructor(worker: WorkerClient, log: Log) {
    this.#worker = worker;
    this.#log = log;
  }

  /** True if any folder has been asked about. */
  get hasFolders(): boolean {
    return this.#folders.size > 0;
  }

  /** Workspace folder of a file whose changes can affect findings; undefined for other files. */
  folderOf(uri: vscode.Uri): vscode.WorkspaceFolder | undefined {
    const folder = isReadable(uri) ? vscode.workspace.getWorkspaceFolder(uri) : undefined;
    if (folder === undefined) return undefined;
    const file = pathInFolder(folder, uri);
    const named = this.#folders.get(folder.uri.toString())?.result?.namedFiles ?? [];
    return isClaimed(file) || named.includes(file) ? folder : undefined;
  }

  /** True if a folder has been read, or there is nothing to read. */
  get hasResult(): boolean {
    return this.#hasNothing || [...this.#folders.values()].some(({ result }) => result !== null);
  }

  /** Number of versions with urgent bugs, each counted once. */
  get urgentVersions(): number {
    const results = [...this.#folders.values()].map(({ result }) => result);
    return urgentVersionsOf(results.flatMap((result) => result?.findings ?? [])).size;
  }

  /** Records that no open folder has a relevant file. */
  recordEmptyWorkspace(): void {
    this.#hasNothing = true;
    this.#changed.fire(undefined);
  }

  /** Reads all folders from the disk. */
  async scanAll(): Promise<ScanSummary> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const results = await Promise.all(folders.map((folder) => this.scan(folder)));
    const found = results.filter((result) => result !== null);
    const sum = (count: (result: FolderResult) => number): number =>
      found.reduce((total, result) => total + count(result), 0);
    this.#log.info(text('log.scanned', { folders: found.length, asOf: found[0]?.catalogue.asOf ?? '' }));
    return {
      found: await this.#worker.call(
        'foundIn',
        found.map(({ folder }) => folder),
      ),
      assets: sum((result) => result.assets),
      problems: sum((result) => problemsToReport(result.problems).length),
    };
  }

  /** Reads a folder from the disk; null after an error, or if the folder is disabled. */
  async scan(folder: vscode.WorkspaceFolder): Promise<FolderResult | null> {
    if (!isReadable(folder.uri)) return null;
    const analysed = this.#analysedFolder(folder);
    if (!isEnabled(vscode.workspace, folder.uri)) {
      analysed.clear();
      this.#changed.fire(undefined);
      return null;
    }
    for (const document of vscode.workspace.textDocuments) {
      if (document.isDirty && belongsTo(document.uri, folder))
        void this.update(folder, document.uri, document.getText());
    }
    return this.#ask(analysed, () => this.#worker.call('scanFolder', pathOf(folder.uri)));
  }

  /** Sets the text of a file to that of an open document; null restores the text on disk. */
  async update(folder: vscode.WorkspaceFolder, uri: vscode.Uri, content: string | null): Promise<void> {
    if (!isEnabled(vscode.workspace, folder.uri)) return;
    const file = pathInFolder(folder, uri);
    await this.#ask(this.#analysedFolder(folder), () =>
      this.#worker.call('setDocument', pathOf(folder.uri), file, content),
    );
  }

  /** Judges the folders again without reading them. */
  async judgeAgain(): Promise<void> {
    const read = [...this.#folders.values()].filter(({ result }) => result !== null);
    await Promise.all(
      read.map((folder) => this.#ask(folder, () => this.#worker.call('analyseFolder', folder.path))),
    );
  }

  /** Removes a closed folder. */
  removeFolder(folder: vscode.WorkspaceFolder): void {
    const key = folder.uri.toString();
    this.#folders.get(key)?.clear();
    this.#folders.delete(key);
    this.#changed.fire(undefined);
    this.#worker.call('forgetFolder', pathOf(folder.uri)).catch((error: unknown) => this.#log.error(error));
  }

  /** Catalogue that a file's findings are based on; undefined before the folder has been analysed. */
  catalogueOf(uri: vscode.Uri): FolderResult['catalogue'] | undefined {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    return folder && this.#folders.get(folder.uri.toString())?.result?.catalogue;
  }

  findingsAt(uri: vscode.Uri, position: vscode.Position): ShownFinding[] {
    return this.findingsIn(uri).filter(
      ({ location }) => isFileLocation(location) && rangeOf(location).contains(position),
    );
  }

  /** Findings in a file. */
  findingsIn(uri: vscode.Uri): ShownFinding[] {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const result = folder && this.#folders.get(folder.uri.toString())?.result;
    if (!folder || !result) return [];
    const file = pathInFolder(folder, uri);
    return result.findings.filter(
      ({ location, suppressed }) => suppressed === null && isFileLocation(location) && location.file === file,
    );
  }

  /** True if files in a folder, or below it, have findings. */
  hasFindingsBelow(folder: vscode.WorkspaceFolder, uri: vscode.Uri): boolean {
    const below = `${pathInFolder(folder, uri)}/`;
    const findings = this.#folders.get(folder.uri.toString())?.result?.findings ?? [];
    return findings.some(({ location }) => isFileLocation(location) && location.file.startsWith(below));
  }

  dispose(): void {
    this.#collection.dispose();
    this.#analysed.dispose();
    this.#changed.dispose();
  }

  #analysedFolder({ uri }: vscode.WorkspaceFolder): AnalysedFolder {
    const key = uri.toString();
    const folder =
      this.#folders.get(key) ?? new AnalysedFolder(pathOf(uri), new FolderDiagnostics(this.#collection, uri));
    this.#folders.set(key, folder);
    return folder;
  }

  /** Asks the thread about a folder. Null after an error, which is logged. */
  async #ask(folder: AnalysedFolder, question: () => Promise<FolderResult>): Promise<FolderResult | null> {
    try {
      const { result, isShown, newProblems } = await folder.show(question);
      if (isShown) this.#analysed.fire(result);
      if (isShown) this.#changed.fire(undefined);
      for (const problem of newProblems)
        this.#log.warn(text('log.problem', { source: problem.source, message: problem.text }));
      return result;
    } catch (error) {
      this.#log.error(error);
      return null;
    }
  }
}
