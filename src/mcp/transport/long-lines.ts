import { INVALID_REQUEST, type JSONRPCErrorResponse } from '@modelcontextprotocol/server';
import { Transform, type TransformCallback } from 'node:stream';

/** Maximum bytes of a question: a hundred times the longest that a tool accepts. */
export const MAX_QUESTION_BYTES = 4 * 1024 * 1024;
/** Bytes at both ends of a line that are searched for its id. */
const SEARCHED_BYTES = 256;
const LINE_END = 0x0a;
/** Id of a JSON-RPC message, at the start or the end of the line, where clients write it. */
const ID_AT_START = /^\s*\{\s*(?:"jsonrpc"\s*:\s*"2\.0"\s*,\s*)?"id"\s*:\s*(\d{1,15}|"[^"\\]{1,100}")/;
const ID_AT_END = /"id"\s*:\s*(\d{1,15}|"[^"\\]{1,100}")\s*\}\s*$/;

/** Passes lines through, except those that are too long, which are dropped while they arrive and reported at their end. */
export class LongLineFilter extends Transform {
  readonly #most: number;
  readonly #onLong: (id: number | string | null) => void;
  #line: Buffer[] = [];
  #length = 0;
  #head = '';
  #tail: Buffer = Buffer.alloc(0);

  /** @param onLong receives the id of the dropped message; null if it was not found */
  constructor(maxBytes: number, onLong: (id: number | string | null) => void) {
    super();
    this.#most = maxBytes;
    this.#onLong = onLong;
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    let start = 0;
    for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, start)) {
      this.#take(chunk.subarray(start, end + 1));
      this.#endLine();
      start = end + 1;
    }
    this.#take(chunk.subarray(start));
    done();
  }

  override _flush(done: TransformCallback): void {
    this.#endLine();
    done();
  }

  #take(part: Buffer): void {
    this.#length += part.length;
    if (this.#head.length < SEARCHED_BYTES)
      this.#head += part.toString('latin1', 0, SEARCHED_BYTES - this.#head.length);
    this.#tail = Buffer.concat([this.#tail, part.subarray(-SEARCHED_BYTES)]).subarray(-SEARCHED_BYTES);
    if (this.#length > this.#most) this.#line = [];
    else this.#line.push(part);
  }

  #endLine(): void {
    if (this.#length > this.#most) this.#onLong(idIn(this.#head, this.#tail.toString('latin1')));
    else if (this.#length > 0) this.push(Buffer.concat(this.#line));
    this.#line = [];
    this.#length = 0;
    this.#head = '';
    this.#tail = Buffer.alloc(0);
  }
}

function idIn(head: string, tail: string): number | string | null {
  const written = ID_AT_START.exec(head)?.[1] ?? ID_AT_END.exec(tail)?.[1];
  if (written === undefined) return null;
  return written.startsWith('"') ? written.slice(1, -1) : Number(written);
}

/** JSON-RPC response to a message that is too long. */
export function tooLongResponse(id: number | string | null): JSONRPCErrorResponse {
  const message = `The message is longer than ${MAX_QUESTION_BYTES / 1024 / 1024} MB and was not read.`;
  const error = { code: INVALID_REQUEST, message };
  return { jsonrpc: '2.0', ...(id === null ? {} : { id }), error };
}
