import {
  engineOffersOf,
  isReported,
  SOAK_DAYS,
  upgradeAnswer,
  versionAnswer,
} from '../../../analysis/index.ts';
import { readConfigAbove } from '../../../config/index.ts';
import { today } from '../../../model/index.ts';
import type { AccountScan } from '../account-scan.ts';
import type { CurrentCatalogue } from '../current-catalogue.ts';
import type { FolderJudge } from '../folder-judge.ts';
import type { WorkerApi } from '../protocol.ts';

type VersionAnswers = Pick<WorkerApi, 'reloadCatalogue' | 'upgradesOf' | 'bugsOf'>;

/** Answers about a version: what is known of it, with the settings of an asset where one is named. */
export function versionAnswers(
  catalogue: CurrentCatalogue,
  judge: FolderJudge,
  accounts: AccountScan,
): VersionAnswers {
  return {
    reloadCatalogue() {
      catalogue.forget();
      return Promise.resolve(null);
    },
    async upgradesOf(product, version, folder, assetId) {
      const known = await judge.knownAt(folder, assetId);
      const config = folder === null ? null : (await readConfigAbove(folder)).config;
      const scanned = accounts.scan?.inventory;
      return upgradeAnswer(known.catalogue, product, version, {
        day: today(),
        states: known.states,
        soakDays: config?.soakDays ?? SOAK_DAYS,
        offers: scanned === undefined ? null : engineOffersOf(scanned, product),
      });
    },
    async bugsOf(product, written, folder, assetId) {
      const known = await judge.knownAt(folder, assetId);
      const answer = versionAnswer(known.catalogue, product, written, today(), known.states);
      return { ...answer, matches: answer.matches.filter(isReported) };
    },
  };
}
