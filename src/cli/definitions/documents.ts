import type { Command } from 'commander';
import type { BriefCommandOptions } from '../commands/brief.ts';
import type { IncidentCommandOptions } from '../commands/incident.ts';
import type { SupportPackOptions } from '../commands/support-pack.ts';
import { addAccountOptions } from '../options/account-options.ts';
import { parseDays, parseTimeZone } from '../options/parse.ts';
import { addSharedOptions } from '../options/shared-options.ts';
import type { ReceiveExitCode } from '../options/usage.ts';

/** Defines the commands that write documents: `incident`, `support-pack` and `brief`. */
export function defineDocuments(program: Command, finish: ReceiveExitCode): void {
  defineIncident(program, finish);
  defineSupportPack(program, finish);
  defineBrief(program, finish);
}

function defineIncident(program: Command, finish: ReceiveExitCode): void {
  addAccountOptions(
    addSharedOptions(
      program
        .command('incident')
        .argument(
          '[subject-and-paths...]',
          'the name of a group or database (default: the only one), folders or files',
        ),
      {
        output: 'incident',
        options: ['verbose', 'asOf', 'cacheDir', 'config', 'ignore', 'cache', 'readingBudget'],
      },
    ),
  )
    .description(
      'what to do in the night: stop the replacement, the bugs that match, the evidence and its expiry',
    )
    .option('--symptom <text>', 'only bugs that may explain a described symptom or a log line')
    .option(
      '--time-zone <name>',
      'of local times, for example Asia/Tokyo (default: this machine’s)',
      parseTimeZone,
    )
    .action(async (words: string[], options: IncidentCommandOptions) => {
      const { incident } = await import('../commands/incident.ts');
      finish(await incident(words, options));
    });
}

function defineSupportPack(program: Command, finish: ReceiveExitCode): void {
  addAccountOptions(
    addSharedOptions(
      program
        .command('support-pack')
        .argument('<database>', 'the name of a database, or of a group beside it')
        .argument('[paths...]', 'folders or files (default: this one, where no account is named)'),
      {
        output: 'support-pack',
        options: ['asOf', 'cacheDir', 'config', 'ignore', 'cache', 'readingBudget'],
      },
    ),
  )
    .description('the evidence for a support case about a database, as Markdown')
    .option('--symptom <text>', 'only bugs that may explain a described symptom or a log line')
    .option(
      '--time-zone <name>',
      'of local times, for example Asia/Tokyo (default: this machine’s)',
      parseTimeZone,
    )
    .action(async (cluster: string, paths: string[], options: SupportPackOptions) => {
      const { supportPack } = await import('../commands/support-pack.ts');
      finish(await supportPack(cluster, paths, options));
    });
}

function defineBrief(program: Command, finish: ReceiveExitCode): void {
  addAccountOptions(
    addSharedOptions(
      program
        .command('brief')
        .argument('[paths...]', 'folders or files (default: this one, where no account is named)'),
      {
        output: 'brief',
        options: ['asOf', 'cacheDir', 'config', 'ignore', 'cache', 'readingBudget'],
      },
    ),
  )
    .description('the document for whoever approves an upgrade, as Markdown or one HTML file')
    .option(
      '--from <version>',
      'the current version, with or without its product (default: the pinned one with the most urgent bugs)',
    )
    .option('--to <version>', 'the target release (default: the recommended one)')
    .option(
      '--soak-days <days>',
      'how long a release must have been out before it is recommended (default: 14)',
      parseDays,
    )
    .action(async (paths: string[], options: BriefCommandOptions) => {
      const { brief } = await import('../commands/brief.ts');
      finish(await brief(paths, options));
    });
}
