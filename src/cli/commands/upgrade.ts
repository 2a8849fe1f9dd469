import { upgradeTargets } from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import { readAuroraVersion } from '../../model/index.ts';
import { createPaint, upgradeJson, upgradeText } from '../../report/index.ts';
import { catalogueFor, productOf } from '../catalogue.ts';
import { todayOf, type CommonOptions } from '../options.ts';
import { createTerminal } from '../terminal.ts';
import { unsupportedFormat, UsageError, type ExitCode } from '../usage.ts';

/** `upgrade PRODUCT VERSION`: where to go from here, with reasons. */
export async function upgrade(
  productName: string,
  written: string,
  options: CommonOptions,
): Promise<ExitCode> {
  const terminal = createTerminal(options.lang);
  const product = productOf(productName);
  const understood = readAuroraVersion(written);
  if (understood.form !== 'release') throw new UsageError(text('cli.notARelease', { written }));
  const catalogue = await catalogueFor(options, terminal);
  const targets = upgradeTargets(catalogue, understood.version, todayOf(options));
  switch (options.format) {
    case 'text':
      terminal.result(
        upgradeText(product, understood.version, targets, options.lang, createPaint(terminal.colour)),
      );
      return 0;
    case 'json':
      terminal.result(
        JSON.stringify(upgradeJson(product, understood.version, targets, options.lang), null, 2),
      );
      return 0;
    default:
      throw unsupportedFormat(options.format, 'upgrade');
  }
}
