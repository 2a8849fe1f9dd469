import { text } from '../../l10n/index.ts';
import {
  notesDay,
  type Asset,
  type Catalogue,
  type Coverage,
  type Covered,
  type Finding,
  type ProductId,
  type Text,
} from '../../model/index.ts';
import { lineageOf, productName, productOf } from '../../products/index.ts';
import { engineCoverage } from '../bugs/engine-coverage.ts';
import { coverageMessage } from '../bugs/coverage.ts';
import { placeOf } from './finding-parts.ts';

type Assets = readonly [Asset, ...Asset[]];

/** A version without a count: why nothing is known of it, and what to do next. Never a match, never an error. */
export function uncountedFinding(catalogue: Catalogue, covered: Covered, why: Text, assets: Assets): Finding {
  const { product, coverage, newest } = covered;
  const page = coverage === 'newer' ? lineageOf(catalogue, product).release(newest)?.url : undefined;
  return findingOfUnknown(
    'unknown-version',
    coverage,
    assets,
    why,
    'information',
    page ?? pageOf(product, 'notes'),
  );
}

/** A partial version is a range: the release is chosen when the cluster is created. Never a match, never an error. */
export function partialFinding(catalogue: Catalogue, { product, version }: Covered, assets: Assets): Finding {
  const message = text('version.partial', {
    name: productName(product),
    written: assets[0].engineVersion ?? version,
    prefix: version,
    asOf: notesDay(catalogue, product),
  });
  return findingOfUnknown('partial-version', 'partial', assets, message, 'hint', pageOf(product, 'versions'));
}

/**
 * Clusters that write no version, or something that is none: which release AWS chooses, or refuses, cannot be told. What a
 * file leaves to a deployment is told with the asset, not here.
 */
export function unwrittenFindings(catalogue: Catalogue, product: ProductId, assets: Assets): Finding[] {
  const [{ reason, engineVersion }] = assets;
  if (!assets.some(({ kind }) => kind === 'aurora-cluster' || kind === 'global-cluster')) return [];
  if (reason?.key === 'inventory.notWritten') {
    return [
      findingOfUnknown(
        'unknown-version',
        undefined,
        assets,
        text('version.unwritten', { name: productName(product) }),
        'hint',
        pageOf(product, 'versions'),
      ),
    ];
  }
  if (reason?.key !== 'inventory.notUnderstood' || engineVersion === null) return [];
  const covered = engineCoverage(catalogue, product, engineVersion);
  const why = coverageMessage(catalogue, covered);
  return why === null ? [] : [uncountedFinding(catalogue, covered, why, assets)];
}

/** A page of the vendor's about the versions of a product; empty where none is known. */
function pageOf(product: ProductId, kind: 'notes' | 'versions'): string {
  return productOf(product).advice?.pages[kind] ?? '';
}

function findingOfUnknown(
  ruleId: string,
  coverage: Coverage | undefined,
  assets: Assets,
  message: Text,
  level: 'hint' | 'information',
  helpUri: string,
): Finding {
  return {
    ruleId,
    ...placeOf(assets),
    severity: 'info',
    level: level,
    applies: 'possible',
    message,
    bugIds: [],
    bugs: null,
    ...(coverage !== undefined && { coverage }),
    helpUri,
  };
}
