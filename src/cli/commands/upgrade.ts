import { upgradeOptionsFor, factsOfTeam, upgradeAnswer } from '../../analysis/index.ts';
import {
  createPaint,
  upgradeCsv,
  upgradeJson,
  upgradeJsonLines,
  upgradeMarkdown,
  upgradeText,
} from '../../report/index.ts';
import { catalogueForVersion, hasOnlyNotes, noAdviceError, productNamed } from '../read/catalogue.ts';
import { loadConfig } from '../read/config-file.ts';
import { todayOf, type CommonOptions } from '../options/options.ts';
import { printResult } from '../print/print-result.ts';
import { warnOfProblems } from '../print/problems.ts';
import { createTerminal } from '../print/terminal.ts';
import type { ExitCode } from '../options/usage.ts';

export interface UpgradeCommandOptions extends CommonOptions {
  /** Minimum age of a recommended release, in days. */
  soakDays?: number;
}

/** `upgrade PRODUCT VERSION`: recommended target, alternatives, and the reasons. */
export async function upgrade(
  productName: string,
  version: string,
  options: UpgradeCommandOptions,
): Promise<ExitCode> {
  const terminal = createTerminal(options.lang);
  if (hasOnlyNotes(productName)) throw noAdviceError(productName);
  const product = productNamed(productName);
  const catalogue = await catalogueForVersion(options, terminal, product, version);
  const { config, problems } = await loadConfig(options, '.');
  warnOfProblems(problems, terminal);
  const policy = { ...config, soakDays: options.soakDays ?? config.soakDays };
  const known = factsOfTeam(catalogue, config);
  const answer = upgradeAnswer(known.catalogue, product, version, {
    ...upgradeOptionsFor(todayOf(options), policy)(product),
    states: known.states,
  });
  const isNoRelease = answer.covered.coverage === 'no-release';
  const { lang } = options;
  const style = { language: lang, paint: createPaint(terminal.colour), width: terminal.width };
  await printResult<'upgrade'>(
    options.format,
    {
      preamble: answer.standing,
      text: () => (isNoRelease ? null : upgradeText(answer, style)),
      json: () => upgradeJson(answer, lang),
      jsonl: () => upgradeJsonLines(answer, lang),
      csv: () => upgradeCsv(answer, lang),
      markdown: () => upgradeMarkdown(answer, lang),
    },
    terminal,
  );
  return isNoRelease ? 2 : 0;
}
