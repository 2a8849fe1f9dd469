/** Replaces node:zlib, for user data that is compressed by gzip. */
import { Gunzip } from 'fflate';

/** @throws if the data is damaged or exceeds the limit */
export function gunzipSync(bytes: Uint8Array, { maxOutputLength }: { maxOutputLength: number }): Buffer {
  const parts: Uint8Array[] = [];
  const output = { length: 0, isWhole: false };
  const gunzip = new Gunzip((part, isLast) => {
    output.length += part.length;
    output.isWhole = isLast;
    if (output.length > maxOutputLength) throw new Error('too long');
    parts.push(part);
  });
  gunzip.push(bytes, true);
  if (!output.isWhole) throw new Error('cut off');
  return Buffer.concat(parts);
}
