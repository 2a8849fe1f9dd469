import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { styleText } from 'node:util';
import { say, type Language } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import { jsonParts } from './json-parts.ts';
import { wrapText } from '../../report/index.ts';
import { printable, type Notation } from './printable.ts';

/** Access to the terminal, the only one: results go to standard output, progress and warnings to standard error. */
export interface Terminal {
  readonly language: Language;
  /** True if results may be coloured: on a terminal, unless NO_COLOR is set. */
  readonly colour: boolean;
  /** Columns if results go to a terminal, else null. */
  readonly width: number | null;
  /** @param notation of the text; plain text by default */
  result(text: string, notation?: Notation): void;
  /** Writes sentences. On a terminal, lines are broken between words. */
  words(text: string): void;
  /** Writes a result in parts of whole lines, at the speed of its reader. */
  parts(parts: Iterable<string>, notation: Notation): Promise<void>;
  /**
   * Writes a document in parts.
   * @param levels depth of its long lists: {@link jsonParts}
   */
  json(document: object, levels?: number): Promise<void>;
  warn(message: Text): void;
  /** Writes a line to standard error, beside the result. */
  note(text: string): void;
  /** True if a user can answer questions. */
  readonly canAsk: boolean;
  /** Asks the user, and returns the typed text. */
  ask(question: Text): Promise<string>;
  /** True if any terminal of the process has written anything. */
  hasWritten(): boolean;
  /** True if a user sees progress lines. */
  readonly showsProgress: boolean;
  /** Replaces the last progress line; does nothing if standard error is not a terminal. */
  progress(message: Text): void;
}

/** Shared, because all terminals of the process write to the same two outputs. */
const written = { any: false, isProgressLast: false };

export function createTerminal(language: Language): Terminal {
  const clear = (): void => {
    if (written.isProgressLast) process.stderr.write('\r\u001b[K');
    written.isProgressLast = false;
    written.any = true;
  };
  const isWatched = process.stderr.isTTY && !process.env.NO_COLOR;
  const colour = process.stdout.isTTY && !process.env.NO_COLOR;
  const line = (text: string): void => {
    clear();
    process.stderr.write(`${printable(text)}\n`);
  };
  return {
    language,
    colour,
    width: process.stdout.isTTY ? process.stdout.columns : null,
    result(text, notation) {
      clear();
      const shown = printable(text, notation, colour);
      process.stdout.write(shown.endsWith('\n') ? shown : `${shown}\n`);
    },
    words(text) {
      this.result(wrapText(text, this.width));
    },
    async parts(parts, notation) {
      clear();
      for (const part of parts) {
        const shown = printable(part, notation, colour);
        if (!process.stdout.write(shown)) await once(process.stdout, 'drain');
      }
    },
    json(document, levels) {
      return this.parts(jsonParts(document, levels), 'json');
    },
    warn: (message) =>
      line(wrapText(say(message, language), process.stderr.isTTY ? process.stderr.columns : null)),
    note: line,
    canAsk: process.stdin.isTTY && process.stderr.isTTY,
    async ask(question) {
      clear();
      const input = createInterface({ input: process.stdin, output: process.stderr });
      // During input, Ctrl-C arrives as an ordinary key.
      input.once('SIGINT', () => {
        process.emit('SIGINT');
        input.close();
      });
      const answer = await input.question(printable(say(question, language)));
      input.close();
      return answer.trim();
    },
    hasWritten: () => written.any,
    showsProgress: isWatched,
    progress(message) {
      if (!isWatched) return;
      clear();
      process.stderr.write(styleText('dim', printable(say(message, language))));
      written.isProgressLast = true;
    },
  };
}
