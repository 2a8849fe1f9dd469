import type { Problem } from '../../model/index.ts';
import { unreadableProblem, type Disk, type StampTaker } from '../../files/index.ts';
import { text } from '../../l10n/index.ts';

/** Maximum size of a file in megabytes. Infrastructure code is never larger, written or generated. */
export const MAX_FILE_MB = 5;
/** Bytes. */
export const MAX_FILE_BYTES = MAX_FILE_MB * 1024 * 1024;
const BINARY_SAMPLE = 8000;

/** Reused for every file: a scan reads many and keeps few. */
const shared = Buffer.allocUnsafe(MAX_FILE_BYTES);

/** Bytes of a file, valid until the next call; or the problem that prevented reading it. */
export function readBytes(
  from: Disk,
  absolute: string,
  file: string,
  takeStamp?: StampTaker,
): Buffer | Problem {
  const bytes = from.read(absolute, MAX_FILE_BYTES, () => shared, takeStamp);
  if (Buffer.isBuffer(bytes)) return checkedSource(bytes, file);
  return bytes.kind === 'tooLarge'
    ? { source: file, text: text('problem.tooLarge', { limitMb: MAX_FILE_MB }) }
    : unreadableProblem(file, bytes.code);
}

/** Bytes of a text as UTF-8, converted from UTF-16. Other text contains no zero bytes. */
export function checkedSource(bytes: Buffer, file: string): Buffer | Problem {
  const encoding = utf16Of(bytes);
  if (encoding !== null) {
    const utf8 = Buffer.from(new TextDecoder(encoding).decode(bytes));
    fromUtf16.add(utf8);
    return utf8;
  }
  return bytes.subarray(0, BINARY_SAMPLE).includes(0)
    ? { source: file, text: text('problem.binary') }
    : bytes;
}

/** Bytes that `checked` converted from UTF-16. */
const fromUtf16 = new WeakSet<Buffer>();

/** True for bytes that `checked` converted from UTF-16. */
export function isFromUtf16(bytes: Buffer): boolean {
  return fromUtf16.has(bytes);
}

/**
 * UTF-16 variant, which Windows tools write by default: by its byte order mark, else by its zero bytes. In code, most
 * letters have a zero upper byte and none has a zero lower byte.
 */
function utf16Of(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, BINARY_SAMPLE);
  if (bytes.length % 2 !== 0 || !sample.includes(0)) return null;
  const zeros = Array.from(sample.keys()).filter((at) => sample[at] === 0);
  const even = zeros.filter((at) => at % 2 === 0).length;
  const odd = zeros.length - even;
  const most = sample.length / 4;
  if (even === 0 && odd > most) return 'utf-16le';
  return odd === 0 && even > most ? 'utf-16be' : null;
}

const utf8 = new TextDecoder('utf-8');

/** Text of UTF-8 bytes, without the byte order mark that editors hide. */
export function decode(bytes: Uint8Array): string {
  return utf8.decode(bytes);
}
