import { Option, type Command } from 'commander';
import type { UpgradeCommandOptions } from '../commands/upgrade.ts';
import { IMPACTS } from '../../model/index.ts';
import type { CommonOptions } from '../options/options.ts';
import { parseDays } from '../options/parse.ts';
import { addSharedOptions, type CommandShape } from '../options/shared-options.ts';
import type { ReceiveExitCode } from '../options/usage.ts';

const BUGS: CommandShape = {
  output: 'bugs',
  options: ['limit', 'verbose', 'severity', 'asOf', 'cacheDir', 'config'],
};
const UPGRADE: CommandShape = {
  output: 'upgrade',
  options: ['asOf', 'cacheDir', 'config'],
};

/** Defines the commands about one version: `bugs` and `upgrade`. */
export function defineVersions(program: Command, finish: ReceiveExitCode): void {
  addSharedOptions(program.command('bugs').argument('[product]').argument('[version]'), BUGS)
    .description('known bugs of one version, or the versions that a CVE touches')
    .option('--cve <cve>', 'which versions a CVE affects, and which fix it')
    .option('--bug <number>', 'is this bug in that version, and by which fact? a CVE, or an id of a list')
    .addOption(new Option('--impact <impact>', 'only this impact').choices(IMPACTS))
    .option('--symptom <text>', 'is it a listed bug? a log line, an error, a metric or a sentence')
    .option('--all', 'every bug, low confidence included')
    .action(async (product: string | undefined, version: string | undefined, options: CommonOptions) => {
      const { bugs } = await import('../commands/bugs.ts');
      finish(await bugs(product, version, options));
    });

  addSharedOptions(program.command('upgrade').argument('<product>').argument('<version>'), UPGRADE)
    .description('whether to move from a version, where to, and why')
    .option(
      '--soak-days <days>',
      'how long a release must have been out before it is recommended (default: 14)',
      parseDays,
    )
    .action(async (product: string, version: string, options: UpgradeCommandOptions) => {
      const { upgrade } = await import('../commands/upgrade.ts');
      finish(await upgrade(product, version, options));
    });
}
