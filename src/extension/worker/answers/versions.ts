import {
  changeBrief,
  upgradeOptionsFor,
  isReported,
  releaseToWrite,
  upgradeAnswer,
  versionAnswer,
  versionsInUse,
  type AdviceOptions,
} from '../../../analysis/index.ts';
import { EMPTY_CONFIG, readConfigAbove } from '../../../config/index.ts';
import { today, type Inventory } from '../../../model/index.ts';
import type { AccountScan } from '../account-scan.ts';
import type { CurrentCatalogue } from '../current-catalogue.ts';
import type { FolderJudge } from '../judging/folder-judge.ts';
import type { Folders } from '../folders.ts';
import type { WorkerApi } from '../protocol.ts';
import { joinAll, usedVersionsOf } from '../used-versions.ts';

type VersionAnswers = Pick<WorkerApi, 'upgradesOf' | 'bugsOf' | 'usedVersions' | 'briefOf' | 'pinOf'>;

/** Answers about a version. If an asset is named, its settings apply. */
export function versionAnswers(
  catalogue: CurrentCatalogue,
  judge: FolderJudge,
  accounts: AccountScan,
  folders: Folders,
): VersionAnswers {
  const declaredIn = async (paths: readonly string[]): Promise<ReadonlyMap<string, Inventory>> =>
    new Map(
      await Promise.all(paths.map(async (path) => [path, (await folders.get(path)).inventory] as const)),
    );
  const running = (): Inventory | null => accounts.scan?.inventory ?? null;
  const advisingAt = async (folder: string | null): Promise<AdviceOptions> => {
    const config = folder === null ? EMPTY_CONFIG : (await readConfigAbove(folder)).config;
    return upgradeOptionsFor(today(), config, running());
  };
  return {
    async upgradesOf(product, version, folder, assetId) {
      const { catalogue: known, ...context } = await judge.contextOf(folder, assetId);
      const advising = await advisingAt(folder);
      return upgradeAnswer(known, product, version, { ...advising(product), ...context });
    },
    async pinOf(folder, assetId) {
      const asset = (await folders.get(folder)).inventory.assets.find(({ id }) => id === assetId);
      const { product = null, versionPrefix = null } = asset ?? {};
      const named = asset === undefined ? null : releaseToWrite(asset);
      if (product !== null && named !== null) return { product, version: named };
      if (product === null || versionPrefix === null) return null;
      const { catalogue: known, ...context } = await judge.contextOf(folder, assetId);
      const advising = await advisingAt(folder);
      const options = { ...advising(product), ...context };
      const { counted, advice } = upgradeAnswer(known, product, versionPrefix, options);
      const [lowest] = counted;
      const isStaying = advice?.advice?.stay === true ? lowest : undefined;
      const version = advice?.advice?.now?.version ?? isStaying;
      return version === undefined ? null : { product, version };
    },
    async usedVersions(paths) {
      return usedVersionsOf(await catalogue.get(), await declaredIn(paths), running());
    },
    async briefOf(paths, product, from, to) {
      const [first] = paths;
      const config = first === undefined ? EMPTY_CONFIG : (await readConfigAbove(first)).config;
      const known = await catalogue.get();
      const inventory = joinAll(await declaredIn(paths), running());
      const options = { today: today(), config };
      const used = versionsInUse(known, inventory, options);
      return changeBrief(known, inventory, {
        ...options,
        product,
        from,
        ...(to === null ? {} : { to }),
        assets: used.find((each) => each.product === product && each.version === from)?.assets ?? [],
        scanned: running(),
      });
    },
    async bugsOf(product, written, folder, assetId) {
      const { catalogue: reported, states, sharesHost } = await judge.contextOf(folder, assetId);
      const answer = versionAnswer(reported, product, written, today(), states, sharesHost);
      const { matches, upstream } = answer;
      return {
        ...answer,
        matches: matches.filter(isReported),
        upstream: upstream && { ...upstream, matches: upstream.matches.filter(isReported) },
      };
    },
  };
}
