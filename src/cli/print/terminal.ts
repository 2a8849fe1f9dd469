import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { styleText } from 'node:util';
import { say, type Language } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import { jsonParts } from './json-parts.ts';
import { wrapText } from '../../report/index.ts';
import { escapeOutput, type Notation } from './printable.ts';

/** Output of all commands: results go to standard output, progress and warnings to standard error. */
export interface Terminal {
  readonly language: Language;
  /** True if results are coloured: on a terminal, unless NO_COLOR is set. */
  readonly colour: boolean;
  /** Width of the terminal in columns; null if results go elsewhere. */
  readonly width: number | null;
  /**
   * Writes a result.
   * @param notation of the text, which decides how it is escaped
   */
  result(text: string, notation?: Notation): void;
  /** Writes sentences, wrapped between words on a terminal. */
  words(text: string): void;
  /** Writes a result in parts of whole lines, and waits for a slow reader. */
  parts(parts: Iterable<string>, notation: Notation): Promise<void>;
  /**
   * Writes a JSON document in parts.
   * @param levels depth of its long lists (see {@link jsonParts})
   */
  json(document: object, levels?: number): Promise<void>;
  warn(message: Text): void;
  /** Writes a line to standard error. */
  note(text: string): void;
  /** True if standard input is a terminal. */
  readonly canAsk: boolean;
  /** Asks a question and returns the typed answer. */
  ask(question: Text): Promise<string>;
  /** True if any terminal object of this process has written output. */
  hasWritten(): boolean;
  /** True if progress lines are visible. */
  readonly showsProgress: boolean;
  /** Replaces the progress line; does nothing if standard error is not a terminal. */
  progress(message: Text): void;
}

/** Shared by all terminal objects, which write to the same two streams. */
const outputState = { any: false, isProgressLast: false };

export function createTerminal(language: Language): Terminal {
  const clear = (): void => {
    if (outputState.isProgressLast) process.stderr.write('\r\u001b[K');
    outputState.isProgressLast = false;
    outputState.any = true;
  };
  const isWatched = process.stderr.isTTY && !process.env.NO_COLOR;
  const colour = process.stdout.isTTY && !process.env.NO_COLOR;
  const line = (text: string): void => {
    clear();
    process.stderr.write(`${escapeOutput(text)}\n`);
  };
  return {
    language,
    colour,
    width: process.stdout.isTTY ? process.stdout.columns : null,
    result(text, notation) {
      clear();
      const shown = escapeOutput(text, notation, colour);
      process.stdout.write(shown.endsWith('\n') ? shown : `${shown}\n`);
    },
    words(text) {
      this.result(wrapText(text, this.width));
    },
    async parts(parts, notation) {
      clear();
      for (const part of parts) {
        const shown = escapeOutput(part, notation, colour);
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
      // In raw mode, Ctrl-C arrives as a key.
      input.once('SIGINT', () => {
        process.emit('SIGINT');
        input.close();
      });
      const answer = await input.question(escapeOutput(say(question, language)));
      input.close();
      return answer.trim();
    },
    hasWritten: () => outputState.any,
    showsProgress: isWatched,
    progress(message) {
      if (!isWatched) return;
      clear();
      process.stderr.write(styleText('dim', escapeOutput(say(message, language))));
      outputState.isProgressLast = true;
    },
  };
}
