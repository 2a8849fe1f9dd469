import { knownToTeam, SOAK_DAYS, upgradeAnswer } from '../../analysis/index.ts';
import { createPaint, upgradeJson, upgradeMarkdown, upgradeText } from '../../report/index.ts';
import { catalogueFor, isOtherProduct, noAdvice, productNamed } from '../read/catalogue.ts';
import { loadConfig } from '../read/config-file.ts';
import { todayOf, type CommonOptions } from '../options/options.ts';
import { warnOf } from '../print/problems.ts';
import { createTerminal } from '../print/terminal.ts';
import { unsupportedFormat, type ExitCode } from '../options/usage.ts';

export interface UpgradeCommandOptions extends CommonOptions {
  /** Days that a release must have been out before it is recommended. */
  soakDays?: number;
}

/** `upgrade PRODUCT VERSION`: whether to move, where to, and why. */
export async function upgrade(
  productName: string,
  written: string,
  options: UpgradeCommandOptions,
): Promise<ExitCode> {
  const terminal = createTerminal(options.lang);
  if (isOtherProduct(productName)) throw noAdvice(productName);
  const product = productNamed(productName);
  const catalogue = await catalogueFor(options, terminal);
  const { config, problems } = await loadConfig(options, '.');
  warnOf(problems, terminal);
  const soakDays = options.soakDays ?? config.soakDays ?? SOAK_DAYS;
  const known = knownToTeam(catalogue, config);
  const answer = upgradeAnswer(known.catalogue, product, written, {
    day: todayOf(options),
    states: known.states,
    soakDays,
  });
  const isNoRelease = answer.covered.coverage === 'no-release';
  switch (options.format) {
    case 'text':
      if (isNoRelease) answer.standing.forEach((sentence) => terminal.warn(sentence));
      else {
        const paint = createPaint(terminal.colour);
        terminal.words(upgradeText(answer, { language: options.lang, paint, width: terminal.width }));
      }
      break;
    case 'json':
      // What a program does not read is said to whoever sits at the terminal.
      answer.standing.forEach((sentence) => terminal.warn(sentence));
      await terminal.json(upgradeJson(answer, options.lang));
      break;
    case 'markdown':
      terminal.result(upgradeMarkdown(answer, options.lang));
      break;
    default:
      throw unsupportedFormat(options.format, 'upgrade');
  }
  return isNoRelease ? 2 : 0;
}
