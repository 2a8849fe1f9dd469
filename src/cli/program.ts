import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { say, text } from '../l10n/index.ts';
import { IMPACTS, TIERS, visible, type Tier, type ProductId } from '../model/index.ts';
import { isProduct, productIds } from '../products/index.ts';
import { accountOptions, collect, type AccountOptions } from './options/account-options.ts';
import { FORMATS, type CommonOptions } from './options/options.ts';
import type { SupportPackOptions } from './commands/support-pack.ts';
import type { BriefCommandOptions } from './commands/brief.ts';
import type { McpCommandOptions } from './commands/mcp.ts';
import type { UpgradeCommandOptions } from './commands/upgrade.ts';
import type { WatchCommandOptions } from './commands/watch.ts';
import { printable } from './print/printable.ts';
import { languageFromEnvironment, shared, type CommandShape } from './options/shared-options.ts';
import { createTerminal } from './print/terminal.ts';
import { UsageError, type ExitCode } from './options/usage.ts';
import { VERSION } from './version.ts';

/** Runs the command line. Results go to standard output, everything else to standard error. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = createProgram((code) => (exitCode = code));
  try {
    await program.parseAsync([...argv]);
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UsageError) {
      createTerminal(languageFromEnvironment()).warn(error.text);
      return 2;
    }
    if (error instanceof Error && error.name === 'AbortError') {
      createTerminal(languageFromEnvironment()).warn(text('cli.interrupted'));
      return 2;
    }
    throw error;
  }
}

/** All commands; `finish` gets the exit code of the one that ran. */
export function createProgram(finish: (code: ExitCode) => void): Command {
  const program = new Command('errata-lens')
    .description('Known bugs of the database and operating system versions that you run.')
    .version(VERSION)
    .exitOverride()
    .configureOutput({ outputError: (message, write) => write(errorLine(message)) })
    .configureHelp({ sortSubcommands: false })
    .showSuggestionAfterError();

  shared(program.command('scan').argument('[paths...]', 'folders or files', ['.']), SCAN)
    .description('assets and findings of one or more folders or files')
    .action(async (paths: string[], options: CommonOptions) => {
      const { scan } = await import('./commands/scan.ts');
      finish(await scan(paths, options));
    });

  accountOptions(
    shared(
      program
        .command('checklist')
        .argument('[paths...]', 'folders or files (default: this one, where no account is named)'),
      CHECKLIST,
    ),
  )
    .description('the observability and resilience checklist, of code, of accounts, or of both')
    .action(async (paths: string[], options: CommonOptions & AccountOptions) => {
      const { checklist } = await import('./commands/checklist.ts');
      finish(await checklist(paths, options));
    });

  accountOptions(
    shared(program.command('account').argument('[paths...]', 'the code that declares it', ['.']), SCAN),
  )
    .description('assets and findings of AWS accounts')
    .action(async (paths: string[], options: CommonOptions & AccountOptions) => {
      const { account } = await import('./commands/account.ts');
      finish(await account(paths, options));
    });

  shared(program.command('policy'), { formats: ['text', 'json'], options: [] })
    .description('the read-only IAM policy of the account scan')
    .addOption(
      new Option('--tier <tier>', 'what is to be known').choices(TIERS).default('checklist' satisfies Tier),
    )
    .action(async (options: CommonOptions & { tier: Tier }) => {
      const { policy } = await import('./commands/policy.ts');
      finish(policy(options));
    });

  accountOptions(
    shared(
      program
        .command('support-pack')
        .argument('<cluster>')
        .argument('[paths...]', 'folders or files (default: this one, where no account is named)'),
      {
        formats: ['text', 'markdown'],
        options: ['asOf', 'cacheDir', 'config', 'ignore', 'cache', 'readingBudget'],
      },
    ),
  )
    .description('the evidence for a support case about a cluster, as Markdown')
    .option('--symptom <text>', 'only bugs that may explain a described symptom or a log line')
    .option(
      '--time-zone <name>',
      'of local times, for example Asia/Tokyo (default: this machine’s)',
      parseTimeZone,
    )
    .action(async (cluster: string, paths: string[], options: SupportPackOptions) => {
      const { supportPack } = await import('./commands/support-pack.ts');
      finish(await supportPack(cluster, paths, options));
    });

  shared(program.command('bugs').argument('[product]').argument('[version]'), BUGS)
    .description('known bugs of one version, or the versions that a CVE touches')
    .option('--cve <cve>', 'which versions a CVE affects, and which fix it; as text or JSON')
    .addOption(new Option('--impact <impact>', 'only this impact').choices(IMPACTS))
    .option('--symptom <text>', 'is it a listed bug? a log line, an error, a metric or a sentence')
    .option('--all', 'every bug, those of low confidence too')
    .action(async (product: string | undefined, version: string | undefined, options: CommonOptions) => {
      const { bugs } = await import('./commands/bugs.ts');
      finish(await bugs(product, version, options));
    });

  shared(program.command('upgrade').argument('<product>').argument('<version>'), UPGRADE)
    .description('whether to move from a version, where to, and why')
    .option(
      '--soak-days <days>',
      'how long a release must have been out before it is recommended (default: 14)',
      parseDays,
    )
    .action(async (product: string, version: string, options: UpgradeCommandOptions) => {
      const { upgrade } = await import('./commands/upgrade.ts');
      finish(await upgrade(product, version, options));
    });

  accountOptions(
    shared(
      program
        .command('brief')
        .argument('[paths...]', 'folders or files (default: this one, where no account is named)'),
      {
        formats: ['text', 'markdown', 'html'],
        options: ['asOf', 'cacheDir', 'config', 'ignore', 'cache', 'readingBudget'],
      },
    ),
  )
    .description('the document for whoever approves an upgrade, as Markdown or one HTML file')
    .option('--from <version>', 'the present version (default: the pinned one with the most urgent bugs)')
    .option('--to <version>', 'the release to go to (default: the recommended one)')
    .option(
      '--soak-days <days>',
      'how long a release must have been out before it is recommended (default: 14)',
      parseDays,
    )
    .action(async (paths: string[], options: BriefCommandOptions) => {
      const { brief } = await import('./commands/brief.ts');
      finish(await brief(paths, options));
    });

  const catalogue = program.command('catalogue').description('what is known, and how old it is');
  shared(catalogue.command('status'), { formats: ['text', 'json'], options: ['verbose', 'asOf', 'cacheDir'] })
    .description('what is known and how old it is')
    .action(async (options: CommonOptions) =>
      finish(await (await import('./commands/catalogue.ts')).status(options)),
    );
  shared(catalogue.command('update'), { formats: ['text', 'json'], options: ['cacheDir', 'docsOrigin'] })
    .description('read the vendor’s release notes again')
    .action(async (options: CommonOptions) =>
      finish(await (await import('./commands/catalogue.ts')).update(options)),
    );
  shared(catalogue.command('export'), {
    formats: ['json'],
    options: ['asOf', 'offline', 'cacheDir', 'docsOrigin'],
  })
    .description('print every item of every release')
    .action(async (options: CommonOptions) =>
      finish(await (await import('./commands/catalogue.ts')).exportAll(options)),
    );

  accountOptions(
    shared(
      program
        .command('watch')
        .argument('[paths...]', 'folders or files (default: this one, where no account is named)'),
      WATCH,
    ),
  )
    .description('read the notes on a schedule, and tell once what is new about what you run')
    .option('--cron <expression>', 'when to look (default: daily at a random minute)')
    .option('--time-zone <name>', 'of the cron expression, for example Asia/Tokyo (default: this machine’s)')
    .option('--once', 'look once and end')
    .option('--channel <channel>', 'stdout, webhook, slack, teams or sns; may be repeated', collect, [])
    .option('--with-account-ids', 'let account ids and ARNs go to webhooks')
    .option('--sign-of-life', 'say so once a week when there is nothing new')
    .option('--state <url>', 's3://BUCKET/PREFIX: where the state is kept instead of in --cache-dir')
    .option('--mute <product>', 'tell nothing of this product; may be repeated', collectProduct, [])
    .action(async (paths: string[], options: WatchCommandOptions) => {
      const { watch } = await import('./commands/watch.ts');
      finish(await watch(paths, options));
    });
  accountOptions(
    shared(program.command('mcp').argument('[paths...]', 'folders that may be read', ['.']), {
      formats: ['json'],
      options: ['asOf', 'cacheDir'],
    }),
  )
    .description('answer assistants: the Model Context Protocol on standard input and output')
    .option('--http <port>', 'listen on this machine instead, for clients with the token', parsePort)
    .action(async (paths: string[], options: McpCommandOptions) => {
      const { mcp } = await import('./commands/mcp.ts');
      finish(await mcp(paths, options));
    });
  for (const command of [program, ...allCommands(program)]) command.exitOverride();
  return program;
}

/** Of `scan` and `account`. */
const SCAN: CommandShape = {
  formats: FORMATS,
  options: [
    'verbose',
    'limit',
    'groupBy',
    'severity',
    'failOn',
    'includeExamples',
    'asOf',
    'cacheDir',
    'against',
    'baseline',
    'config',
    'ignore',
    'cache',
    'readingBudget',
  ],
};
const CHECKLIST: CommandShape = {
  formats: ['text', 'json', 'sarif', 'junit', 'markdown', 'csv'],
  options: ['failOn', 'includeExamples', 'asOf', 'cacheDir', 'config', 'ignore', 'cache', 'readingBudget'],
};
const BUGS: CommandShape = {
  formats: ['text', 'json', 'jsonl', 'markdown', 'csv'],
  options: ['limit', 'severity', 'asOf', 'cacheDir'],
};
const UPGRADE: CommandShape = {
  formats: ['text', 'json', 'markdown'],
  options: ['asOf', 'cacheDir', 'config'],
};
const WATCH: CommandShape = {
  formats: ['text', 'json', 'jsonl'],
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

/** What commander says of a wrong argument, with the argument in it: one line, and what it suggests instead. */
function errorLine(message: string): string {
  const [suggestion = ''] = /\n\(Did you mean [^\n]*\?\)$/.exec(message.trimEnd()) ?? [];
  const said = message.trimEnd().slice(0, -suggestion.length || undefined);
  return `${printable(visible(said) + suggestion)}\n`;
}

export function allCommands(command: Command): Command[] {
  return command.commands.flatMap((child) => [child, ...allCommands(child)]);
}

function parseDays(value: string): number {
  if (/^\d{1,3}$/.test(value)) return Number(value);
  throw new InvalidArgumentError(say(text('cli.notDays'), languageFromEnvironment()));
}

function parsePort(value: string): number {
  if (/^\d{1,5}$/.test(value) && Number(value) < 65_536) return Number(value);
  throw new InvalidArgumentError(say(text('cli.notAPort'), languageFromEnvironment()));
}

function parseTimeZone(value: string): string {
  try {
    Intl.DateTimeFormat('en', { timeZone: value });
  } catch {
    throw new InvalidArgumentError(
      say(text('watch.badTimeZone', { timeZone: value }), languageFromEnvironment()),
    );
  }
  return value;
}

function collectProduct(value: string, before: ProductId[]): ProductId[] {
  if (!isProduct(value)) throw new InvalidArgumentError(`Allowed choices are ${productIds().join(', ')}.`);
  return [...before, value];
}
