import * as vscode from 'vscode';
import { readProfiles, scanAccount, type AccountInventory, type Profile } from '../../inventory/index.ts';
import { text } from '../../l10n/index.ts';
import { localized } from '../language.ts';
import {
  askMfaCode,
  confirmAccounts,
  DEFAULT_CHAIN,
  askForSelectionName,
  pickProfiles,
  pickRegions,
  pickSavedSelection,
  showInaccessibleProfiles,
} from './pick.ts';
import {
  readSavedSelections,
  removeSelection,
  addSelection,
  type SavedSelections,
  type Selection,
} from './selections.ts';
import { accountSettings } from '../contributions/settings.ts';
import { writeKeptScan } from './kept-scan.ts';

/** A finished scan, as it is stored. */
export interface FinishedScan {
  written: string;
  inventory: AccountInventory;
}

/**
 * Asks for profiles and Regions, shows the callers' identities, and scans, in the main thread: there the editor applies
 * its proxy settings and certificates. Null if cancelled, or if nothing could be read, which was reported.
 */
export async function scanAccounts(memory: vscode.Memento): Promise<FinishedScan | null> {
  const selection = await selectProfilesAndRegions([...(await readProfiles()).values()], memory);
  if (selection === null) return null;
  await saveSelections(memory, { ...savedSelections(memory), last: selection });
  return await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: localized(text('accounts.scanning')),
      cancellable: true,
    },
    (progress, token) => readAccountsWithProgress(selection, progress, token),
  );
}

async function selectProfilesAndRegions(
  profiles: readonly Profile[],
  memory: vscode.Memento,
): Promise<Selection | null> {
  const { last, sets } = savedSelections(memory);
  if (sets.length > 0) {
    const set = await pickSavedSelection(sets, (name) =>
      saveSelections(memory, removeSelection(savedSelections(memory), name)),
    );
    if (set === undefined) return null;
    if (set !== 'choose') return { profiles: set.profiles, regions: set.regions };
  }
  const names = await pickProfiles(profiles, last?.profiles ?? []);
  if (names === undefined) return null;
  const chosen = profiles.filter(({ name }) => names.includes(name));
  const isSame = last !== null && last.profiles.join('\n') === names.join('\n');
  const regions = await pickRegions(chosen, isSame ? last.regions : [], async (current) => {
    const set = await askForSelectionName({ profiles: names, regions: current });
    if (set !== undefined) await saveSelections(memory, addSelection(savedSelections(memory), set));
  });
  return regions === undefined ? null : { profiles: names, regions };
}

type Progress = vscode.Progress<{ message?: string; increment?: number }>;

async function readAccountsWithProgress(
  { profiles, regions }: Selection,
  progress: Progress,
  token: vscode.CancellationToken,
): Promise<FinishedScan | null> {
  const { tier, endpoint, aggregator } = accountSettings(vscode.workspace);
  const stop = new AbortController();
  token.onCancellationRequested(() => stop.abort());
  progress.report({ message: localized(text('accounts.asking')) });
  try {
    const inventory = await scanAccount({
      profiles: profiles.map((name) => (name === DEFAULT_CHAIN ? null : name)),
      regions,
      tier,
      ...(endpoint === undefined ? {} : { endpoint }),
      ...(aggregator === undefined ? {} : { aggregator }),
      signal: stop.signal,
      mfaCode: askMfaCode,
      confirm: async (accounts, closed) => {
        showInaccessibleProfiles(closed);
        const confirmed = accounts.length === 0 ? new Set<string>() : await confirmAccounts(accounts, tier);
        if (confirmed.size === 0) stop.abort();
        return confirmed;
      },
      onProgress: ({ total, ...done }) => {
        progress.report({
          message: localized(text('account.progress', { ...done, total })),
          increment: 100 / total,
        });
      },
    });
    if (inventory.isRefused) {
      const reasons = inventory.problems.slice(0, 3).map((problem) => problem.text);
      void vscode.window.showErrorMessage(localized(text('account.allRefused', { reasons })));
      return null;
    }
    return { inventory, written: writeKeptScan({ at: new Date().toISOString(), tier, inventory }) };
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    vscode.window.setStatusBarMessage(localized(text('account.cancelled')), 10_000);
    return null;
  }
}

const SELECTIONS_KEY = 'errataLens.accounts';

function savedSelections(memory: vscode.Memento): SavedSelections {
  return readSavedSelections(memory.get(SELECTIONS_KEY));
}

async function saveSelections(memory: vscode.Memento, kept: SavedSelections): Promise<void> {
  await memory.update(SELECTIONS_KEY, kept);
}
