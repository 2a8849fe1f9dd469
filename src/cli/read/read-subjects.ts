import type { Inventory } from '../../model/index.ts';
import { hasAccountOptions, type AccountOptions } from '../options/account-options.ts';
import type { CommonOptions } from '../options/options.ts';
import { checkPaths } from './check-paths.ts';
import { readAccounts } from './read-accounts.ts';
import { readFolders, type ReadFolders } from './read-folders.ts';
import type { Terminal } from '../print/terminal.ts';

/** Results of reading folders and accounts. */
export interface ReadSubjects extends ReadFolders {
  /** The scanned folders; empty if only accounts were read. */
  folders: readonly string[];
  /** True if Ctrl-C stopped the reading of accounts; the problems list the Regions that are missing. */
  isStopped: boolean;
}

/**
 * Reads files, accounts, or both; the working directory if neither is named.
 * @throws {UsageError} if access to all accounts was denied
 */
export async function readSubjects(
  paths: readonly string[],
  options: CommonOptions & AccountOptions,
  terminal: Terminal,
): Promise<ReadSubjects> {
  const hasAccounts = hasAccountOptions(options);
  const folders = paths.length === 0 && !hasAccounts ? ['.'] : paths;
  checkPaths(folders);
  const [read, accounts] = await Promise.all([
    readFolders(folders, options, terminal),
    hasAccounts ? readAccounts(options, terminal) : null,
  ]);
  if (accounts === null) return { ...read, folders, isStopped: false };
  return {
    ...read,
    folders,
    inventory: joinInventories(read.inventory, accounts),
    problems: [...read.problems, ...accounts.problems],
    isStopped: accounts.unread.length > 0,
  };
}

function joinInventories(workspace: Inventory, accounts: Inventory): Inventory {
  return {
    assets: [...workspace.assets, ...accounts.assets],
    suppressions: workspace.suppressions,
    problems: [...workspace.problems, ...accounts.problems],
    unreadable: accounts.unreadable ?? [],
  };
}
