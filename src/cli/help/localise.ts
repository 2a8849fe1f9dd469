import type { Command } from 'commander';
import { allCommands } from './all-commands.ts';
import { addExamples } from './examples.ts';
import { HELP_IN_JAPANESE, TITLES_IN_JAPANESE } from './japanese.ts';

/** Translates the help of the program and all commands into Japanese. */
export function localiseHelp(program: Command): void {
  program.helpCommand('help [command]', inJapanese('display help for command'));
  for (const command of [program, ...allCommands(program)]) {
    command.description(inJapanese(command.description()));
    for (const option of command.options) option.description = inJapanese(option.description);
    for (const argument of command.registeredArguments)
      argument.description = inJapanese(argument.description);
    command.helpOption('-h, --help', inJapanese('display help for command'));
    const plain = command.createHelp();
    command.configureHelp({
      ...command.configureHelp(),
      styleTitle: (title) => TITLES_IN_JAPANESE[title] ?? title,
      optionDescription: (option) => withExtras(plain.optionDescription(option)),
      argumentDescription: (argument) => withExtras(plain.argumentDescription(argument)),
    });
  }
  addExamples(program, inJapanese);
}

function inJapanese(english: string): string {
  return HELP_IN_JAPANESE[english] ?? TITLES_IN_JAPANESE[english] ?? english;
}

/** Translates the words that commander adds to a description: `(choices: "a", "b", default: "a")` */
function withExtras(description: string): string {
  return description.replace(/\((?:choices|default|env): [^()]*\)$/, (extras) =>
    extras.replace('choices: ', '選択肢: ').replace('default: ', '既定: ').replace('env: ', '環境変数: '),
  );
}
