import { gunzipSync } from 'node:zlib';

const GZIP = 0x1f8b;
/** Size limit in bytes: user data is at most 16 KB, packed data may be larger inside. */
const LONGEST = 1_000_000;

/** Decodes user data as the services store it (base 64, perhaps packed); empty if it cannot be unpacked. */
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
