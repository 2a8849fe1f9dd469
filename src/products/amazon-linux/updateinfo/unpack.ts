import { createHash } from 'node:crypto';
import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { text } from '../../../l10n/index.ts';
import { FetchFailure } from '../../pages/failure.ts';

/** Size limit. All advisories of a generation are some 30 MB; anything larger is not an advisory file. */
const maxUnpackedBytes = 128_000_000;

/**
 * Text of a file that the fetcher returned in base64, in chunks as it is unpacked. A server may have unpacked it
 * already.
 * @throws {FetchFailure} if the file is truncated, damaged, or larger than the limit
 */
export async function* unpackText(body: string, limit = maxUnpackedBytes): AsyncGenerator<string> {
  const bytes = Buffer.from(body, 'base64');
  const given: Readable = Readable.from([bytes]);
  const pieces: AsyncIterable<Uint8Array> = isPacked(bytes) ? given.pipe(createGunzip()) : given;
  const decoder = new TextDecoder();
  let size = 0;
  try {
    for await (const piece of pieces) {
      size += piece.length;
      if (size > limit) {
        throw new FetchFailure(
          'too-large',
          text('catalogue.fetch.tooLarge', { limitMb: Math.round(limit / 1_000_000) }),
        );
      }
      yield decoder.decode(piece, { stream: true });
    }
  } catch (error) {
    if (error instanceof FetchFailure) throw error;
    throw new FetchFailure('truncated', text('catalogue.fetch.truncated'), { cause: error });
  }
  yield decoder.decode();
}

/**
 * True if a file, in base64, matches the digest in an index. A file that the server unpacked cannot be compared and
 * passes.
 * @param sha256 of the packed file, in lower-case hexadecimal
 */
export function hasDigest(body: string, sha256: string): boolean {
  const bytes = Buffer.from(body, 'base64');
  return !isPacked(bytes) || createHash('sha256').update(bytes).digest('hex') === sha256;
}

/** True if the data begins with gzip's magic number. */
function isPacked(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
