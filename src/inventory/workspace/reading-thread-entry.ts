/** The thread of reading-thread.ts. */
import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import { ScannedFiles } from './files.ts';
import { FORMATS } from './formats.ts';
import { lookAt, NOTHING_SEEN } from './look.ts';
import { readBytes } from './read-file.ts';
import { readUnit } from './read-unit.ts';
import { formatNamed, type Answer, type Question, type ReadingApi, type SentLook } from './reading-thread.ts';
import type { WalkedFile } from './walk.ts';

let scanned = new ScannedFiles(FORMATS, '.');

const api: ReadingApi = {
  look: (files) => files.flatMap(look),
  know(base, files, open) {
    scanned = new ScannedFiles(FORMATS, base);
    // Not path.resolve: it takes longer than all the rest, and nothing compares these paths.
    for (const file of files)
      scanned.addLooked({ file, absolute: `${base}${path.sep}${file}` }, NOTHING_SEEN);
    for (const { file, absolute, text } of open) scanned.addOpen(file, absolute, text);
    return null;
  },
  async read(units) {
    const named = units.map(([id, unit]) => ({ format: formatNamed(FORMATS, id), unit }));
    for (const { format, unit } of named) await format.prepare?.([unit]);
    return named.map(({ format, unit }) => readUnit(format, unit, scanned));
  },
};

function look({ file, absolute }: WalkedFile, nth: number): SentLook[] {
  const looked = lookAt(file, readBytes(absolute, file), FORMATS);
  if (looked === NOTHING_SEEN) return [];
  const matching = [...looked.matching].map(({ id }) => id);
  const refersTo = [...looked.refersTo].map(([{ id }, units]) => [id, units] as const);
  return [{ ...looked, nth, matching, refersTo }];
}

let last: Promise<void> = Promise.resolve();
parentPort?.on('message', (question: Question) => {
  last = last.then(() => answer(question));
});

async function answer({ method, args }: Question): Promise<void> {
  let reply: Answer;
  try {
    reply = { result: await (api[method] as (...args: readonly unknown[]) => unknown)(...args) };
  } catch (error) {
    reply = { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort?.postMessage(reply);
}
