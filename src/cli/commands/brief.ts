import {
  changeBrief,
  versionsInUse,
  combineInventories,
  type VersionInUse,
  unknownAssets,
} from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import type { Inventory, ProductId } from '../../model/index.ts';
import { productName, readNamedVersions, versionNamed } from '../../products/index.ts';
import { briefHtml, briefMarkdown } from '../../report/index.ts';
import type { AccountOptions } from '../options/account-options.ts';
import { todayOf, type CommonOptions } from '../options/options.ts';
import { UsageError, type ExitCode } from '../options/usage.ts';
import { printResult } from '../print/print-result.ts';
import { warnOfProblems } from '../print/problems.ts';
import { createTerminal, type Terminal } from '../print/terminal.ts';
import { unknownLines } from '../print/unknown-lines.ts';
import { readSubjects } from '../read/read-subjects.ts';

export interface BriefCommandOptions extends CommonOptions, AccountOptions {
  from?: string;
  to?: string;
  /** Minimum age of a recommended release, in days. */
  soakDays?: number;
}

/** `brief [PATH…] [--from VERSION] [--to VERSION]`: a document for the person who approves an upgrade. */
export async function brief(paths: readonly string[], options: BriefCommandOptions): Promise<ExitCode> {
  const { format, lang } = options;
  const terminal = createTerminal(lang);
  const { config, catalogue, inventory, problems, isStopped } = await readSubjects(paths, options, terminal);
  warnOfProblems(problems, terminal);
  const today = todayOf(options);
  const all = replaceDeclaredByRunning(inventory, today);
  const used = versionsInUse(catalogue, all, { today, config });
  // The brief covers one version; assets without a known version are listed as warnings.
  for (const line of unknownLines(unknownAssets(all.assets))) terminal.warn(line);
  const { product, version, assets } = versionOfBrief(used, options.from, terminal);
  const found = changeBrief(catalogue, all, {
    today,
    config: { ...config, soakDays: options.soakDays ?? config.soakDays },
    product,
    from: version,
    assets,
    scanned: inventory,
    ...(options.to === undefined ? {} : { to: parseTarget(options.to, product) }),
  });
  if ('why' in found) throw new UsageError(found.why);
  if ('noTarget' in found) {
    const name = productName(product);
    throw new UsageError(
      text(options.to === undefined ? 'brief.noTarget.none' : 'brief.noTarget', {
        name,
        from: version,
        to: options.to ?? null,
      }),
    );
  }
  const document = (): string => briefMarkdown(found, lang);
  const result = { text: () => [document()], markdown: document, html: () => briefHtml(found, lang) };
  await printResult<'brief'>(format, result, terminal);
  return isStopped ? 2 : 0;
}

/** Replaces declarations by the running resources that they created. */
function replaceDeclaredByRunning(inventory: Inventory, today: string): Inventory {
  const runs = inventory.assets.filter(({ source }) => source === 'api');
  if (runs.length === 0) return inventory;
  const declared = inventory.assets.filter(({ source }) => source !== 'api');
  return combineInventories(
    { ...inventory, assets: declared },
    { assets: runs, suppressions: [], problems: [] },
    today,
  );
}

/**
 * Version that the brief is about.
 * @throws {UsageError} if no version is given, and no asset has an exact one; or for a version of several products
 */
function versionOfBrief(
  used: readonly VersionInUse[],
  from: string | undefined,
  terminal: Terminal,
): Pick<VersionInUse, 'product' | 'version'> & { assets: VersionInUse['assets'] | [] } {
  if (from === undefined) {
    const [first, ...others] = used;
    if (first === undefined) throw new UsageError(text('brief.nothingPinned'));
    if (others.length > 0) {
      const versions = others.map(({ product, version }) => `${productName(product)} ${version}`);
      terminal.warn(text('brief.otherVersions', { versions }));
    }
    return first;
  }
  // Several products can have this version; the one in use is meant.
  const running = used.find(({ product, version }) => versionNamed(product, from) === version);
  if (running !== undefined) return running;
  const [named, ...others] = readNamedVersions(from);
  if (named === undefined) throw new UsageError(text('brief.badVersion', { written: from }));
  if (others.length > 0) {
    const choices = [named, ...others].map(({ product, version }) => `${product} ${version}`);
    throw new UsageError(text('brief.severalProducts', { written: from, choices }));
  }
  return { ...named, assets: [] };
}

/**
 * Parses the version of a target.
 * @throws {UsageError} if it belongs to another product
 */
function parseTarget(target: string, product: ProductId): string {
  return versionNamed(product, target) ?? target;
}
