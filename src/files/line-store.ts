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
import { readRegularFile } from './disk/regular-file.ts';

/** Maximum size in bytes of all cached files together, and of each one. */
const MAX_BYTES = 50 * 1024 * 1024;
/** Age in milliseconds at which an unfinished file counts as abandoned. */
const ABANDONED_AFTER_MS = 60 * 60_000;
const CACHE_EXTENSION = '.kept';
const UNFINISHED_EXTENSION = '.tmp';

const LINE_END = Buffer.from('\n');
/** Minimum size of a write, in UTF-16 units. */
const MIN_WRITE_LENGTH = 65_536;

/** A line as text, as bytes, or as parts of a text. */
type Line = string | Buffer | Iterable<string>;

/** SHA-256 digest as base64url. */
export function sha256(text: string | Buffer): string {
  return hash('sha256', text, 'base64url');
}

/**
 * Cached lines on disk. Each file is complete or absent; the last of several writers wins. Never throws, because
 * callers can compute lost lines again.
 */
export class LineStore {
  readonly #file: string;
  readonly #folder: string;
  /** Version of the rules that computed the lines; lines of other rules are not read. */
  readonly #rules: string;

  /**
   * @param key name of the cached data
   * @param rules version of the rules that compute the data
   */
  constructor(folder: string, key: string, rules: string) {
    this.#folder = folder;
    this.#file = path.join(folder, `${sha256(key)}${CACHE_EXTENSION}`);
    this.#rules = rules;
  }

  /** Cached lines; null if they are missing, damaged, or computed by other rules. */
  load(): StoredLines | null {
    const bytes = readRegularFile(this.#file, MAX_BYTES);
    if (!Buffer.isBuffer(bytes)) return null;
    const lines = linesIn(bytes);
    const [rules, ...digests] = parseTrailer(lines.pop());
    if (rules !== this.#rules || digests.length !== lines.length) return null;
    ignoreErrors(() => {
      const now = new Date();
      utimesSync(this.#file, now, now);
    });
    return new StoredLines(lines, digests);
  }

  /**
   * Replaces the cached lines.
   * @param lines without line endings
   */
  save(lines: readonly Line[]): void {
    ignoreErrors(() => {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      const unfinished = `${this.#file}.${randomUUID()}${UNFINISHED_EXTENSION}`;
      try {
        if (!this.#write(unfinished, lines)) return;
        renameSync(unfinished, this.#file);
      } finally {
        rmSync(unfinished, { force: true });
      }
      this.#removeOldFiles();
    });
  }

  /** Writes the lines, then their digests as proof of completeness. False if they exceed the size limit. */
  #write(file: string, lines: readonly Line[]): boolean {
    const output = openSync(file, 'wx', 0o600);
    try {
      const digests: string[] = [];
      let bytes = 0;
      for (const line of lines) {
        const digest = createHash('sha256');
        for (const part of joinedParts(line)) {
          const written = Buffer.from(part);
          bytes += written.length;
          if (bytes > MAX_BYTES) return false;
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

  /** Removes abandoned files, and the least recently used ones above the size limit. */
  #removeOldFiles(): void {
    const files = readdirSync(this.#folder).flatMap((name) => {
      const file = path.join(this.#folder, name);
      const stats = statSync(file, { throwIfNoEntry: false });
      return stats === undefined ? [] : [{ file, bytes: stats.size, used: stats.mtimeMs }];
    });
    let bytes = 0;
    for (const kept of files.sort((a, b) => b.used - a.used)) {
      const isLeft = kept.file.endsWith(UNFINISHED_EXTENSION) && Date.now() - kept.used > ABANDONED_AFTER_MS;
      if (!isLeft && !kept.file.endsWith(CACHE_EXTENSION)) continue;
      if (!isLeft) bytes += kept.bytes;
      if (isLeft || bytes > MAX_BYTES) rmSync(kept.file, { force: true });
    }
  }
}

/** Cached lines, each verified against its digest when it is read. */
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

  /** Text of a line; null if its digest does not match. */
  text(nth: number): string | null {
    const bytes = this.bytes(nth);
    return sha256(bytes) === this.#digests[nth] ? bytes.toString('utf8') : null;
  }
}

/** Rules and digests in the last line of a file; empty if it is invalid. */
function parseTrailer(line: Buffer | undefined): readonly unknown[] {
  try {
    const last: unknown = JSON.parse(line?.toString('utf8') ?? '');
    return Array.isArray(last) ? last : [];
  } catch {
    return [];
  }
}

/** Joins short parts to reduce the number of writes. */
function* joinedParts(line: Line): Generator<string | Buffer> {
  if (typeof line === 'string' || Buffer.isBuffer(line)) {
    yield line;
    return;
  }
  let large = '';
  for (const part of line) {
    large += part;
    if (large.length < MIN_WRITE_LENGTH) continue;
    yield large;
    large = '';
  }
  yield large;
}

/**
 * JSON of an object on one line, generated in small parts, because a single string would double the memory of a large
 * scan.
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

/** Ignores errors of the cache, such as a full disk, missing permissions, or a race with another process. */
function ignoreErrors(work: () => void): void {
  try {
    work();
  } catch {
    // The lines are computed again next time.
  }
}
