import {
  changeBrief,
  engineOffersOf,
  isReported,
  releaseForApi,
  SOAK_DAYS,
  upgradeAnswer,
  versionAnswer,
  versionsInUse,
} from '../../../analysis/index.ts';
import { EMPTY_CONFIG, readConfigAbove } from '../../../config/index.ts';
import { today, type Inventory } from '../../../model/index.ts';
import type { AccountScan } from '../account-scan.ts';
import type { CurrentCatalogue } from '../current-catalogue.ts';
import type { FolderJudge } from '../judging/folder-judge.ts';
import type { Folders } from '../folders.ts';
import type { WorkerApi } from '../protocol.ts';
import { everythingInUse, usedVersionsOf } from '../versions-of.ts';

type VersionAnswers = Pick<WorkerApi, 'upgradesOf' | 'bugsOf' | 'usedVersions' | 'briefOf' | 'pinOf'>;

/** Answers about a version: what is known of it, with the settings of an asset where one is named. */
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
  return {
    async upgradesOf(product, version, folder, assetId) {
      const known = await judge.knownAt(folder, assetId);
      const config = folder === null ? null : (await readConfigAbove(folder)).config;
      const scanned = accounts.scan?.inventory;
      return upgradeAnswer(known.catalogue, product, version, {
        day: today(),
        states: known.states,
        soakDays: config?.soakDays ?? SOAK_DAYS,
        prefer: config?.prefer ?? null,
        offers: scanned === undefined ? null : engineOffersOf(scanned, product),
      });
    },
    async pinOf(folder, assetId) {
      const asset = (await folders.get(folder)).inventory.assets.find(({ id }) => id === assetId);
      const { product = null, version: exact = null, versionPrefix = null } = asset ?? {};
      const named = product === null || exact === null ? null : releaseForApi(product, exact);
      if (product !== null && named !== null) return { product, version: named };
      if (product === null || versionPrefix === null) return null;
      const known = await judge.knownAt(folder, assetId);
      const { counted, advice } = upgradeAnswer(known.catalogue, product, versionPrefix, {
        day: today(),
        states: known.states,
      });
      const [lowest] = counted;
      const stays = advice?.advice?.stay === true ? lowest : undefined;
      const version = advice?.advice?.now?.version ?? stays;
      return version === undefined ? null : { product, version };
    },
    async usedVersions(paths) {
      return usedVersionsOf(await catalogue.get(), await declaredIn(paths), running());
    },
    async briefOf(paths, product, from, to) {
      const [first] = paths;
      const config = first === undefined ? EMPTY_CONFIG : (await readConfigAbove(first)).config;
      const known = await catalogue.get();
      const inventory = everythingInUse(await declaredIn(paths), running());
      const options = { today: today(), config };
      const used = versionsInUse(known, inventory, options);
      const runs = running();
      return changeBrief(known, inventory, {
        ...options,
        product,
        from,
        ...(to === null ? {} : { to }),
        assets: used.find((each) => each.product === product && each.version === from)?.assets ?? [],
        offers: runs === null ? null : engineOffersOf(runs, product),
      });
    },
    async bugsOf(product, written, folder, assetId) {
      const known = await judge.knownAt(folder, assetId);
      const answer = versionAnswer(known.catalogue, product, written, today(), known.states);
      return { ...answer, matches: answer.matches.filter(isReported) };
    },
  };
}
