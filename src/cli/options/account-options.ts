import { Option, type Command } from 'commander';
import { TIERS, type Tier } from '../../model/index.ts';

/** Options of all commands that read accounts. */
export interface AccountOptions {
  profile: string[];
  region: string[];
  database: string[];
  tier: Tier;
  aggregator?: string;
}

/** Adds the options for accounts to a command. */
export function addAccountOptions(command: Command): Command {
  return command
    .option('--profile <name>', 'a profile of the AWS configuration files; may be repeated', collect, [])
    .option('--region <region>', 'a Region, or “all”; may be repeated (default: the profile’s)', collect, [])
    .option(
      '--cluster, --database <name>',
      'only this cluster or standalone DB instance; may be repeated',
      collect,
      [],
    )
    .option('--aggregator <name>', 'AWS Config aggregator, to read a whole organisation')
    .addOption(
      new Option('--tier <tier>', 'how much the scan may read')
        .choices(TIERS)
        .default('checklist' satisfies Tier),
    );
}

/** True if the options name an account, for commands that also read files. */
export function hasAccountOptions({ profile, region, database, aggregator }: AccountOptions): boolean {
  return [...profile, ...region, ...database].length > 0 || aggregator !== undefined;
}

/** Adds a value to a repeatable option. */
export function collect(value: string, before: string[]): string[] {
  return [...before, value];
}
