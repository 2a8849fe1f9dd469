import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { ThreadEnded } from '../../src/threads/index.ts';
import { FuzzThread } from './fuzz-thread.ts';
import { minimise } from './minimise.ts';
import { MAX_CPU_MS, writeName, type FuzzInput, type InputName } from './target.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../.cache/fuzz');
/** Limit for a single input in milliseconds of CPU time. Wide, because even a quick input is slow on a busy machine. */
const MAX_CPU_MS_ALONE = 3 * MAX_CPU_MS;
/** Limit for making an input smaller, in milliseconds by the clock. */
const MAX_MINIMISING_MS = 20_000;

const storedInput = z.object({ name: z.string(), target: z.string(), what: z.string(), text: z.string() });
/** Input in a file. */
export type StoredInput = z.infer<typeof storedInput>;

/** Failures of one kind: the smallest input of the first one, and their number. */
interface FailureKind {
  message: string;
  file: string;
  names: string[];
}

/** Failures, grouped by kind. */
export class Failures {
  readonly #kinds = new Map<string, FailureKind>();
  readonly #print: (line: string) => void;

  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  get count(): number {
    return [...this.#kinds.values()].reduce((sum, { names }) => sum + names.length, 0);
  }

  /** Checks an input on its own. The first of a new kind is made smaller, stored and printed. */
  async check(name: InputName, input: FuzzInput): Promise<void> {
    const message = await failureOf(name.target, input, MAX_CPU_MS_ALONE);
    if (message === null) return;
    const kind = kindOf(name.target, input, message);
    const known = this.#kinds.get(kind);
    if (known !== undefined) {
      known.names.push(writeName(name));
      return;
    }
    const smaller = await this.#minimised(name.target, input, kind);
    // A smaller input may have been slow only because the machine was busy.
    const isConfirmed =
      (await failureOf(name.target, { ...input, text: smaller }, MAX_CPU_MS_ALONE)) !== null;
    const text = isConfirmed ? smaller : input.text;
    const file = storeInput({ name: writeName(name), target: name.target, what: input.what, text });
    this.#kinds.set(kind, { message, file, names: [writeName(name)] });
    const shown = text.length > 600 ? `${text.slice(0, 300)} … ${text.slice(-200)}` : text;
    const lines = [
      `FAILURE ${writeName(name)}: ${message}`,
      `  in ${input.what}, ${text.length} characters:`,
      `  ${JSON.stringify(shown)}`,
      `  npm run fuzz -- --replay ${file}`,
    ];
    this.#print(lines.join('\n'));
  }

  lines(): string[] {
    return [...this.#kinds.values()].map(
      ({ message, file, names }) => `${names.length} × ${message}: ${file}, ${names.slice(0, 5).join(' ')}`,
    );
  }

  async #minimised(target: string, input: FuzzInput, kind: string): Promise<string> {
    const thread = new FuzzThread(MAX_CPU_MS);
    const isOfKind = async (text: string): Promise<boolean> => {
      const smaller = { ...input, text };
      const message = messageOf(await thread.check(target, smaller));
      return message !== null && kindOf(target, smaller, message) === kind;
    };
    try {
      return await minimise(input.text, isOfKind, MAX_MINIMISING_MS);
    } finally {
      await thread.close();
    }
  }
}

/** Failure of an input that is read on its own; null if it passes. */
export async function failureOf(
  target: string,
  input: FuzzInput,
  budget = MAX_CPU_MS_ALONE,
): Promise<string | null> {
  const thread = new FuzzThread(budget);
  try {
    return messageOf(await thread.check(target, input));
  } finally {
    await thread.close();
  }
}

function messageOf(answer: Awaited<ReturnType<FuzzThread['check']>>): string | null {
  return answer instanceof ThreadEnded ? `ends the thread (${answer.reason})` : answer.complaint;
}

/** Kind of a failure: the beginning of its message or, for slow inputs, the kind of file. */
function kindOf(target: string, { what }: FuzzInput, message: string): string {
  if (/^(?:ends|takes)/.test(message))
    return `${target} ${path.extname(what) || path.basename(what)} takes too much`;
  const [beginning = ''] = message.split(/[:({"“/]/);
  return `${target} ${what} ${beginning.replace(/\d+/g, '0')}`;
}

function storeInput(stored: StoredInput): string {
  mkdirSync(FOLDER, { recursive: true });
  const file = path.join(FOLDER, `${stored.name.replaceAll(':', '_')}.json`);
  writeFileSync(file, JSON.stringify(stored));
  return path.relative(process.cwd(), file);
}

export function readStored(file: string): StoredInput {
  return storedInput.parse(JSON.parse(readFileSync(file, 'utf8')));
}
