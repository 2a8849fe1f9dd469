import { readAccountTerms, type AccountTerms } from '../account-terms.ts';
import type { AccountScan } from '../account-scan.ts';
import type { Baselines } from '../baselines.ts';
import type { CurrentCatalogue } from '../current-catalogue.ts';
import type { Folders } from '../folders.ts';
import type { WorkerApi } from '../protocol.ts';

type AccountAnswers = Pick<WorkerApi, 'setAccounts' | 'accountRows' | 'accountReport' | 'driftOf'>;

/** Answers about running resources, joined with code. */
export function accountAnswers(
  accounts: AccountScan,
  folders: Folders,
  baselines: Baselines,
  catalogue: CurrentCatalogue,
): AccountAnswers {
  const terms = (): Promise<AccountTerms> => readAccountTerms(folders.paths, baselines);
  return {
    setAccounts: (written) => accounts.set(written),
    async accountRows() {
      return accounts.rows(await folders.declared(), await catalogue.get(), await terms());
    },
    async accountReport(format, language) {
      const declared = await folders.declared();
      return accounts.report(format, declared, await catalogue.get(), await terms(), language);
    },
    async driftOf(folder, assetId) {
      return accounts.driftOf(folder, assetId, await folders.declared());
    },
  };
}
