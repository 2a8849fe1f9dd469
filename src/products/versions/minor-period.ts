import type { Release, SupportPeriod } from '../../model/index.ts';
import { productOf } from '../registry.ts';

/** Support period of a release's own minor version. */
export function minorPeriodOf(
  periods: readonly SupportPeriod[],
  { product, version, branch }: Pick<Release, 'product' | 'version' | 'branch'>,
): SupportPeriod | undefined {
  const own = periods.filter((period) => period.product === product);
  const scopes = productOf(product).support?.minorScopes(version) ?? [branch];
  return scopes.flatMap((name) => own.find(({ scope }) => scope === name) ?? [])[0];
}
