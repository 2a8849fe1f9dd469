/** The command line: its commands and options, and the exit code of the one that runs. */
import { Command, CommanderError } from 'commander';
import { loadLanguage, loadLanguages, text, type Language } from '../l10n/index.ts';
import { escapeInvisible } from '../model/index.ts';
import { defineCatalogue } from './definitions/catalogue.ts';
import { defineDocuments } from './definitions/documents.ts';
import { defineScans } from './definitions/scans.ts';
import { defineServices } from './definitions/services.ts';
import { defineVersions } from './definitions/versions.ts';
import type { CommonOptions } from './options/options.ts';
import { allCommands } from './help/all-commands.ts';
import { addExamples } from './help/examples.ts';
import { setLanguageFrom, requestedLanguage } from './options/language.ts';
import { UsageError, type ExitCode, type ReceiveExitCode } from './options/usage.ts';
import { showWhileSilent } from './print/late-progress.ts';
import { escapeOutput } from './print/printable.ts';
import { createTerminal } from './print/terminal.ts';
import { VERSION } from './version.ts';

/** Runs the command line. Results go to standard output, and all other messages to standard error. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  setLanguageFrom(argv);
  const language = requestedLanguage();
  await loadLanguage(language);
  exitOnOutputError(language);
  const program = createProgram((code) => (exitCode = code));
  if (language === 'ja') await translateCommander(program);
  else addExamples(program);
  try {
    await program.parseAsync([...argv]);
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UsageError) {
      createTerminal(language).warn(error.text);
      return 2;
    }
    if (error instanceof Error && error.name === 'AbortError') {
      createTerminal(language).warn(text('cli.interrupted'));
      return 2;
    }
    throw error;
  }
}

/**
 * Defines all commands.
 * @param finish receives the exit code of the command that ran
 */
export function createProgram(finish: ReceiveExitCode): Command {
  const program = new Command('errata-lens')
    .description('Known bugs of the database and operating system versions that you run.')
    .version(VERSION)
    .exitOverride()
    .configureOutput({ outputError: (message, write) => write(errorLine(message)) })
    // Omits arguments, so that descriptions fit into 80 columns.
    .configureHelp({ sortSubcommands: false, subcommandTerm: (command) => command.name() })
    .showSuggestionAfterError()
    .hook('preAction', async (_, command) => {
      await loadLanguagesOf(command);
      const { lang } = command.opts<Partial<CommonOptions>>();
      if (lang !== undefined && !SERVICES.has(command.name())) showWhileSilent(createTerminal(lang));
    });

  for (const define of DEFINITIONS) define(program, finish);
  for (const command of [program, ...allCommands(program)]) command.exitOverride();
  return program;
}

/** Commands that print only one language; others can also write documents in both languages, or errors in English. */
const IN_ONE_LANGUAGE: ReadonlySet<string> = new Set(['scan', 'bugs']);

/** Loads the languages that a command prints. */
function loadLanguagesOf(command: Command): Promise<void> {
  const { lang } = command.opts<Partial<CommonOptions>>();
  return IN_ONE_LANGUAGE.has(command.name()) && lang !== undefined ? loadLanguage(lang) : loadLanguages();
}

/** Translates commander's help and errors into Japanese. */
async function translateCommander(program: Command): Promise<void> {
  const [{ localiseHelp }, { ERRORS_IN_JAPANESE }] = await Promise.all([
    import('./help/localise.ts'),
    import('./help/japanese.ts'),
  ]);
  localiseHelp(program);
  const translated = (message: string): string => {
    for (const [pattern, words] of ERRORS_IN_JAPANESE) {
      const match = pattern.exec(message);
      if (match !== null) return message.replace(match[0], words(...match.slice(1)));
    }
    return message;
  };
  const inJapanese = (line: string): string => line.replace(/\(Did you mean (.*)\?\)/, '（$1 のことですか）');
  for (const command of [program, ...allCommands(program)])
    command.configureOutput({
      outputError: (message, write) => write(inJapanese(errorLine(translated(message)))),
    });
}

/** Commands that run until they are stopped, so silence is no sign of slow work. */
const SERVICES: ReadonlySet<string> = new Set(['mcp', 'watch']);

/** In the order of the help. */
const DEFINITIONS = [defineScans, defineVersions, defineDocuments, defineCatalogue, defineServices];

/** One line for an error that commander reports about an argument, including its suggestion. */
function errorLine(message: string): string {
  const [suggestion = ''] = /\n\(Did you mean [^\n]*\?\)$/.exec(message.trimEnd()) ?? [];
  const words = message.trimEnd().slice(0, -suggestion.length || undefined);
  return `${escapeOutput(escapeInvisible(words) + suggestion)}\n`;
}

export { allCommands };

let handlesOutputErrors = false;

/** Ends the program with exit code 2 if it cannot write its output, for example to a full disk. */
function exitOnOutputError(language: Language): void {
  if (handlesOutputErrors) return;
  handlesOutputErrors = true;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader closed the pipe because it has enough.
    if (error.code === 'EPIPE') return;
    createTerminal(language).warn(text('cli.outputLost', { reason: error.code ?? error.message }));
    process.exit(2);
  });
}
