/** The thread of reading-thread.ts. */
import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import { ScannedFiles } from './files.ts';
import { FORMATS } from './formats.ts';
import { lookAt, NOTHING_SEEN, type Looked } from './look.ts';
import { readBytes } from './read-file.ts';
import { readUnit } from './read-unit.ts';
import { formatNamed, type Part, type Question, type Reply, type SentLook } from './reading-thread.ts';
import { SharedNumbers } from './shared-numbers.ts';

/** What is told at once: the other thread takes it while this one goes on. */
const ANSWERS_AT_ONCE = 16;

/** The files of the scan, of which the first question tells the base. */
let scanned: ScannedFiles | null = null;

type Asked<M extends Question['method']> = Question & { method: M };

function look({ base, files, numbers }: Asked<'look'>): void {
  const part: [number, SentLook][] = [];
  const shared = SharedNumbers.join(files.length, numbers);
  for (let nth = shared.next(); nth !== null; nth = shared.next()) {
    const file = files[nth] ?? '';
    const looked = lookAt(file, readBytes(absolutePath(base, file), file), FORMATS);
    if (looked !== NOTHING_SEEN) part.push([nth, sent(looked)]);
  }
  reply({ part });
}

function knowFiles({ base, files }: Asked<'look'>): void {
  scanned ??= new ScannedFiles(FORMATS, base);
  for (const file of files) scanned.addLooked({ file, absolute: absolutePath(base, file) }, NOTHING_SEEN);
}

/** Not path.resolve: it takes longer than all the rest, and nothing compares these paths. */
function absolutePath(base: string, file: string): string {
  return path.isAbsolute(file) ? file : `${base}${path.sep}${file}`;
}

function sent(looked: Looked): SentLook {
  const matching = [...looked.matching].map(({ id }) => id);
  const refersTo = [...looked.refersTo].map(([{ id }, units]) => [id, units] as const);
  return { ...looked, matching, refersTo };
}

async function read({ units, open, numbers }: Asked<'read'>): Promise<void> {
  if (scanned === null) throw new Error('units are read after their files were looked at');
  for (const { file, absolute, text } of open) scanned.addOpen(file, absolute, text);
  let part: Part<'read'>[number][] = [];
  const shared = SharedNumbers.join(units.length, numbers);
  for (let nth = shared.next(); nth !== null; nth = shared.next()) {
    const [id = '', unit = ''] = units[nth] ?? [];
    const format = formatNamed(FORMATS, id);
    await format.prepare?.([unit]);
    part.push([nth, readUnit(format, unit, scanned)]);
    if (part.length < ANSWERS_AT_ONCE) continue;
    reply({ part });
    part = [];
  }
  reply({ part });
}

function reply(message: Reply): void {
  parentPort?.postMessage(message);
}

async function answer(question: Question): Promise<void> {
  try {
    if (question.method === 'look') look(question);
    else await read(question);
    reply({ isDone: true });
    // Meanwhile the other thread walks on, or sees which units there are.
    if (question.method === 'look') knowFiles(question);
  } catch (error) {
    reply({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

parentPort?.on('message', (question: Question) => void answer(question));
