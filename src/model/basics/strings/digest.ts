import { createHash } from 'node:crypto';

/** Lower-case text with every run of characters other than a–z and 0–9 replaced by one blank, trimmed. */
export function normaliseText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** First 10 hex digits of the SHA-1 of the normalised text, so that changes of punctuation or case do not matter. */
export function digestOf(text: string): string {
  return createHash('sha1').update(normaliseText(text)).digest('hex').slice(0, 10);
}
