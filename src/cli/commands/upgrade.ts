import {
  osBehind,
  osStanding,
  osUpgradeTargets,
  upgradeTargets,
  type UpgradeTarget,
} from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import { isOsProduct, readAuroraVersion, type Catalogue, type OsProduct } from '../../model/index.ts';
import { createPaint, upgradeJson, upgradeMarkdown, upgradeText } from '../../report/index.ts';
import { catalogueFor, isOtherProduct, noAdvice, productOf } from '../catalogue.ts';
import { osPinOf } from '../os-pin.ts';
import { todayOf, type CommonOptions } from '../options.ts';
import { createTerminal, type Terminal } from '../terminal.ts';
import { unsupportedFormat, UsageError, type ExitCode } from '../usage.ts';

/** What is advised, for one release. */
interface Advice {
  version: string;
  targets: (catalogue: Catalogue, terminal: Terminal) => readonly UpgradeTarget[];
}

/** `upgrade PRODUCT VERSION`: where to go from here, with reasons. */
export async function upgrade(
  productName: string,
  written: string,
  options: CommonOptions,
): Promise<ExitCode> {
  const terminal = createTerminal(options.lang);
  if (isOtherProduct(productName)) throw noAdvice(productName);
  const product = productOf(productName);
  const { version, targets: adviseOn } = isOsProduct(product)
    ? adviceOnSystem(product, written, options)
    : adviceOnAurora(written, options);
  const targets = adviseOn(await catalogueFor(options, terminal), terminal);
  switch (options.format) {
    case 'text':
      terminal.result(upgradeText(product, version, targets, options.lang, createPaint(terminal.colour)));
      return 0;
    case 'json':
      terminal.result(JSON.stringify(upgradeJson(product, version, targets, options.lang), null, 2));
      return 0;
    case 'markdown':
      terminal.result(upgradeMarkdown(product, version, targets, options.lang));
      return 0;
    default:
      throw unsupportedFormat(options.format, 'upgrade');
  }
}

/** @throws {UsageError} when the version is not one release */
function adviceOnAurora(written: string, options: CommonOptions): Advice {
  const understood = readAuroraVersion(written);
  if (understood.form !== 'release') throw new UsageError(text('cli.notARelease', { written }));
  const { version } = understood;
  return { version, targets: (catalogue) => upgradeTargets(catalogue, version, todayOf(options)) };
}

/** That a release is above all that is known is said apart: it is no advice. */
function adviceOnSystem(product: OsProduct, written: string, options: CommonOptions): Advice {
  const pinned = osPinOf(product, written);
  const today = todayOf(options);
  return {
    version: pinned.version,
    targets: (catalogue, terminal) => {
      const behind = osBehind(catalogue, pinned, today);
      const [standing] = osStanding(catalogue, pinned, today);
      if (standing !== undefined && (behind === null || behind.isNewer)) terminal.warn(standing);
      return osUpgradeTargets(catalogue, pinned, today);
    },
  };
}
