/** The thread of reading-thread.ts. */
import { flushCompileCache, SharedStamps } from '../../../files/index.ts';
import { serveThread, SharedNumbers } from '../../../threads/index.ts';
import { ScannedFiles } from '../files.ts';
import { FORMATS } from '../../formats/formats.ts';
import { resultWithNames, type NamedSearchResult, NOTHING_FOUND } from '../search/search-file.ts';
import { readUnit } from '../read-unit.ts';
import {
  formatNamed,
  type SearchQuestion,
  type Part,
  type PartReceiver,
  type ReadingApi,
  type ReadQuestion,
} from './reading-thread.ts';

/** Answers sent at once: the other thread records them while this one continues. */
const ANSWERS_AT_ONCE = 16;

/** Files of the scan; the first request contains the base. */
let scanned: ScannedFiles | null = null;
/** Requests whose files have not been added yet. */
const searched: SearchQuestion[] = [];

const requester = serveThread<PartReceiver, ReadingApi>({
  async answer(id, question) {
    if (question.method === 'search') search(id, question);
    else await read(id, question);
  },
});

function search(id: number, question: SearchQuestion): void {
  const { base, files, givenUp, areKept, within, numbers } = question;
  scanned ??= new ScannedFiles(FORMATS, base, givenUp, areKept, within);
  const part: [number, NamedSearchResult][] = [];
  const shared = SharedNumbers.join(files.length, numbers);
  for (let nth = shared.next(); nth !== null; nth = shared.next()) {
    const looked = scanned.search(files[nth] ?? '');
    if (looked !== NOTHING_FOUND) part.push([nth, resultWithNames(looked)]);
  }
  if (question.stamps !== null) new SharedStamps(question.stamps).store(files, scanned.stamps);
  scanned.stamps.clear();
  sendAnswers(id, part);
  searched.push(question);
  // Only after the answer, with which the other thread continues meanwhile.
  setImmediate(knowFiles);
}

function knowFiles(): void {
  for (const { files, known } of searched.splice(0)) {
    for (const file of known) scanned?.addResult(file, NOTHING_FOUND);
    for (const file of files) scanned?.addResult(file, NOTHING_FOUND);
  }
}

async function read(id: number, { units, open, numbers }: ReadQuestion): Promise<void> {
  knowFiles();
  if (scanned === null) throw new Error('units are read after their files were looked at');
  for (const { file, text } of open) scanned.addOpen(file, text);
  let part: Part<'read'>[number][] = [];
  const shared = SharedNumbers.join(units.length, numbers);
  for (let nth = shared.next(); nth !== null; nth = shared.next()) {
    const [name = '', unit = ''] = units[nth] ?? [];
    part.push([nth, await readUnit(formatNamed(FORMATS, name), unit, scanned)]);
    if (part.length < ANSWERS_AT_ONCE) continue;
    sendAnswers(id, part);
    part = [];
  }
  sendAnswers(id, part);
  // After the last answer, which the other thread waits for.
  setImmediate(flushCompileCache);
}

function sendAnswers(id: number, part: Part<'search'> | Part<'read'>): void {
  void requester.take.asEvent(id, part);
}
