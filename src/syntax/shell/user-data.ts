import { gunzipSync } from 'node:zlib';

const GZIP = 0x1f8b;
/** Maximum size in bytes. User data has at most 16 KB, but can be packed. */
const MAX_UNPACKED_BYTES = 1_000_000;

/** Decodes user data as AWS stores it: base 64, possibly packed. Empty if it cannot be unpacked. */
export function decodeUserData(encoded: string): string {
  const bytes = Buffer.from(encoded, 'base64');
  const isPacked = bytes.length > 2 && bytes.readUInt16BE(0) === GZIP;
  if (!isPacked) return bytes.toString('utf8');
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED_BYTES }).toString('utf8');
  } catch {
    return '';
  }
}
