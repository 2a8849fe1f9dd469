import {
  ambiguityProblems,
  driftFindings,
  findingsOf,
  joinInventories,
  relateFindings,
  unreadUpstreamProblems,
  withBaseline,
  withDeclaredVersions,
} from '../../analysis/index.ts';
import { scanFolders } from '../../inventory/index.ts';
import { say, text } from '../../l10n/index.ts';
import { accountJson, scanText, type AccountResult } from '../../report/index.ts';
import type { AccountOptions } from '../options/account-options.ts';
import { checkPaths } from '../read/check-paths.ts';
import { openCatalogue } from '../read/catalogue.ts';
import { loadConfig } from '../read/config-file.ts';
import { countedFindings, readEarlierScans } from '../read/earlier-scan.ts';
import { exitCodeOf, failingCount } from '../print/exit-code.ts';
import { textOptionsOf } from '../print/text-options.ts';
import { scanOptionsOf, todayOf, type CommonOptions } from '../options/options.ts';
import { findingsAtLeast, findingsResult, warnOfFilter } from '../print/print-findings.ts';
import { printResult } from '../print/print-result.ts';
import { scanPathsOf } from '../read/paths.ts';
import { readAccounts } from '../read/read-accounts.ts';
import { createTerminal, type Terminal } from '../print/terminal.ts';
import type { ExitCode } from '../options/usage.ts';

/** `account`: assets and findings of AWS accounts, joined with the code that declares them. */
export async function account(
  paths: readonly string[],
  options: CommonOptions & AccountOptions,
): Promise<ExitCode> {
  const terminal = createTerminal(options.lang);
  checkPaths(paths);
  const { config, problems: configProblems } = await loadConfig(options, paths[0] ?? '.');
  const scanPaths = scanPathsOf(paths);
  const [{ catalogue, problems: catalogueProblems }, read, scanned] = await Promise.all([
    openCatalogue(options),
    readAccounts(options, terminal),
    scanFolders(paths, scanOptionsOf(options)),
  ]);
  const workspace = scanPaths.inventory(scanned);
  const today = todayOf(options);
  const analysis = { today, config, scannedPath: scanPaths.scannedPath };
  const join = joinInventories(workspace, read);
  const inventory = { ...read, assets: withDeclaredVersions(read.assets, join) };
  const earlier = await readEarlierScans(options, config, scanPaths.idRoot);
  const all = [
    ...driftFindings(join, workspace, analysis),
    ...relateFindings(findingsOf(catalogue, inventory, analysis), join),
  ];
  const found = findingsAtLeast(all, options.severity);
  const findings = withBaseline(found, earlier.baseline, say(text('report.baseline'), options.lang));
  const problems = [
    ...configProblems,
    ...earlier.problems,
    ...catalogueProblems,
    ...unreadUpstreamProblems(catalogue, inventory.assets),
    ...workspace.problems,
    ...inventory.problems,
    ...ambiguityProblems(join),
  ];
  const filter = options.severity && { filter: { severity: options.severity } };
  const result: AccountResult = {
    catalogue,
    inventory,
    join,
    findings,
    problems,
    paths: scanPaths,
    ...filter,
  };
  const shared = findingsResult(result, options, catalogue, earlier, config, scanPaths);
  await printResult<'account'>(
    options.format,
    {
      ...shared,
      text: () => scanText(result, textOptionsOf(options, terminal)),
      json: () => accountJson(result, options.lang),
    },
    terminal,
  );
  warnOfFilter(result, options.format, terminal);
  if (options.format === 'text') reportCalls(result, terminal);
  if (read.unread.length > 0) return 2;
  const failing = failingCount(countedFindings(findings, earlier, catalogue, analysis), options);
  return exitCodeOf(failing, { findings: all, problems }, options, terminal);
}

/** Prints the number of API calls, which grows with the number of resources. */
function reportCalls({ inventory: { calls, assets } }: AccountResult, terminal: Terminal): void {
  const databases = assets.filter(({ kind }) => kind === 'database').length;
  terminal.warn(
    text('account.calls', { calls: calls.total, databases, each: (calls.perCluster ?? 0).toFixed(1) }),
  );
}
