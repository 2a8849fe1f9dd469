import type { AccountInventory } from '../inventory/index.ts';
import type { Language } from '../l10n/index.ts';
import type { Catalogue } from '../model/index.ts';
import type { ReadableFolders } from './readable-folders.ts';

/** What the tools answer from. */
export interface Desk {
  /** Of this program: what clients show. */
  version: string;
  language: Language;
  /** The catalogue on this machine; no tool asks the network for a newer one. */
  catalogue: () => Promise<Catalogue>;
  /** YYYY-MM-DD. */
  today: () => string;
  folders: ReadableFolders;
  /** Null unless whoever started the server named accounts. */
  readAccounts: (() => Promise<AccountInventory>) | null;
}
