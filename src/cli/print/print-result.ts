import type { Problem, Text } from '../../model/index.ts';
import { documentHtml, SARIF_RESULTS_DEPTH } from '../../report/index.ts';
import type { Format, OUTPUTS, OutputName } from '../options/outputs.ts';
import { warnOfProblems } from './problems.ts';
import type { Terminal } from './terminal.ts';

/** Representation of a result in each format. */
interface FormatOutputs {
  /** Text in one piece, or in parts of whole lines if it is long; null if `preamble` is the whole result. */
  text: string | Iterable<string> | null;
  json: object;
  jsonl: string | Iterable<string>;
  csv: string;
  markdown: string;
  html: string;
  sarif: object;
  junit: string;
}

/** Result of a command, with a function for each of its formats. HTML is converted from Markdown by default. */
export type Result<Name extends OutputName> = {
  readonly [F in Exclude<(typeof OUTPUTS)[Name][number], 'html'>]: () => FormatOutputs[F];
} & {
  readonly html?: () => string;
  /** Sentences before the result; on standard error if the format is for programs. */
  readonly preamble?: readonly Text[];
  /** Problems of reading files and accounts. */
  readonly problems?: readonly Problem[];
};

/** A format: its printer, and what goes to standard error because the format has no place for it. */
interface FormatPrinter<F extends Format> {
  print: (output: FormatOutputs[F], terminal: Terminal) => Promise<void> | void;
  omits?: readonly ('preamble' | 'problems')[];
}

const PRINTERS: { readonly [F in Format]: FormatPrinter<F> } = {
  text: {
    async print(written, terminal) {
      if (typeof written === 'string') terminal.words(written);
      else if (written !== null) await terminal.parts(written, 'text');
    },
  },
  json: { print: (written, terminal) => terminal.json(written), omits: ['preamble'] },
  jsonl: {
    print: (written, terminal) => terminal.parts(typeof written === 'string' ? [written] : written, 'json'),
    omits: ['preamble', 'problems'],
  },
  csv: { print: (written, terminal) => terminal.result(written), omits: ['preamble', 'problems'] },
  markdown: { print: (written, terminal) => terminal.result(written) },
  html: { print: (written, terminal) => terminal.result(written, 'xml') },
  sarif: {
    print: (written, terminal) => terminal.json(written, SARIF_RESULTS_DEPTH),
    omits: ['preamble', 'problems'],
  },
  junit: { print: (written, terminal) => terminal.result(written, 'xml'), omits: ['preamble', 'problems'] },
};

/** Prints a result in the requested format. The format was validated with the options. */
export async function printResult<Name extends OutputName>(
  format: Format,
  result: Result<Name>,
  terminal: Terminal,
): Promise<void> {
  const { markdown }: Writers = result;
  const html = markdown && (() => documentHtml(markdown(), terminal.language));
  await printInFormat(format, { ...(html && { html }), ...result }, terminal);
}

type Writers = { readonly [F in Format]?: () => FormatOutputs[F] };

async function printInFormat(
  format: Format,
  { preamble = [], problems = [], ...writers }: Writers & Pick<Result<OutputName>, 'preamble' | 'problems'>,
  terminal: Terminal,
): Promise<void> {
  const { print, omits = [] } = PRINTERS[format] as FormatPrinter<Format>;
  const write = (writers as Writers)[format];
  if (write === undefined) throw new RangeError(`no ${format}`);
  const output = write();
  if (omits.includes('problems')) warnOfProblems(problems, terminal);
  if (omits.includes('preamble') || output === null) preamble.forEach((each) => terminal.warn(each));
  await print(output, terminal);
}
