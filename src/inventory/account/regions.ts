import { text } from '../../l10n/index.ts';
import { ALL_REGIONS, type OpenAccount } from './account.ts';
import { RegionReader } from './region-reader.ts';
import type { Run } from './run.ts';

/** The Regions of an account that are to be read: what was asked for, without those that are not switched on. */
export async function regionsOf(account: OpenAccount, run: Run): Promise<string[]> {
  const asked = [...new Set(account.regions.filter((region) => region !== ALL_REGIONS))];
  const wantsAll = account.regions.includes(ALL_REGIONS);
  const { home } = account;
  // The Region that answered already is switched on: asking would cost a call and a permission.
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
  for (const region of asked.filter((each) => off.has(each))) {
    run.report(region, text('account.regionOff', { region, account: account.account }));
  }
  return asked.filter((region) => !off.has(region));
}

export function readerFor(account: OpenAccount, region: string, run: Run): RegionReader {
  const place = { partition: account.partition, account: account.account, region };
  return new RegionReader(run, place, { ...account.config, region });
}
