import type { Command } from 'commander';
import type { McpCommandOptions } from '../commands/mcp.ts';
import { addAccountOptions, collect } from '../options/account-options.ts';
import { collectProduct, parsePort } from '../options/parse.ts';
import { addSharedOptions, type CommandShape } from '../options/shared-options.ts';
import type { ReceiveExitCode } from '../options/usage.ts';
import type { WatchCommandOptions } from '../options/watch-options.ts';

const WATCH: CommandShape = {
  output: 'watch',
  options: [
    'failOn',
    'asOf',
    'offline',
    'cacheDir',
    'docsOrigin',
    'baseline',
    'config',
    'ignore',
    'cache',
    'readingBudget',
  ],
};

/** Defines the commands that run until they are stopped: `watch` and `mcp`. */
export function defineServices(program: Command, finish: ReceiveExitCode): void {
  addAccountOptions(
    addSharedOptions(
      program
        .command('watch')
        .argument('[paths...]', 'folders or files (default: this one, where no account is named)'),
      WATCH,
    ),
  )
    .description(
      'check the release notes on a schedule, with one alert for each thing that is new about what you run',
    )
    .option('--cron <expression>', 'when to look (default: daily at a random minute)')
    .option(
      '--time-zone <name>',
      'time zone of the cron expression, for example Asia/Tokyo (default: this machine’s)',
    )
    .option('--once', 'check once and exit')
    .option('--channel <channel>', 'stdout, webhook, slack, teams or sns; may be repeated', collect, [])
    .option('--with-account-ids', 'include account ids and ARNs in messages to webhooks')
    .option('--sign-of-life', 'send a message once a week when there is nothing new')
    .option('--state <url>', 's3://BUCKET/PREFIX: where the state is kept instead of in --cache-dir')
    .option('--mute <product>', 'no alerts about this product; may be repeated', collectProduct, [])
    .action(async (paths: string[], options: WatchCommandOptions) => {
      const { watch } = await import('../commands/watch.ts');
      finish(await watch(paths, options));
    });
  addAccountOptions(
    addSharedOptions(program.command('mcp').argument('[paths...]', 'folders that may be read', ['.']), {
      output: 'mcp',
      options: ['asOf', 'cacheDir'],
    }),
  )
    .description('answer assistants over the Model Context Protocol, on standard input and output')
    .option(
      '--http <port>',
      'listen on this port of 127.0.0.1 instead, for clients with the token',
      parsePort,
    )
    .action(async (paths: string[], options: McpCommandOptions) => {
      const { mcp } = await import('../commands/mcp.ts');
      finish(await mcp(paths, options));
    });
}
