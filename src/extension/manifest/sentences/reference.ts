import type { Sentence } from './en.ts';

/** Reference to a sentence in package.json. */
export function sentence(key: Sentence): string {
  return `%${key}%`;
}
