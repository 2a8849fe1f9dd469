import * as vscode from 'vscode';
import { isClaimed } from '../../inventory/index.ts';
import { text } from '../../l10n/index.ts';
import { isFileLocation, problemsToReport } from '../../model/index.ts';
import { isEnabled } from '../contributions/settings.ts';
import type { Disposable } from '../disposable.ts';
import { FolderDiagnostics } from '../ui/diagnostics.ts';
import type { Log } from '../ui/log.ts';
import { rangeOf } from '../ui/ranges.ts';
import type { WorkerClient } from '../worker-client.ts';
import type { FolderResult, ShownFinding } from '../worker/protocol.ts';
import { AnalysedFolder } from './analysed-folder.ts';
import { urgentVersionsOf } from './urgent-versions.ts';
import { belongsTo, isRead, pathInFolder, pathOf } from './paths.ts';

/** Result of a scan of all folders. */
export interface ScanSummary {
  findings: number;
  assets: number;
  problems: number;
}

/** Findings in the workspace folders, and the questions to the analysis thread about them. */
export class WorkspaceAnalysis implements Disposable {
  readonly #worker: WorkerClient;
  readonly #log: Log;
  readonly #collection = vscode.languages.createDiagnosticCollection('errata-lens');
  readonly #folders = new Map<string, AnalysedFolder>();
  readonly #analysed = new vscode.EventEmitter<FolderResult>();
  readonly #changed = new vscode.EventEmitter<undefined>();
  #hasNothing = false;

  /** Fires after each analysis of a folder. */
  readonly onDidAnalyse = this.#analysed.event;
  /** Fires when shown findings change: a folder was analysed, closed or disabled. */
  readonly onDidChange = this.#changed.event;

  constructor(worker: WorkerClient, log: Log) {
    this.#worker = worker;
    this.#log = log;
  }

  /** True if a question was about any folder. */
  get hasFolders(): boolean {
    return this.#folders.size > 0;
  }

  /** Folder of a file that can change the findings; undefined for all other files. */
  folderOf(uri: vscode.Uri): vscode.WorkspaceFolder | undefined {
    const folder = isRead(uri) ? vscode.workspace.getWorkspaceFolder(uri) : undefined;
    if (folder === undefined) return undefined;
    const file = pathInFolder(folder, uri);
    const named = this.#folders.get(folder.uri.toString())?.result?.namedFiles ?? [];
    return isClaimed(file) || named.includes(file) ? folder : undefined;
  }

  /** True if a folder was read completely, or there is nothing to read. */
  get isRead(): boolean {
    return this.#hasNothing || [...this.#folders.values()].some(({ result }) => result !== null);
  }

  /** Number of versions with urgent bugs. A version counts once, in however many places it is pinned. */
  get urgentVersions(): number {
    const results = [...this.#folders.values()].map(({ result }) => result);
    return urgentVersionsOf(results.flatMap((result) => result?.findings ?? [])).size;
  }

  /** Records that no open folder has a file to read. */
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
      findings: sum((result) => result.findings.length),
      assets: sum((result) => result.assets),
      problems: sum((result) => problemsToReport(result.problems).length),
    };
  }

  /** Reads a folder from the disk; null if that failed, or the folder is disabled. */
  async scan(folder: vscode.WorkspaceFolder): Promise<FolderResult | null> {
    if (!isRead(folder.uri)) return null;
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

  /** Updates a file with the text of an open document, or with that of the disk (null). */
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
  forget(folder: vscode.WorkspaceFolder): void {
    const key = folder.uri.toString();
    this.#folders.get(key)?.clear();
    this.#folders.delete(key);
    this.#changed.fire(undefined);
    this.#worker.call('forgetFolder', pathOf(folder.uri)).catch((error: unknown) => this.#log.error(error));
  }

  /** Catalogue by which a file was judged; undefined before its folder was. */
  catalogueOf(uri: vscode.Uri): FolderResult['catalogue'] | undefined {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    return folder && this.#folders.get(folder.uri.toString())?.result?.catalogue;
  }

  findingsAt(uri: vscode.Uri, position: vscode.Position): ShownFinding[] {
    return this.findingsIn(uri).filter(
      ({ location }) => isFileLocation(location) && rangeOf(location).contains(position),
    );
  }

  /** Findings that are shown in a file. */
  findingsIn(uri: vscode.Uri): ShownFinding[] {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const result = folder && this.#folders.get(folder.uri.toString())?.result;
    if (!folder || !result) return [];
    const file = pathInFolder(folder, uri);
    return result.findings.filter(
      ({ location, suppressed }) => suppressed === null && isFileLocation(location) && location.file === file,
    );
  }

  /** True if files below a path of a workspace folder have findings. */
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

  /** Null if the question failed; the log has the error. */
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
