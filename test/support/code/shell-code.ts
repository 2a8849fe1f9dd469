import {
  parseShell,
  scriptOf,
  type Command,
  type Script,
  type Word,
} from '../../../src/syntax/shell/index.ts';
import { Variables, type OuterValues } from '../../../src/values/index.ts';
import { sketch, type Sketch } from './values.ts';

/** A shell script and its variables, without a scan around it. */
export class ShellCode {
  readonly script: Script;
  readonly commands: readonly Command[];
  readonly variables: Variables;

  constructor(text: string, outside?: OuterValues) {
    this.script = scriptOf({ file: 'run.sh', text });
    this.commands = parseShell(text);
    this.variables = new Variables(this.script, this.commands, outside);
  }

  /** The only word after `use` in the script. */
  get used(): Word {
    const command = this.commands.findLast(({ words }) => this.textOf(words[0]) === 'use');
    const word = command?.words[1];
    if (word === undefined) throw new Error(`no use: ${this.script.text}`);
    return word;
  }

  /** Values of that word. */
  get values(): Sketch[] {
    return this.variables.resolve(this.used, 'user').map(sketch);
  }

  /** Commands that a list of words expands to, each as its words are written. */
  get expanded(): string[] {
    const command = this.commands.at(-1);
    const ways = command === undefined ? [] : this.variables.commandsOf(command.words);
    return ways.map((words) => words.map((word) => this.textOf(word)).join(' '));
  }

  /** Text of a word, with `${name}` for its variables. */
  textOf(word: Word | undefined): string {
    const parts = word?.parts ?? [];
    return parts
      .map((part) =>
        part.kind === 'text' ? part.text : part.kind === 'variable' ? `\${${part.name}}` : '$()',
      )
      .join('');
  }
}
