import path from 'node:path';
import * as vscode from 'vscode';
import { isClaimed } from '../inventory/index.ts';
import { text } from '../l10n/index.ts';
import { isFileLocation, worthTelling, type Finding } from '../model/index.ts';
import type { Disposable } from './disposable.ts';
import { affectsSettings, isEnabled } from './contributions/settings.ts';
import { FolderDiagnostics } from './ui/diagnostics.ts';
import type { Log } from './ui/log.ts';
import { rangeOf } from './ui/ranges.ts';
import type { WorkerClient } from './worker-client.ts';
import type { FolderResult } from './worker/protocol.ts';

/** Milliseconds after the last key before a changed document is analysed again. */
const TYPING_PAUSE = 150;

/** Which files can hold a pin is for the formats to say: a glob that says it again would miss some. */
const ALL_FILES = '**/*';
/** Files that are looked at first for one that can hold a pin: nearly every workspace has one among them. */
const FIRST_FILES = 200;

export interface AnalysisController extends Disposable {
  /** Scans the workspace in the background if it has a file that can hold a pin. */
  start(): void;
  scanAll(): Promise<{ findings: number; assets: number; problems: number }>;
  /** What is known of the folders is judged again, without reading them. */
  analyseAgain(): Promise<void>;
  findingsAt(uri: vscode.Uri, position: vscode.Position): Finding[];
  findings(): readonly Finding[];
  /** After each analysis of a folder. */
  onDidAnalyse: vscode.Event<FolderResult>;
}

interface FolderState {
  uri: vscode.Uri;
  diagnostics: FolderDiagnostics;
  result: FolderResult | null;
  /** The number of the newest question: an answer to an older one says less, and one that came after "off" nothing. */
  asked: number;
}

/** Keeps the analysis of every workspace folder up to date with the disk and with open documents. */
export function registerAnalysis(worker: WorkerClient, log: Log): AnalysisController {
  const collection = vscode.languages.createDiagnosticCollection('errata-lens');
  const folders = new Map<string, FolderState>();
  const pauses = new Map<string, NodeJS.Timeout>();
  const analysed = new vscode.EventEmitter<FolderResult>();

  function stateOf(folder: vscode.WorkspaceFolder): FolderState {
    const key = folder.uri.toString();
    const state = folders.get(key) ?? {
      uri: folder.uri,
      diagnostics: new FolderDiagnostics(collection, folder.uri),
      result: null,
      asked: 0,
    };
    folders.set(key, state);
    return state;
  }

  /** The folder of a file that can change what is found; undefined for all others: no question is asked about them. */
  function folderOf(uri: vscode.Uri): vscode.WorkspaceFolder | undefined {
    const folder = uri.scheme === 'file' ? vscode.workspace.getWorkspaceFolder(uri) : undefined;
    if (folder === undefined) return undefined;
    const file = relativeTo(folder, uri);
    const named = folders.get(folder.uri.toString())?.result?.namedFiles ?? [];
    return isClaimed(file) || named.includes(file) ? folder : undefined;
  }

  async function scan(folder: vscode.WorkspaceFolder): Promise<FolderResult | null> {
    if (folder.uri.scheme !== 'file') return null;
    const state = stateOf(folder);
    if (!isEnabled(vscode.workspace, folder.uri)) {
      empty(state);
      return null;
    }
    for (const document of vscode.workspace.textDocuments) {
      if (document.isDirty && belongsTo(document.uri, folder))
        void send(folder, document.uri, document.getText());
    }
    return receive(state, () => worker.call('scanFolder', folder.uri.fsPath));
  }

  async function receive(state: FolderState, ask: () => Promise<FolderResult>): Promise<FolderResult | null> {
    const question = ++state.asked;
    try {
      const result = await ask();
      if (question !== state.asked) return result;
      // Each key pressed brings an answer: what the last one told needs no second line in the log.
      const told = new Set(state.result?.problems.map((problem) => JSON.stringify(problem)));
      state.result = result;
      state.diagnostics.show(result.findings);
      analysed.fire(result);
      for (const problem of result.problems.filter((each) => !told.has(JSON.stringify(each))))
        log.warn(text('log.problem', { source: problem.source, message: problem.text }));
      return result;
    } catch (error) {
      log.error(error);
      return null;
    }
  }

  async function send(
    folder: vscode.WorkspaceFolder,
    uri: vscode.Uri,
    content: string | null,
  ): Promise<void> {
    if (!isEnabled(vscode.workspace, folder.uri)) return;
    const state = stateOf(folder);
    await receive(state, () =>
      worker.call('setDocument', folder.uri.fsPath, relativeTo(folder, uri), content),
    );
  }

  function changed(document: vscode.TextDocument): void {
    const folder = folderOf(document.uri);
    if (folder === undefined) return;
    const key = document.uri.toString();
    clearTimeout(pauses.get(key));
    const update = (): void => {
      pauses.delete(key);
      void send(folder, document.uri, document.getText());
    };
    pauses.set(key, setTimeout(update, TYPING_PAUSE));
  }

  async function scanAll(): Promise<{ findings: number; assets: number; problems: number }> {
    const results = await Promise.all((vscode.workspace.workspaceFolders ?? []).map(scan));
    const found = results.filter((result) => result !== null);
    const sum = (count: (result: FolderResult) => number): number =>
      found.reduce((n, result) => n + count(result), 0);
    log.info(text('log.scanned', { folders: found.length, asOf: found[0]?.catalogue.asOf ?? '' }));
    return {
      findings: sum((result) => result.findings.length),
      assets: sum((result) => result.assets),
      problems: sum((result) => worthTelling(result.problems).length),
    };
  }

  async function start(): Promise<void> {
    const hasCandidate = async (most?: number): Promise<boolean> =>
      (await vscode.workspace.findFiles(ALL_FILES, undefined, most)).some(
        (uri) => folderOf(uri) !== undefined,
      );
    if ((await hasCandidate(FIRST_FILES)) || (await hasCandidate())) await scanAll();
  }

  // A new thread knows neither the folders nor the documents that are being edited.
  worker.onCrash(() => (folders.size > 0 ? void scanAll() : undefined));

  const watcher = vscode.workspace.createFileSystemWatcher(ALL_FILES);
  const refresh = (uri: vscode.Uri): void => {
    const folder = folderOf(uri);
    if (folder !== undefined && !isOpenAndDirty(uri)) void send(folder, uri, null);
  };

  const listeners = vscode.Disposable.from(
    collection,
    analysed,
    watcher,
    watcher.onDidCreate(refresh),
    watcher.onDidChange(refresh),
    watcher.onDidDelete(refresh),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) changed(document);
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      const folder = folderOf(document.uri);
      if (folder !== undefined) void send(folder, document.uri, null);
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const folder of removed) forget(folder);
      for (const folder of added) void scan(folder);
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (affectsSettings(event)) void scanAll();
    }),
  );

  function forget(folder: vscode.WorkspaceFolder): void {
    const state = folders.get(folder.uri.toString());
    if (state !== undefined) empty(state);
    folders.delete(folder.uri.toString());
    void worker.call('forgetFolder', folder.uri.fsPath).catch((error: unknown) => log.error(error));
  }

  return {
    start: () => void start().catch((error: unknown) => log.error(error)),
    scanAll,
    async analyseAgain() {
      const read = [...folders.values()].filter(({ result }) => result !== null);
      await Promise.all(
        read.map((state) => receive(state, () => worker.call('analyseFolder', state.uri.fsPath))),
      );
    },
    onDidAnalyse: analysed.event,
    findings: () => [...folders.values()].flatMap(({ result }) => result?.findings ?? []),
    findingsAt(uri, position) {
      const folder = vscode.workspace.getWorkspaceFolder(uri);
      const result = folder === undefined ? null : (folders.get(folder.uri.toString())?.result ?? null);
      if (folder === undefined || result === null) return [];
      const file = relativeTo(folder, uri);
      return result.findings.filter(
        ({ location, suppressed }) =>
          suppressed === null &&
          isFileLocation(location) &&
          location.file === file &&
          rangeOf(location).contains(position),
      );
    },
    dispose() {
      for (const pause of pauses.values()) clearTimeout(pause);
      listeners.dispose();
    },
  };
}

/** Shows nothing of a folder, also not what is still being read of it. */
function empty(state: FolderState): void {
  state.asked += 1;
  state.diagnostics.clear();
  state.result = null;
}

function belongsTo(uri: vscode.Uri, folder: vscode.WorkspaceFolder): boolean {
  return vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() === folder.uri.toString();
}

function isOpenAndDirty(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some(
    (document) => document.isDirty && document.uri.toString() === uri.toString(),
  );
}

/** The path as findings name it: below the folder, with forward slashes. */
function relativeTo(folder: vscode.WorkspaceFolder, uri: vscode.Uri): string {
  return path.relative(folder.uri.fsPath, uri.fsPath).split(path.sep).join('/');
}
