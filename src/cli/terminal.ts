import { createInterface } from 'node:readline/promises';
import { styleText } from 'node:util';
import { say, type Language } from '../l10n/index.ts';
import type { Text } from '../model/index.ts';

/** The only place that writes to the terminal: results to standard output, progress and warnings to standard error. */
export interface Terminal {
  readonly language: Language;
  /** Whether results may be coloured: a terminal, and NO_COLOR not set. */
  readonly colour: boolean;
  result(text: string): void;
  warn(message: Text): void;
  /** A line beside the result: to standard error, as it is. */
  note(text: string): void;
  /** Whether somebody can be asked. */
  readonly canAsk: boolean;
  /** What somebody types in answer. */
  ask(question: Text): Promise<string>;
  /** Replaces the last progress line; nothing where standard error is not a terminal. */
  progress(message: Text): void;
}

export function createTerminal(language: Language): Terminal {
  let showsProgress = false;
  const clear = (): void => {
    if (showsProgress) process.stderr.write('\r\u001b[K');
    showsProgress = false;
  };
  return {
    language,
    colour: process.stdout.isTTY && !process.env.NO_COLOR,
    result(text) {
      clear();
      process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
    },
    warn(message) {
      clear();
      process.stderr.write(`${say(message, language)}\n`);
    },
    note(text) {
      clear();
      process.stderr.write(`${text}\n`);
    },
    canAsk: process.stdin.isTTY && process.stderr.isTTY,
    async ask(question) {
      clear();
      const input = createInterface({ input: process.stdin, output: process.stderr });
      // While something is typed in, Ctrl-C is a key like others.
      input.once('SIGINT', () => {
        process.emit('SIGINT');
        input.close();
      });
      const answer = await input.question(say(question, language));
      input.close();
      return answer.trim();
    },
    progress(message) {
      if (!process.stderr.isTTY || process.env.NO_COLOR) return;
      clear();
      process.stderr.write(styleText('dim', say(message, language)));
      showsProgress = true;
    },
  };
}
