import { parseReplacementOrigin } from '../../catalogue/index.ts';
import { text } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import type { WatchSettings } from '../contributions/settings.ts';

/** Problem of the address of a documentation mirror; null if it is valid or not set. */
export function originProblem({ docsOrigin }: WatchSettings): Text | null {
  if (docsOrigin === undefined || parseReplacementOrigin(docsOrigin) !== null) return null;
  return text('news.status.badOrigin', { written: docsOrigin });
}
