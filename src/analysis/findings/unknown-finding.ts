import { text } from '../../l10n/index.ts';
import {
  notesDay,
  type Advice,
  type Catalogue,
  type VersionCoverage,
  type Finding,
  type ProductId,
  type Text,
} from '../../model/index.ts';
import { lineageOf, productName, productOf } from '../../products/index.ts';
import { destinationLine } from '../advice/advice-line.ts';
import { engineCoverage } from '../bugs/engine-coverage.ts';
import { coverageMessage } from '../bugs/coverage.ts';
import {
  unknownAssets,
  unknownMessage,
  type Assets,
  unknownVersionFinding,
} from '../judging/unknown-version.ts';

/** Finding about a version without a count: why, and what to do next. Never a match, never an error. */
export function uncountedFinding(
  catalogue: Catalogue,
  covered: VersionCoverage,
  why: Text,
  assets: Assets,
): Finding {
  const { product, coverage, newest } = covered;
  const page = coverage === 'newer' ? lineageOf(catalogue, product).release(newest)?.url : undefined;
  return unknownVersionFinding(
    'unknown-version',
    coverage,
    assets,
    why,
    'information',
    page ?? pageOf(product, 'notes'),
  );
}

/**
 * Finding about a partial version, which is a range: creating the cluster selects the release. Never a match, never an
 * error.
 * @param advice the release to pin, and the move to a later major version
 */
export function partialFinding(
  catalogue: Catalogue,
  { product, version }: VersionCoverage,
  assets: Assets,
  advice: Advice | null,
): Finding {
  const destination = advice?.destination ?? null;
  const message = text('version.partial', {
    name: productName(product),
    written: assets[0].engineVersion ?? version,
    prefix: version,
    pin: advice?.now?.write ?? advice?.now?.version ?? null,
    then: destination && destinationLine(destination, destination.version),
    asOf: notesDay(catalogue, product),
  });
  const page = pageOf(product, 'versions');
  return { ...unknownVersionFinding('partial-version', 'partial', assets, message, 'hint', page), advice };
}

/** Findings about databases and images without any known version, or beginning of one: why, and how to make it known. */
export function unknownFindings(catalogue: Catalogue, assets: Assets): Finding[] {
  const [{ reason, engineVersion, product }] = assets;
  const [first, ...others] = unknownAssets(assets);
  const message = first === undefined ? null : unknownMessage(first, others.length);
  if (message === null) return [];
  if (product !== null && reason?.key === 'inventory.notUnderstood' && engineVersion !== null) {
    const covered = engineCoverage(catalogue, product, engineVersion);
    const why = coverageMessage(catalogue, covered);
    if (why !== null) return [uncountedFinding(catalogue, covered, why, assets)];
  }
  const page = product === null ? '' : pageOf(product, 'versions');
  return [unknownVersionFinding('unknown-version', undefined, assets, message, 'hint', page)];
}

/** Vendor's page about the versions of a product; empty if none is known. */
function pageOf(product: ProductId, kind: 'notes' | 'versions'): string {
  return productOf(product).advice?.pages[kind] ?? '';
}
