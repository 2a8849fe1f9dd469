import { createHash, hash, randomUUID } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { readRegularFile } from './regular-file.ts';

/** Of all files together; one may need nearly as many. */
const MOST_BYTES = 50 * 1024 * 1024;
/** Milliseconds after which a file that was not finished is nobody's any more. */
const LEFTOVER_AGE = 60 * 60_000;
const ENDING = '.kept';
const UNFINISHED = '.tmp';

const LINE_END = Buffer.from('\n');
/** As much as is written at once, in UTF-16 units. */
const PART_LENGTH = 65_536;

/** As text, as bytes, or as text in parts. */
type Line = string | Buffer | Iterable<string>;

/** The SHA-256 of a text or of bytes, as base64url. */
export function sha256(text: string | Buffer): string {
  return hash('sha256', text, 'base64url');
}

/**
 * Files that may go at any time, are whole or not there, and that several processes may write at once: the last one wins.
 * Nothing here fails: what cannot be kept is read again.
 */
export class LineStore {
  readonly #file: string;
  readonly #folder: string;
  /** What the rest must have been written by. */
  readonly #rules: string;

  /** @param key of what is kept, and @param rules that it was made by */
  constructor(folder: string, key: string, rules: string) {
    this.#folder = folder;
    this.#file = path.join(folder, `${sha256(key)}${ENDING}`);
    this.#rules = rules;
  }

  /** Null where nothing was kept, or not by these rules, or something else became of it. */
  load(): StoredLines | null {
    const bytes = readRegularFile(this.#file, MOST_BYTES);
    if (!Buffer.isBuffer(bytes)) return null;
    const lines = linesIn(bytes);
    const [rules, ...digests] = lastIn(lines.pop());
    if (rules !== this.#rules || digests.length !== lines.length) return null;
    attempt(() => {
      const now = new Date();
      utimesSync(this.#file, now, now);
    });
    return new StoredLines(lines, digests);
  }

  /** @param lines none of which has a line's end in it */
  save(lines: readonly Line[]): void {
    attempt(() => {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      const unfinished = `${this.#file}.${randomUUID()}${UNFINISHED}`;
      try {
        if (!this.#write(unfinished, lines)) return;
        renameSync(unfinished, this.#file);
      } finally {
        rmSync(unfinished, { force: true });
      }
      this.#makeRoom();
    });
  }

  /** The lines, and last what tells whether they are whole. False where all together is too much. */
  #write(file: string, lines: readonly Line[]): boolean {
    const output = openSync(file, 'wx', 0o600);
    try {
      const digests: string[] = [];
      let bytes = 0;
      for (const line of lines) {
        const digest = createHash('sha256');
        for (const part of partsOf(line)) {
          const written = Buffer.from(part);
          bytes += written.length;
          if (bytes > MOST_BYTES) return false;
          digest.update(written);
          writeFileSync(output, written);
        }
        writeFileSync(output, LINE_END);
        digests.push(digest.digest('base64url'));
      }
      writeFileSync(output, JSON.stringify([this.#rules, ...digests]));
      return true;
    } finally {
      closeSync(output);
    }
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

/** Lines that were kept. What became of one since then is looked at when it is asked for. */
export class StoredLines {
  readonly #lines: readonly Buffer[];
  readonly #digests: readonly unknown[];

  constructor(lines: readonly Buffer[], digests: readonly unknown[]) {
    this.#lines = lines;
    this.#digests = digests;
  }

  get length(): number {
    return this.#lines.length;
  }

  bytes(nth: number): Buffer {
    return this.#lines[nth] ?? Buffer.alloc(0);
  }

  /** Null where it is not what was written. */
  text(nth: number): string | null {
    const bytes = this.bytes(nth);
    return sha256(bytes) === this.#digests[nth] ? bytes.toString('utf8') : null;
  }
}

/** The rules and a digest for each line; empty where it is none of ours. */
function lastIn(line: Buffer | undefined): readonly unknown[] {
  try {
    const last: unknown = JSON.parse(line?.toString('utf8') ?? '');
    return Array.isArray(last) ? last : [];
  } catch {
    return [];
  }
}

/** As few as are not long. */
function* partsOf(line: Line): Generator<string | Buffer> {
  if (typeof line === 'string' || Buffer.isBuffer(line)) {
    yield line;
    return;
  }
  let large = '';
  for (const part of line) {
    large += part;
    if (large.length < PART_LENGTH) continue;
    yield large;
    large = '';
  }
  yield large;
}

/**
 * The JSON of an object as a line, an entry of its lists at a time: all of a large scan at once takes memory for another.
 */
export function* jsonLine(value: object | null): Generator<string> {
  if (value === null) {
    yield 'null';
    return;
  }
  let before = '{';
  for (const [name, member] of Object.entries(value) as [string, unknown][]) {
    if (member === undefined) continue;
    yield `${before}${JSON.stringify(name)}:`;
    if (Array.isArray(member)) yield* jsonOfList(member);
    else yield JSON.stringify(member);
    before = ',';
  }
  yield before === '{' ? '{}' : '}';
}

function* jsonOfList(list: readonly unknown[]): Generator<string> {
  let before = '[';
  for (const entry of list) {
    yield before + JSON.stringify(entry);
    before = ',';
  }
  yield list.length === 0 ? '[]' : ']';
}

function linesIn(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let start = 0;
  for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, start)) {
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  lines.push(bytes.subarray(start));
  return lines;
}

/** Of what only saves time: a full disk, a folder that is closed, another process that was faster. */
function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // Read again the next time.
  }
}
