import type { Release, SupportPeriod } from '../model/index.ts';

/**
 * The calendar's entry for a release's own minor version. Line 8.4 numbers its minor versions in the third place (8.4.7),
 * the others in the second (3.10).
 */
export function minorPeriodOf(
  periods: readonly SupportPeriod[],
  { product, version, branch }: Pick<Release, 'product' | 'version' | 'branch'>,
): SupportPeriod | undefined {
  const own = periods.filter((period) => period.product === product);
  const three = version.split('.').slice(0, 3).join('.');
  return own.find(({ scope }) => scope === three) ?? own.find(({ scope }) => scope === branch);
}
