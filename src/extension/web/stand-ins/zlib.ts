/** Replaces node:zlib: user data compressed by gzip. */
import { Gunzip } from 'fflate';

/** @throws if the data is damaged or exceeds the limit */
export function gunzipSync(bytes: Uint8Array, { maxOutputLength }: { maxOutputLength: number }): Buffer {
  const parts: Uint8Array[] = [];
  const told = { length: 0, isWhole: false };
  const gunzip = new Gunzip((part, isLast) => {
    told.length += part.length;
    told.isWhole = isLast;
    if (told.length > maxOutputLength) throw new Error('too long');
    parts.push(part);
  });
  gunzip.push(bytes, true);
  if (!told.isWhole) throw new Error('cut off');
  return Buffer.concat(parts);
}
