import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import { failureReason } from '../commands.ts';
import type { ElectronVsCode } from './electron.ts';
import { installBrowserVsCode, type BrowserVsCode } from './install-vscode.ts';
import { cacheFolder } from '../project.ts';

export type VsCode = BrowserVsCode | ElectronVsCode;

export interface Available {
  available: true;
  vscode: VsCode;
}

export interface Unavailable {
  available: false;
  reason: string;
}

/** Milliseconds without an answer after which a download of VS Code counts as impossible. */
const PROBE_TIMEOUT = 5_000;

/**
 * Prepares a real VS Code: the desktop application if it can be downloaded and a display exists, or else the browser
 * flavour. `ERRATA_LENS_VSCODE` = electron | browser decides instead.
 */
export async function prepareVsCode(): Promise<Available | Unavailable> {
  const forced = process.env['ERRATA_LENS_VSCODE'];
  if (forced !== undefined && forced !== 'electron' && forced !== 'browser') {
    throw new Error(`ERRATA_LENS_VSCODE is "electron" or "browser", not "${forced}"`);
  }
  const reasons: string[] = [];
  if (forced === 'electron' || (forced === undefined && hasDisplay())) {
    try {
      return { available: true, vscode: await downloadElectronVsCode() };
    } catch (error) {
      reasons.push(`VS Code cannot be downloaded (${failureReason(error)})`);
    }
  }
  if (forced !== 'electron') {
    try {
      return { available: true, vscode: await installBrowserVsCode() };
    } catch (error) {
      reasons.push(`its browser flavour cannot be installed (${failureReason(error)})`);
    }
  }
  return { available: false, reason: reasons.join('; ') };
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined;
}

/** Requests the newest version number first, and gives up if that fails, so that no machine waits in vain. */
async function downloadElectronVsCode(): Promise<ElectronVsCode> {
  const cachePath = cacheFolder();
  const reporter = new SilentReporter();
  const executable = await downloadAndUnzipVSCode({
    version: 'stable',
    cachePath,
    timeout: PROBE_TIMEOUT,
    reporter,
  });
  return { flavour: 'electron', executable };
}
