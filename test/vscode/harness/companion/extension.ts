import { renameSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { describeError, runCases, type FiledCase, type SuiteResults } from '../cases.ts';

export interface Companion {
  activate: (context: vscode.ExtensionContext) => void;
  run: () => Promise<void>;
}

/**
 * The two entry points of the suite: VS Code activates an installed companion (browser flavour), or calls `run` of a
 * companion given as the path of tests (desktop application).
 */
export function companion(loadCases: () => Promise<FiledCase[]>): Companion {
  return {
    activate(context) {
      if (context.extensionMode === vscode.ExtensionMode.Production) void runSuite(loadCases);
    },
    async run() {
      const results = await runSuite(loadCases);
      if (results.cases.some(({ ok }) => !ok)) throw new Error('cases failed');
    },
  };
}

async function runSuite(loadCases: () => Promise<FiledCase[]>): Promise<SuiteResults> {
  const results = await loadAndRun(loadCases);
  const resultsFile = environment('ERRATA_LENS_SUITE_RESULTS');
  // One rename writes the whole file: the harness reads it as soon as it exists.
  writeFileSync(`${resultsFile}.part`, JSON.stringify(results));
  renameSync(`${resultsFile}.part`, resultsFile);
  return results;
}

/** Reports a suite that cannot start as one failed case, so that the harness does not wait for it. */
async function loadAndRun(loadCases: () => Promise<FiledCase[]>): Promise<SuiteResults> {
  try {
    const context = {
      vscode,
      folder: openFolder(),
      workspaces: environment('ERRATA_LENS_SUITE_WORKSPACES'),
      storage: environment('ERRATA_LENS_SUITE_STORAGE'),
    };
    return await runCases(await loadCases(), context, new RegExp(environment('ERRATA_LENS_SUITE_ONLY')));
  } catch (error) {
    const failure = {
      name: 'the suite begins',
      file: '',
      ok: false,
      skipped: null,
      error: describeError(error),
      ms: 0,
    };
    return { cases: [failure] };
  }
}

function openFolder(): string {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('no folder is open');
  return folder.uri.fsPath;
}

function environment(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}
