import type { Problem } from '../../model/index.ts';
import type { Disk, StampTaker } from '../../files/index.ts';
import { text } from '../../l10n/index.ts';

/** No person writes and no tool generates infrastructure code of this size in one file. */
export const LARGEST_FILE_MB = 5;
/** Bytes. */
export const LARGEST_FILE = LARGEST_FILE_MB * 1024 * 1024;
const BINARY_SAMPLE = 8000;

/** Reused for every file: a scan reads many and keeps few. */
const shared = Buffer.allocUnsafe(LARGEST_FILE);

/** The bytes of a file, valid until the next call; or why it is not read. */
export function readBytes(
  from: Disk,
  absolute: string,
  file: string,
  takeStamp?: StampTaker,
): Buffer | Problem {
  const bytes = from.read(absolute, LARGEST_FILE, () => shared, takeStamp);
  if (Buffer.isBuffer(bytes)) return checked(bytes, file);
  return bytes.kind === 'tooLarge'
    ? { source: file, text: text('problem.tooLarge', { limitMb: LARGEST_FILE_MB }) }
    : { source: file, text: text('problem.unreadable', { error: bytes.code }) };
}

/** The bytes of a text in UTF-8, from UTF-16 too where its byte order mark says so. Other text has no zero bytes. */
export function checked(bytes: Buffer, file: string): Buffer | Problem {
  const encoding = utf16Of(bytes);
  if (encoding !== null) return Buffer.from(new TextDecoder(encoding).decode(bytes));
  return bytes.subarray(0, BINARY_SAMPLE).includes(0)
    ? { source: file, text: text('problem.binary') }
    : bytes;
}

/** What tools of Windows write where nobody asks for UTF-8. */
function utf16Of(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

const utf8 = new TextDecoder('utf-8');

/** UTF-8, without the byte order mark that an editor does not show. */
export function decode(bytes: Uint8Array): string {
  return utf8.decode(bytes);
}
