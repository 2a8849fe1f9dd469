import {
  foldedAssets,
  foldFindings,
  factsOfAssets,
  factsOfTeam,
  suppressionProblems,
  unreadUpstreamProblems,
  withBaseline,
  type AnalysisOptions,
  type AssetFacts,
} from '../../../analysis/index.ts';
import { EMPTY_CONFIG, includesConfigFolder, readConfigAbove } from '../../../config/index.ts';
import type { WorkspaceInventory } from '../../../inventory/index.ts';
import {
  today,
  withoutNeverCreated,
  type Catalogue,
  type Finding,
  type Inventory,
  type Problem,
} from '../../../model/index.ts';
import { foundCounts, type FoundCounts } from '../../../report/index.ts';
import type { AccountScan } from '../account-scan.ts';
import { assetRows, type AssetRow } from '../asset-rows.ts';
import type { Baselines } from '../baselines.ts';
import type { CurrentCatalogue } from '../current-catalogue.ts';
import type { Folders } from '../folders.ts';
import type { FindingKey, FolderResult } from '../protocol.ts';
import { shownFindings } from './shown-findings.ts';
import type { FolderTasks } from '../tasks.ts';

interface JudgeSources {
  folders: Folders;
  accounts: AccountScan;
  baselines: Baselines;
  catalogue: CurrentCatalogue;
  tasks: FolderTasks;
}

interface Judgement {
  catalogue: Catalogue;
  options: AnalysisOptions;
  /** True if the scan covered the configuration's whole folder. */
  isWhole: boolean;
  /** Declarations of the folder, joined with running resources. */
  inventory: Inventory;
  findings: readonly Finding[];
  problems: readonly Problem[];
}

/** Judges a folder's declarations and running resources. */
export class FolderJudge {
  readonly #sources: JudgeSources;

  constructor(by: JudgeSources) {
    this.#sources = by;
  }

  /** Findings of a folder, as the editor shows them. */
  async resultOf(folder: string, opened: WorkspaceInventory): Promise<FolderResult> {
    const { inventory } = opened;
    const { catalogue, options, isWhole, findings, problems } = await this.#judge(folder);
    return {
      folder,
      findings: shownFindings(findings),
      problems: [
        ...problems,
        ...this.#sources.folders.unread(folder),
        ...unreadUpstreamProblems(catalogue, inventory.assets),
        ...inventory.problems,
        ...(await suppressionProblems(inventory, options, isWhole)),
      ],
      assets: withoutNeverCreated(inventory.assets).length,
      namedFiles: opened.namedFiles(),
      catalogue: {
        asOf: catalogue.asOf,
        ...(catalogue.readOn && { readOn: catalogue.readOn }),
        source: catalogue.source,
      },
    };
  }

  /** Counts of the folders' findings, folded as in the terminal. */
  async foundIn(paths: readonly string[]): Promise<FoundCounts> {
    const judged = await Promise.all(paths.map((folder) => this.#judge(folder)));
    const each = judged.map(({ findings, inventory }) =>
      foundCounts({ findings: foldFindings(findings, inventory.assets), inventory }),
    );
    const total = (name: keyof FoundCounts): number => each.reduce((sum, counts) => sum + counts[name], 0);
    return {
      findings: total('findings'),
      serious: total('serious'),
      suppressed: total('suppressed'),
      ordinary: total('ordinary'),
      unknown: total('unknown'),
    };
  }

  /** Tree rows of a folder. */
  async rowsOf(folder: string): Promise<readonly AssetRow[]> {
    await this.#sources.folders.get(folder);
    const { catalogue, options, inventory, findings } = await this.#judge(folder);
    return assetRows(catalogue, withoutNeverCreated(inventory.assets), findings, options.today);
  }

  /**
   * Settings and features that decide which bugs count for an asset; none known if the asset is null or no longer
   * exists.
   */
  async contextOf(folder: string | null, assetId: string | null): Promise<AssetFacts> {
    const unknownAsset = factsOfTeam(await this.#sources.catalogue.get(), EMPTY_CONFIG);
    if (folder === null || assetId === null) return unknownAsset;
    await this.#sources.folders.get(folder);
    const { catalogue, inventory, options, findings } = await this.#judge(folder);
    const finding = findings.find(({ assetIds, bugs }) => bugs !== null && assetIds.includes(assetId));
    const ids = new Set(finding?.assetIds ?? [assetId]);
    const [first, ...others] = inventory.assets.filter(({ id }) => ids.has(id));
    return first === undefined
      ? unknownAsset
      : factsOfAssets(catalogue, inventory, [first, ...others], options);
  }

  /** Assets of a finding, and of findings that are merged with it. */
  async assetsReportedTogether(folder: string, finding: FindingKey): Promise<readonly string[]> {
    const { inventory, findings } = await this.#judge(folder);
    return foldedAssets(findings, inventory.assets, finding);
  }

  /** Assets that share an asset's declared version, that asset first. */
  async assetsSharingVersion(folder: string, assetId: string): Promise<readonly string[]> {
    const { inventory, findings } = await this.#judge(folder);
    const finding = findings.find(({ assetIds, bugs }) => bugs !== null && assetIds.includes(assetId));
    if (finding === undefined) return [assetId];
    return [...new Set([assetId, ...foldedAssets(findings, inventory.assets, finding)])];
  }

  async #judge(folder: string): Promise<Judgement> {
    const { folders, accounts, baselines, tasks } = this.#sources;
    const catalogue = await this.#sources.catalogue.get();
    const { config, file, problems } = await readConfigAbove(folder);
    const options = { today: today(), config };
    const declared = await folders.declared();
    const assets = [...declared.values()].reduce((sum, each) => sum + each.assets.length, 0);
    const judge = () => accounts.analyse(folder, declared, catalogue, options);
    const found = tasks.run('analyse', folder, judge, assets);
    const earlier = await baselines.read(folder, config.baseline);
    return {
      catalogue,
      options,
      isWhole: includesConfigFolder(file, [folder]),
      inventory: found.inventory,
      // The reason is empty, because findings of the baseline are hidden here; only reports show it.
      findings: withBaseline(found.findings, earlier.baseline, ''),
      problems: [...problems, ...earlier.problems, ...found.problems, ...catalogue.problems],
    };
  }
}
