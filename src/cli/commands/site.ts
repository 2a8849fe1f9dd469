import { catalogueAsOf } from '../../analysis/index.ts';
import { loadCatalogue } from '../../catalogue/index.ts';
import { text } from '../../l10n/index.ts';
import {
  builtAssetsFolder,
  canReplace,
  SITE_ADDRESS,
  normaliseAddress,
  writeSite,
} from '../../site/index.ts';
import { todayOf, type CommonOptions } from '../options/options.ts';
import { UsageError, type ExitCode } from '../options/usage.ts';
import { lateProgress } from '../print/late-progress.ts';
import { createTerminal } from '../print/terminal.ts';

export interface SiteCommandOptions extends CommonOptions {
  /** Public address of the site. */
  url?: string;
}

/**
 * `site DIR`: writes the catalogue as a static site. Uses only the embedded snapshot, because titles of a refreshed
 * catalogue can quote the vendor.
 */
export async function site(folder: string, options: SiteCommandOptions): Promise<ExitCode> {
  const address = normaliseAddress(options.url ?? SITE_ADDRESS);
  if (address === null) throw new UsageError(text('site.badAddress', { written: options.url ?? '' }));
  const assets = builtAssetsFolder();
  if (assets === null) throw new UsageError(text('site.noScripts'));
  const failed = (error: unknown): never => {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new UsageError(text('site.failed', { folder, reason: error.message }));
  };
  if (!(await canReplace(folder).catch(failed))) throw new UsageError(text('site.notEmpty', { folder }));
  const start = performance.now();
  const snapshot = await loadCatalogue(null);
  const catalogue = options.asOf === undefined ? snapshot : catalogueAsOf(snapshot, options.asOf);
  const edition = { asOf: catalogue.asOf.slice(0, 10), day: todayOf(options), address };
  const terminal = createTerminal(options.lang);
  const progress = lateProgress(terminal, (count) => text('site.writing', { files: count }));
  const update = progress.update ?? undefined;
  const { files, bytes } = await writeSite(folder, catalogue, edition, assets, update)
    .catch(failed)
    .finally(() => progress.end());
  const pages = files.filter((file) => file.endsWith('.html')).length;
  terminal.warn(
    text('site.written', {
      folder,
      pages,
      files: files.length - pages,
      megabytes: (bytes / 1_000_000).toFixed(1),
      seconds: ((performance.now() - start) / 1000).toFixed(1),
    }),
  );
  return 0;
}
