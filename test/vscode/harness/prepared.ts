import type { BrowserVsCode } from './install/install-vscode.ts';

/** Folders that test/vscode/run.ts prepares once for all e2e files, and passes on in the environment. */
export interface Prepared {
  vscode: BrowserVsCode;
  /** Folder of the installed product. */
  extensionsFolder: string;
  /** Profile of the browser, with cached scripts of earlier windows. */
  profileFolder: string;
}

const PREPARED = 'ERRATA_LENS_E2E';

/** Environment of a process that runs e2e files. */
export function preparedEnvironment(prepared: Prepared): Record<string, string> {
  return { [PREPARED]: JSON.stringify(prepared) };
}

/** @throws Error outside of test/vscode/run.ts */
export function readPrepared(): Prepared {
  const json = process.env[PREPARED];
  if (json === undefined) throw new Error('run e2e files through test/vscode/run.ts (see the README there)');
  return JSON.parse(json) as Prepared;
}
