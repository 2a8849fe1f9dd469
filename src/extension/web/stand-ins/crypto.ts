/** Replaces node:crypto: digests of texts. */
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

type Encoding = 'hex' | 'base64url';

const ALGORITHMS: Readonly<Record<string, (data: Uint8Array) => Uint8Array>> = { sha1, sha256 };
const ENCODER = new TextEncoder();

export function hash(algorithm: string, data: string | Uint8Array, encoding: Encoding = 'hex'): string {
  const digest = ALGORITHMS[algorithm];
  if (digest === undefined) throw new Error(`not in a browser: ${algorithm}`);
  const bytes = digest(typeof data === 'string' ? ENCODER.encode(data) : data);
  if (encoding === 'hex') return bytesToHex(bytes);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

export function createHash(algorithm: string): { update(text: string): { digest(as: Encoding): string } } {
  return { update: (text) => ({ digest: (encoding) => hash(algorithm, text, encoding) }) };
}

export function randomUUID(): string {
  return crypto.randomUUID();
}
