import { gunzipSync } from 'node:zlib';

const GZIP = 0x1f8b;
/** Bytes: user data is at most 16 KB, packed ones may be larger inside. */
const LONGEST = 1_000_000;

/** User data as the services keep it (base 64, perhaps packed), in clear; empty where it cannot be unpacked. */
export function decodeUserData(encoded: string): string {
  const bytes = Buffer.from(encoded, 'base64');
  const isPacked = bytes.length > 2 && bytes.readUInt16BE(0) === GZIP;
  if (!isPacked) return bytes.toString('utf8');
  try {
    return gunzipSync(bytes, { maxOutputLength: LONGEST }).toString('utf8');
  } catch {
    return '';
  }
}
