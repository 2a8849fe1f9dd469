import { text } from '../../l10n/index.ts';
import { ALL_REGIONS, isSamePartition, type OpenAccount } from './account.ts';
import { RegionReader } from './region-reader.ts';
import type { AccountRun } from './run.ts';

/**
 * Regions of an account that are read: the requested ones, without those of other partitions, those that do not exist
 * and those that are not enabled.
 * @param others the other accounts: a requested Region of another partition may be meant for one of them
 */
export async function regionsOf(
  account: OpenAccount,
  others: readonly OpenAccount[],
  run: AccountRun,
): Promise<string[]> {
  const { home } = account;
  const named = [...new Set(account.regions.filter((region) => region !== ALL_REGIONS))];
  const asked = named.filter((region) => isSamePartition(region, home));
  const wantsAll = account.regions.includes(ALL_REGIONS);
  for (const region of named) {
    if (isSamePartition(region, home) || others.some((other) => isSamePartition(region, other.home)))
      continue;
    run.report(region, text('account.otherPartition', { region, account: account.account }));
  }
  // The home Region has answered, so it is enabled: listing Regions would need a call and a permission.
  if (!wantsAll && asked.every((region) => region === home)) return asked;
  const reader = readerFor(account, home, run);
  const answer = await reader.ask('ec2:DescribeRegions', (ec2, options) =>
    ec2.describeRegions({ AllRegions: true }, options),
  );
  run.answered -= answer === null ? 0 : 1;
  if (answer === null) {
    if (!wantsAll) return asked;
    run.report(
      'ec2:DescribeRegions',
      text('account.regionsUnknown', { account: account.account, region: home }),
    );
    return [home];
  }
  const off = new Set<string>();
  const on: string[] = [];
  for (const { RegionName, OptInStatus } of answer.Regions ?? []) {
    if (RegionName === undefined) continue;
    if (OptInStatus === 'not-opted-in') off.add(RegionName);
    else on.push(RegionName);
  }
  if (wantsAll) return on.sort();
  for (const region of asked.filter((each) => !on.includes(each))) {
    const reason = off.has(region) ? 'account.regionOff' : 'account.noSuchRegion';
    run.report(region, text(reason, { region, account: account.account }));
  }
  return asked.filter((region) => on.includes(region));
}

export function readerFor(account: OpenAccount, region: string, run: AccountRun): RegionReader {
  const place = { partition: account.partition, account: account.account, region };
  return new RegionReader(run, place, { ...account.config, region });
}
