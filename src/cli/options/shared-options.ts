import { InvalidArgumentError, Option, type Command } from 'commander';
import { parseReplacementOrigin } from '../../catalogue/index.ts';
import { LANGUAGES, say, text } from '../../l10n/index.ts';
import { isDay, SEVERITIES } from '../../model/index.ts';
import { GROUPINGS } from '../../report/index.ts';
import { OUTPUTS, type OutputName } from './outputs.ts';
import { requestedLanguage } from './language.ts';

/**
 * Options that several commands share, with the same meaning (docs/reference/options.md). Each command lists its own
 * below.
 */
const SHARED_OPTIONS = {
  failOn: () =>
    new Option('--fail-on <level>', 'exit 1 on findings this bad or worse, or on urgent bugs').choices([
      ...SEVERITIES,
      'urgent',
    ]),
  includeExamples: () =>
    new Option('--include-examples', 'count findings in folders of examples and tests, too'),
  asOf: () => new Option('--as-of <day>', 'what the notes said on that day (YYYY-MM-DD)').argParser(parseDay),
  offline: () => new Option('--offline', 'do not use the network').default(false),
  cacheDir: () =>
    new Option('--cache-dir <folder>', 'where the refreshed catalogue is kept, and what scans read'),
  cache: () => new Option('--no-cache', 'read every file again, also those that an earlier scan has read'),
  docsOrigin: () =>
    new Option('--docs-origin <url>', 'mirror to read instead of https://docs.aws.amazon.com')
      .env('ERRATA_LENS_DOCS_ORIGIN')
      .argParser(parseOrigin),
  against: () =>
    new Option(
      '--against <file>',
      'JSON of an earlier scan: only what is worse than there counts for --fail-on',
    ),
  baseline: () => new Option('--baseline <file>', 'JSON of an earlier scan whose findings do not count'),
  config: () =>
    new Option('--config <file>', 'configuration file (default: the nearest .errata-lens.yaml upwards)'),
  readingBudget: () =>
    new Option(
      '--reading-budget <seconds>',
      'CPU time for one file before it is left out (default: 2)',
    ).argParser(parseBudget),
  verbose: () => new Option('--verbose', 'all details of each finding, bug or check'),
  limit: () =>
    new Option('--limit <rows>', 'most rows of a list to show; the rest is counted').argParser(parseLimit),
  groupBy: () => new Option('--group-by <what>', 'how the text is grouped').choices(GROUPINGS),
  severity: () => new Option('--severity <severity>', 'only this severity and worse').choices(SEVERITIES),
  ignore: () => new Option('--no-ignore', 'also read files that ignore files exclude'),
} as const satisfies Record<string, () => Option>;

/** In seconds. With less time, ordinary files would be given up. */
const MIN_READING_SECONDS = 0.1;
const MAX_READING_SECONDS = 600;

export type SharedOption = keyof typeof SHARED_OPTIONS;

/** Formats and shared options of a command. */
export interface CommandShape {
  /** Key of the command in `OUTPUTS`. */
  output: OutputName;
  options: readonly SharedOption[];
}

/** Options that every command with a catalogue accepts but does not list, so that scripts can pass them to all commands. */
const HIDDEN_OPTIONS: readonly SharedOption[] = ['offline', 'docsOrigin'];

/** Adds formats, the language and shared options to a command. */
export function addSharedOptions(command: Command, { output, options }: CommandShape): Command {
  const formats = OUTPUTS[output];
  command
    .addOption(new Option('--format <format>', 'output format').choices(formats).default(formats[0]))
    .addOption(new Option('--lang <language>', 'language').choices(LANGUAGES).default(requestedLanguage()));
  for (const name of options) command.addOption(SHARED_OPTIONS[name]());
  if (options.includes('cacheDir')) {
    for (const name of HIDDEN_OPTIONS.filter((other) => !options.includes(other)))
      command.addOption(SHARED_OPTIONS[name]().hideHelp());
  }
  return command;
}

/** Parses an origin. An empty environment variable counts as not set. */
function parseOrigin(value: string): string | undefined {
  if (value === '') return undefined;
  if (parseReplacementOrigin(value) === null) {
    throw new InvalidArgumentError(say(text('cli.notAnOrigin'), requestedLanguage()));
  }
  return value;
}

function parseLimit(value: string): number {
  if (/^[1-9]\d{0,5}$/.test(value)) return Number(value);
  throw new InvalidArgumentError(say(text('cli.notALimit'), requestedLanguage()));
}

/** Converts seconds to milliseconds. */
function parseBudget(value: string): number {
  const seconds = Number(value);
  if (!(seconds >= MIN_READING_SECONDS && seconds <= MAX_READING_SECONDS)) {
    const bounds = { least: MIN_READING_SECONDS, most: MAX_READING_SECONDS };
    throw new InvalidArgumentError(say(text('cli.notABudget', bounds), requestedLanguage()));
  }
  return seconds * 1000;
}

function parseDay(value: string): string {
  if (!isDay(value)) throw new InvalidArgumentError(say(text('cli.notADay'), requestedLanguage()));
  return value;
}
