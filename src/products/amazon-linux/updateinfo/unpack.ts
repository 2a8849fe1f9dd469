import { createHash } from 'node:crypto';
import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { text } from '../../../l10n/index.ts';
import { FetchFailure } from '../../pages/failure.ts';

/** Some 30 MB are all advisories of a generation; whoever sends more than this sends something else. */
const maxUnpackedBytes = 128_000_000;

/**
 * The text of a file that the fetcher gave in base64, piece by piece as far as it was unpacked. A server may have unpacked
 * it already.
 * @throws {FetchFailure} for a file that breaks off, is damaged, or grows beyond the limit
 */
export async function* unpacked(body: string, limit = maxUnpackedBytes): AsyncGenerator<string> {
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
 * Whether a file, in base64, is the one that an index speaks of. Of one that a server has unpacked it cannot be told.
 * @param sha256 of the packed file, in lower-case hexadecimal
 */
export function hasDigest(body: string, sha256: string): boolean {
  const bytes = Buffer.from(body, 'base64');
  return !isPacked(bytes) || createHash('sha256').update(bytes).digest('hex') === sha256;
}

/** gzip's two magic numbers. */
function isPacked(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
