import type { Sentence } from './en.ts';

/** Placeholder in package.json for a sentence. */
export function sentence(key: Sentence): string {
  return `%${key}%`;
}
