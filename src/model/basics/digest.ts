import { createHash } from 'node:crypto';

/** The text in lower case with every run of other characters than a–z and 0–9 replaced by one blank, trimmed. */
export function normaliseText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** First 10 hex digits of the SHA-1 of the normalised text: the same when punctuation or case is reworded. */
export function digestOf(text: string): string {
  return createHash('sha1').update(normaliseText(text)).digest('hex').slice(0, 10);
}
