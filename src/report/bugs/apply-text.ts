import { text } from '../../l10n/index.ts';
import type { AssetCounts, Text } from '../../model/index.ts';

/** `164 apply here (191 listed; 28 need features that are off here; 1 recorded by your team)` */
export function applyText({ apply, listed, off, recorded }: AssetCounts): Text {
  const parts = [
    text('counts.listed', { count: listed }),
    ...(off === 0 ? [] : [text('counts.off', { count: off })]),
    ...(recorded === 0 ? [] : [text('counts.recorded', { count: recorded })]),
  ];
  return text('counts.apply', { apply, parts: text('report.parts', { parts }) });
}
