import path from 'node:path';
import {
  engineOffersOf,
  isReported,
  knownHere,
  resourcesToName,
  SOAK_DAYS,
  suppressionProblems,
  upgradeAnswer,
  versionAnswer,
  withBaseline,
  type KnownHere,
} from '../../analysis/index.ts';
import { loadCatalogue } from '../../catalogue/index.ts';
import { isAllScanned, readConfigAbove } from '../../config/index.ts';
import { readClues, WorkspaceInventory } from '../../inventory/index.ts';
import { today, type Catalogue, type Inventory, type WorkspaceClues } from '../../model/index.ts';
import { doing } from '../../threads/index.ts';
import { readAccountTerms, type AccountTerms } from './account-terms.ts';
import { Accounts } from './accounts.ts';
import { assetRows } from './asset-rows.ts';
import { Baselines } from './baselines.ts';
import { fixChoices, panelChecklist, preparedFix, type ChecklistQuestion } from './checklist.ts';
import { incidentOfAsset, subjectsOf, supportPackOfCluster, versionIncident } from './incident.ts';
import type { FolderResult, WorkerApi, WorkerStart } from './protocol.ts';

/**
 * Holds the inventory of every workspace folder and the catalogue, and joins them.
 * @param cacheFolder where the refreshed catalogue is kept; until the first refresh the embedded snapshot counts
 */
export function createAnalyser({ cacheFolder, givenUp = new Map() }: WorkerStart): WorkerApi {
  const inventories = new Map<string, Promise<WorkspaceInventory>>();
  const accounts = new Accounts();
  const baselines = new Baselines();
  let catalogue: Promise<Catalogue> | null = null;

  const knownBugs = (): Promise<Catalogue> => (catalogue ??= loadCatalogue(cacheFolder));

  /**
   * Judges a folder, as a task that can be given up: a rule that hangs on what a folder declares costs that question.
   * @throws when it was given up before
   */
  function careful<T>(question: string, folder: string, judge: () => T): T {
    const task = `${question} ${folder}`;
    if (givenUp.has(task)) throw new Error(`Given up, because it took too long before: ${task}`);
    return doing(task, judge);
  }

  /** What all folders declare now. */
  async function read(): Promise<ReadonlyMap<string, Inventory>> {
    const entries = [...inventories].map(
      async ([folder, known]) => [folder, (await known).inventory] as const,
    );
    return new Map(await Promise.all(entries));
  }

  const accountTerms = (): Promise<AccountTerms> => readAccountTerms([...inventories.keys()], baselines);

  async function open(folder: string): Promise<WorkspaceInventory> {
    const inventory = new WorkspaceInventory([folder], { base: folder, givenUp });
    await inventory.scan();
    return inventory;
  }

  function inventoryOf(folder: string): Promise<WorkspaceInventory> {
    const known = inventories.get(folder) ?? open(folder);
    inventories.set(folder, known);
    return known;
  }

  /** What a folder declares, with what runs of it, and the findings: what the editor and the tree show of it. */
  async function judge(folder: string) {
    const known = await knownBugs();
    const { config, file, problems } = await readConfigAbove(folder);
    const options = { today: today(), config };
    const inventories = await read();
    const found = careful('analyse', folder, () => accounts.analyse(folder, inventories, known, options));
    const earlier = await baselines.of(folder, config.baseline);
    return {
      known,
      options,
      isWhole: isAllScanned(file, [folder]),
      inventory: found.inventory,
      // Only hidden here: the words of the reason are for reports.
      findings: withBaseline(found.findings, earlier.baseline, ''),
      problems: [...problems, ...earlier.problems, ...found.problems, ...known.problems],
    };
  }

  async function analyse(folder: string, opened: WorkspaceInventory): Promise<FolderResult> {
    const { inventory } = opened;
    const { known, options, isWhole, findings, problems } = await judge(folder);
    return {
      folder,
      findings,
      problems: [...problems, ...inventory.problems, ...suppressionProblems(inventory, options, isWhole)],
      assets: inventory.assets.length,
      namedFiles: opened.namedFiles(),
      catalogue: { asOf: known.asOf, source: known.source },
    };
  }

  /** What a finding about an asset counts; all that is known where none is named, or it is not there any more. */
  async function knownAt(folder: string | null, assetId: string | null): Promise<KnownHere> {
    const nowhere = { catalogue: await knownBugs(), states: new Map() };
    if (folder === null || assetId === null) return nowhere;
    await inventoryOf(folder);
    const { known, inventory, options, findings } = await judge(folder);
    const finding = findings.find(({ assetIds, bugs }) => bugs !== null && assetIds.includes(assetId));
    const ids = new Set(finding?.assetIds ?? [assetId]);
    const [first, ...others] = inventory.assets.filter(({ id }) => ids.has(id));
    return first === undefined ? nowhere : knownHere(known, inventory, [first, ...others], options);
  }

  async function questionOf(folder: string, clues: WorkspaceClues | null): Promise<ChecklistQuestion> {
    const opened = await inventoryOf(folder);
    const { config, problems } = await readConfigAbove(folder);
    return {
      folder,
      readAt: null,
      inventory: opened.inventory,
      catalogue: await knownBugs(),
      config,
      problems,
      options: { today: today(), clues },
      read: (file) => opened.source(file),
    };
  }

  /** No check takes code for what runs, or the other way round: each is asked by itself. Null without a scan. */
  async function accountQuestion(): Promise<ChecklistQuestion | null> {
    const { scan } = accounts;
    if (scan === null) return null;
    const { config } = (await accountTerms()).options;
    const folders = [...inventories.keys()];
    return {
      folder: null,
      readAt: scan.at,
      inventory: scan.inventory,
      catalogue: await knownBugs(),
      config,
      problems: [],
      options: { today: today(), clues: folders.length === 0 ? null : readClues(folders) },
      read: () => null,
    };
  }

  /** Of a folder, or of what runs where there is none. */
  function incidentQuestion(folder: string | null): Promise<ChecklistQuestion | null> {
    return folder === null ? accountQuestion() : questionOf(folder, readClues([folder]));
  }

  return {
    async scanFolder(folder) {
      const known = inventories.get(folder);
      const inventory = await inventoryOf(folder);
      // A folder that is opened now has just been read.
      if (known !== undefined) await inventory.scan();
      return analyse(folder, inventory);
    },

    async setDocument(folder, file, content) {
      const inventory = await inventoryOf(folder);
      const absolute = path.join(folder, file);
      await inventory.update([
        content === null ? { absolute, kind: 'disk' } : { absolute, kind: 'edited', text: content },
      ]);
      return analyse(folder, inventory);
    },

    forgetFolder(folder) {
      inventories.delete(folder);
      return Promise.resolve(null);
    },

    async analyseFolder(folder) {
      return analyse(folder, await inventoryOf(folder));
    },

    async rowsOf(folder) {
      await inventoryOf(folder);
      const { known, options, inventory, findings } = await judge(folder);
      return assetRows(known, inventory.assets, findings, options.today);
    },

    setAccounts: (written) => Promise.resolve(accounts.set(written)),

    async accountRows() {
      return accounts.rows(await read(), await knownBugs(), await accountTerms());
    },

    async accountReport(format, language) {
      return accounts.report(format, await read(), await knownBugs(), await accountTerms(), language);
    },

    async driftOf(folder, assetId) {
      return accounts.driftOf(folder, assetId, await read());
    },

    reloadCatalogue() {
      catalogue = null;
      return Promise.resolve(null);
    },

    async checklistOf(folder) {
      // Clues are read anew each time: only the checklist asks for them, and only while it is open.
      const question = await questionOf(folder, readClues([folder]));
      return careful('checklist of', folder, () => panelChecklist(question));
    },

    async accountChecklist() {
      const question = await accountQuestion();
      return question && panelChecklist(question);
    },

    async fixOf(folder, assetId, check) {
      const question = await questionOf(folder, readClues([folder]));
      return careful('fix in', folder, () => preparedFix(question, assetId, check));
    },

    async fixesOf(folder, assetId) {
      const question = await questionOf(folder, null);
      return careful('fixes in', folder, () => fixChoices(question, assetId));
    },

    async incidentSubjects(folder) {
      const inventory = folder === null ? accounts.scan?.inventory : (await inventoryOf(folder)).inventory;
      return inventory === undefined ? [] : subjectsOf(inventory);
    },

    async incidentOf(folder, assetId, symptom) {
      const question = await incidentQuestion(folder);
      return question && incidentOfAsset(question, assetId, symptom);
    },

    async incidentOfVersion(version, symptom) {
      return versionIncident(await knownBugs(), version, symptom);
    },

    async supportPackOf(folder, assetId) {
      const question = await incidentQuestion(folder);
      return question && supportPackOfCluster(question, assetId);
    },

    async resourcesToName(folder, assetIds) {
      const { assets } = (await inventoryOf(folder)).inventory;
      const wanted = new Set(assetIds);
      return resourcesToName(
        assets.filter(({ id }) => wanted.has(id)),
        assets,
      );
    },

    async upgradesOf(product, version, folder, assetId) {
      const { catalogue, states } = await knownAt(folder, assetId);
      const config = folder === null ? null : (await readConfigAbove(folder)).config;
      const scanned = accounts.scan?.inventory;
      return upgradeAnswer(catalogue, product, version, {
        day: today(),
        states,
        soakDays: config?.soakDays ?? SOAK_DAYS,
        offers: scanned === undefined ? null : engineOffersOf(scanned),
      });
    },

    async bugsOf(product, written, folder, assetId) {
      const { catalogue, states } = await knownAt(folder, assetId);
      const answer = versionAnswer(catalogue, product, written, today(), states);
      return { ...answer, matches: answer.matches.filter(isReported) };
    },
  };
}
