import type { AccountInventory } from '../inventory/index.ts';
import type { Language } from '../l10n/index.ts';
import type { Catalogue } from '../model/index.ts';
import type { ReadableFolders } from './readable-folders.ts';

/** Services that all tools share. */
export interface ToolContext {
  /** Version of this program, which clients show. */
  version: string;
  language: Language;
  /** Catalogue on this machine; no tool fetches a newer one. */
  catalogue: () => Promise<Catalogue>;
  /** YYYY-MM-DD. */
  today: () => string;
  folders: ReadableFolders;
  /** Reads the accounts that the options of the server name; null if they name none. */
  readAccounts: (() => Promise<AccountInventory>) | null;
}
