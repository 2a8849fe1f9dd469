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

/** Inputs of a checklist, for a folder or for running resources. */
export interface ChecklistQuestion {
  /** Null for running resources. */
  folder: string | null;
  /** Time of the account scan, ISO 8601 in UTC; null for code. */
  readAt: string | null;
  inventory: Inventory;
  catalogue: Catalogue;
  config: Config;
  /** Problems of the configuration. */
  problems: readonly Problem[];
  options: ChecklistOptions;
  read: ReadFile;
}

interface QuestionSources {
  folders: Folders;
  accounts: AccountScan;
  baselines: Baselines;
  catalogue: CurrentCatalogue;
}

/** Collects the inputs of checklists. Code and running resources have separate checklists. */
export class ChecklistQuestions {
  readonly #sources: QuestionSources;

  constructor(of: QuestionSources) {
    this.#sources = of;
  }

  /** Inputs for a folder, with clues in its files. Clues are read each time, so only an open checklist should ask. */
  ofFolder(folder: string): Promise<ChecklistQuestion> {
    return this.#ofFolder(folder, { today: today(), clues: readClues([folder]) });
  }

  /** Inputs for a folder without clues; checks that need them remain unknown. */
  ofCode(folder: string): Promise<ChecklistQuestion> {
    return this.#ofFolder(folder, { today: today(), clues: null });
  }

  /** Inputs for running resources, with clues of all folders; null without a scan. */
  async ofAccounts(): Promise<ChecklistQuestion | null> {
    const { folders, accounts, baselines, catalogue } = this.#sources;
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
    const opened = await this.#sources.folders.get(folder);
    const { config, problems } = await readConfigAbove(folder);
    await prepareDeclarations(opened.inventory.assets);
    return {
      folder,
      readAt: null,
      inventory: opened.inventory,
      catalogue: await this.#sources.catalogue.get(),
      config,
      problems,
      options: { ...options, scanned: this.#sources.accounts.scan?.inventory ?? null },
      read: (file) => opened.source(file),
    };
  }
}
