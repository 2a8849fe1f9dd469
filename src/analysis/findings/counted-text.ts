import { text } from '../../l10n/index.ts';
import type { AssetCounts, Text } from '../../model/index.ts';

/** The two numbers of a diagnostic: `8 urgent known bugs, 164 in all`. */
export function countedText({ urgent, apply }: Pick<AssetCounts, 'urgent' | 'apply'>): Text {
  return text('finding.bugs.counts', {
    urgent: urgent === 0 ? text('finding.bugs.noneUrgent') : text('finding.bugs.urgent', { count: urgent }),
    all: apply,
  });
}
