import type { ChecklistOptions } from '../../../analysis/index.ts';
import { readConfigAbove, type Config } from '../../../config/index.ts';
import { prepareDeclarations, type ReadFile } from '../../../edits/index.ts';
import { readClues } from '../../../inventory/index.ts';
import { today, type Catalogue, type Inventory, type Problem } from '../../../model/index.ts';
import { readAccountTerms } from '../account-terms.ts';
import type { AccountScan } from '../account-scan.ts';
import type { Baselines } from '../baselines.ts';
import type { CurrentCatalogue } from '../current-catalogue.ts';
import type { Folders } from '../folders.ts';

/** What a checklist is evaluated from: what a folder declares, or what runs in accounts. */
export interface ChecklistQuestion {
  /** Null for what runs in accounts. */
  folder: string | null;
  /** When accounts were read, ISO 8601 in UTC; null for code, which is read as it is now. */
  readAt: string | null;
  inventory: Inventory;
  catalogue: Catalogue;
  config: Config;
  /** What is wrong with the configuration. */
  problems: readonly Problem[];
  options: ChecklistOptions;
  read: ReadFile;
}

interface AskedOf {
  folders: Folders;
  accounts: AccountScan;
  baselines: Baselines;
  catalogue: CurrentCatalogue;
}

/** Puts together what is asked of a folder, or of what runs: no check takes code for what runs, or the other way round. */
export class ChecklistQuestions {
  readonly #of: AskedOf;

  constructor(of: AskedOf) {
    this.#of = of;
  }

  /** With the clues of a folder, which are read anew each time: only who looks at its checklist asks for them. */
  ofFolder(folder: string): Promise<ChecklistQuestion> {
    return this.#ofFolder(folder, { today: today(), clues: readClues([folder]) });
  }

  /** Without clues: what needs them stays unknown. */
  ofCode(folder: string): Promise<ChecklistQuestion> {
    return this.#ofFolder(folder, { today: today(), clues: null });
  }

  /** Of what runs, with the clues of all folders. Null without a scan. */
  async ofAccounts(): Promise<ChecklistQuestion | null> {
    const { folders, accounts, baselines, catalogue } = this.#of;
    const { scan } = accounts;
    if (scan === null) return null;
    const { paths } = folders;
    const { config } = (await readAccountTerms(paths, baselines)).options;
    return {
      folder: null,
      readAt: scan.at,
      inventory: scan.inventory,
      catalogue: await catalogue.get(),
      config,
      problems: [],
      options: { today: today(), clues: paths.length === 0 ? null : readClues(paths) },
      read: () => null,
    };
  }

  async #ofFolder(folder: string, options: ChecklistOptions): Promise<ChecklistQuestion> {
    const opened = await this.#of.folders.get(folder);
    const { config, problems } = await readConfigAbove(folder);
    await prepareDeclarations(opened.inventory.assets);
    return {
      folder,
      readAt: null,
      inventory: opened.inventory,
      catalogue: await this.#of.catalogue.get(),
      config,
      problems,
      options: { ...options, scanned: this.#of.accounts.scan?.inventory ?? null },
      read: (file) => opened.source(file),
    };
  }
}
