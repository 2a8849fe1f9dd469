import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { styleText } from 'node:util';
import { say, type Language } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import { jsonParts } from './json-parts.ts';
import { fitted } from '../../report/index.ts';
import { printable, type Notation } from './printable.ts';

/** The only place that writes to the terminal: results to standard output, progress and warnings to standard error. */
export interface Terminal {
  readonly language: Language;
  /** Whether results may be coloured: a terminal, and NO_COLOR not set. */
  readonly colour: boolean;
  /** Columns where results go to a terminal; null elsewhere. */
  readonly width: number | null;
  /** @param notation of what the text is written in; plain text when absent */
  result(text: string, notation?: Notation): void;
  /** Words for people: on a terminal its lines end between words. */
  words(text: string): void;
  /** A result in parts of whole lines: as fast as it is read. */
  parts(parts: Iterable<string>, notation: Notation): Promise<void>;
  /** A document, in parts. @param levels how deep its long lists are: {@link jsonParts} */
  json(document: object, levels?: number): Promise<void>;
  warn(message: Text): void;
  /** A line beside the result: to standard error. */
  note(text: string): void;
  /** Whether somebody can be asked. */
  readonly canAsk: boolean;
  /** What somebody types in answer. */
  ask(question: Text): Promise<string>;
  /** Determines if anything was written by any terminal of the process. */
  hasWritten(): boolean;
  /** Whether somebody sees progress lines. */
  readonly showsProgress: boolean;
  /** Replaces the last progress line; nothing where standard error is not a terminal. */
  progress(message: Text): void;
}

/** All terminals of the process write to the same two outputs. */
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
      this.result(fitted(text, this.width));
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
      line(fitted(say(message, language), process.stderr.isTTY ? process.stderr.columns : null)),
    note: line,
    canAsk: process.stdin.isTTY && process.stderr.isTTY,
    async ask(question) {
      clear();
      const input = createInterface({ input: process.stdin, output: process.stderr });
      // While something is typed in, Ctrl-C is a key like others.
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
