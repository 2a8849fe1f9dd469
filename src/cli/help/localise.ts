import type { Command } from 'commander';
import { allCommands } from './all-commands.ts';
import { addExamples } from './examples.ts';
import { HELP_IN_JAPANESE, TITLES_IN_JAPANESE } from './japanese.ts';

/** Translates the help of the program and all commands into Japanese. */
export function localiseHelp(program: Command): void {
  program.helpCommand('help [command]', translated('display help for command'));
  for (const command of [program, ...allCommands(program)]) {
    command.description(translated(command.description()));
    for (const option of command.options) option.description = translated(option.description);
    for (const argument of command.registeredArguments)
      argument.description = translated(argument.description);
    command.helpOption('-h, --help', translated('display help for command'));
    const plain = command.createHelp();
    command.configureHelp({
      ...command.configureHelp(),
      styleTitle: (title) => TITLES_IN_JAPANESE[title] ?? title,
      optionDescription: (option) => translateExtras(plain.optionDescription(option)),
      argumentDescription: (argument) => translateExtras(plain.argumentDescription(argument)),
    });
  }
  addExamples(program, translated);
}

function translated(english: string): string {
  return HELP_IN_JAPANESE[english] ?? TITLES_IN_JAPANESE[english] ?? english;
}

/** Translates the words that commander adds to a description: `(choices: "a", "b", default: "a")` */
function translateExtras(description: string): string {
  return description.replace(/\((?:choices|default|env): [^()]*\)$/, (extras) =>
    extras.replace('choices: ', '選択肢: ').replace('default: ', '既定: ').replace('env: ', '環境変数: '),
  );
}
