import { hash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readRegularFile } from '../../../files/index.ts';

/** Bytes of one kept scan, and of all of them. */
const LARGEST = 16 * 1024 * 1024;
const MOST_BYTES = 50 * 1024 * 1024;
/** Milliseconds after which a file that was not finished is nobody's any more. */
const LEFTOVER_AGE = 60 * 60_000;
const ENDING = '.scan';
const UNFINISHED = '.tmp';

/** SHA-256. */
export function digestOf(text: string): string {
  return hash('sha256', text, 'base64url');
}

/**
 * Files that may go at any time, are whole or not there, and that several processes may write at once: the last one wins.
 * Nothing here fails: what cannot be kept is read again.
 */
export class Store {
  readonly #file: string;
  readonly #folder: string;
  /** The first line: what the rest must have been written by, and be. */
  readonly #head: (body: string) => string;

  /** @param key of what is kept, and @param rules that it was made by */
  constructor(folder: string, key: string, rules: string) {
    this.#folder = folder;
    this.#file = path.join(folder, `${digestOf(key)}${ENDING}`);
    this.#head = (body) => `${rules} ${digestOf(body)}\n`;
  }

  /** Null where nothing was kept, or not by these rules, or something else became of it. */
  load(): string | null {
    const bytes = readRegularFile(this.#file, LARGEST);
    if (!Buffer.isBuffer(bytes)) return null;
    const written = bytes.toString('utf8');
    const end = written.indexOf('\n') + 1;
    const body = written.slice(end);
    if (written.slice(0, end) !== this.#head(body)) return null;
    attempt(() => {
      const now = new Date();
      utimesSync(this.#file, now, now);
    });
    return body;
  }

  save(body: string): void {
    attempt(() => {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      const written = this.#head(body) + body;
      if (Buffer.byteLength(written) > LARGEST) return;
      const unfinished = `${this.#file}.${randomUUID()}${UNFINISHED}`;
      try {
        writeFileSync(unfinished, written, { mode: 0o600 });
        renameSync(unfinished, this.#file);
      } finally {
        rmSync(unfinished, { force: true });
      }
      this.#makeRoom();
    });
  }

  /** Removes what killed processes left, and what was not used for longest where all together is too much. */
  #makeRoom(): void {
    const files = readdirSync(this.#folder).flatMap((name) => {
      const file = path.join(this.#folder, name);
      const stats = statSync(file, { throwIfNoEntry: false });
      return stats === undefined ? [] : [{ file, bytes: stats.size, used: stats.mtimeMs }];
    });
    let bytes = 0;
    for (const kept of files.sort((a, b) => b.used - a.used)) {
      const isLeft = kept.file.endsWith(UNFINISHED) && Date.now() - kept.used > LEFTOVER_AGE;
      if (!isLeft && !kept.file.endsWith(ENDING)) continue;
      if (!isLeft) bytes += kept.bytes;
      if (isLeft || bytes > MOST_BYTES) rmSync(kept.file, { force: true });
    }
  }
}

/** Of what only saves time: a full disk, a folder that is closed, another process that was faster. */
function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // Read again the next time.
  }
}
