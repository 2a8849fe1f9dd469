import { coverageMessage, coverageOf, osNothingKnown } from '../analysis/index.ts';
import { isFileLocation, isOsProduct, type Asset, type Catalogue, type Problem } from '../model/index.ts';
import type { Running } from './running.ts';

/**
 * What is run in versions of which the catalogue has no count: a look that finds nothing about them has read nothing about
 * them, and says so.
 */
export function uncountedProblems(catalogue: Catalogue, running: readonly Running[]): Problem[] {
  return running.flatMap(({ product, version, assets: [asset] }) => {
    const covered = coverageOf(catalogue, product, version);
    const { coverage } = covered;
    if (asset === undefined || coverage === 'known' || coverage === 'partial') return [];
    const why =
      isOsProduct(product) && coverage === 'not-covered'
        ? osNothingKnown(product)
        : coverageMessage(catalogue, covered);
    return why === null ? [] : [{ source: sourceOf(asset), text: why }];
  });
}

function sourceOf({ location }: Asset): string {
  return isFileLocation(location) ? location.file : location.arn;
}
