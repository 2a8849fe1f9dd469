import type { Advice, Catalogue, ProductId } from '../../model/index.ts';
import { isSystem } from '../../products/index.ts';
import { adviceFor, adviceForRange } from '../advice/advice-for.ts';
import type { UpgradeOptions } from '../advice/options.ts';
import { coverageOf } from '../bugs/coverage.ts';
import { upgradeAnswer } from './upgrade-answer.ts';

/** Advice for a written version, without a comparison of targets; null if there is none. */
export function adviceOfVersion(
  catalogue: Catalogue,
  product: ProductId,
  written: string,
  options: UpgradeOptions,
): Advice | null {
  if (isSystem(product)) return upgradeAnswer(catalogue, product, written, options).advice?.advice ?? null;
  const covered = coverageOf(catalogue, product, written);
  if (covered.coverage === 'known') return adviceFor(catalogue, product, covered.version, options).advice;
  return covered.coverage === 'partial' ? adviceForRange(catalogue, covered, written, options).advice : null;
}
