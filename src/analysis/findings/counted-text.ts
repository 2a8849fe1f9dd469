import { text } from '../../l10n/index.ts';
import type { AssetCounts, Text } from '../../model/index.ts';

/**
 * The two numbers of a diagnostic: `8 urgent known bugs, 164 in all`.
 * @param upstream name of the product whose bugs are among them, if any
 */
export function countedText(
  { urgent, apply }: Pick<AssetCounts, 'urgent' | 'apply'>,
  upstream: string | null = null,
): Text {
  return text('finding.bugs.counts', {
    urgent: urgent === 0 ? text('finding.bugs.noneUrgent') : text('finding.bugs.urgent', { count: urgent }),
    all: apply,
    upstream,
  });
}
