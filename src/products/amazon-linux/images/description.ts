import type { OsImage } from '../../../model/index.ts';
import { floatingImage, generationNamed } from './parts.ts';

/** `Amazon Linux 2023*`, `Amazon Linux AMI*x86_64*`: a pattern, because a sentence may begin with the same words. */
const DESCRIPTION = /^\s*\*?(?<name>Amazon Linux (?<generation>2023|2|AMI)(?![\w.])[^*\n]*\*[^\n]*)$/d;

/** What searches for an image by what it is described as. */
export function readDescription(text: string): OsImage | null {
  const groups = DESCRIPTION.exec(text);
  const range = groups?.indices?.groups?.['name'];
  if (range === undefined) return null;
  const product = generationNamed(groups?.groups?.['generation']);
  return floatingImage(product, 'ami', 'newest-match', { start: range[0], end: range[1] });
}
