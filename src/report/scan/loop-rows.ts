import { say, text } from '../../l10n/index.ts';
import type { Asset, Finding, Text } from '../../model/index.ts';
import { displayWidth, padToWidth, wrapSentence } from '../terminal/wrap.ts';
import { isText, placesOf } from './finding-places.ts';
import type { ScanTextOptions } from './text-options.ts';

/** A row for each Auto Scaling group that can replace healthy instances in a loop; `--verbose` adds the reasons. */
export function loopRows(
  findings: readonly Finding[],
  assets: readonly Asset[],
  { language, paint, width, limit }: ScanTextOptions,
): string[] {
  if (findings.length === 0) return [];
  const names = new Map(assets.map(({ id, name }) => [id, name]));
  const rows = findings.map((finding) => ({
    name: [groupOf(finding.message), ...finding.assetIds.slice(1).map((id) => names.get(id) ?? id)].join(
      ', ',
    ),
    place: placesOf(finding).join(', '),
  }));
  const shown = rows.slice(0, limit);
  const more = rows.length - shown.length;
  const widest = Math.max(...shown.map(({ name }) => displayWidth(name)));
  return [
    ...wrapSentence(say(text('scan.loops'), language), width, '', '').map(paint.bold),
    ...shown.flatMap(({ name, place }) =>
      wrapSentence(place, width, '    ', `  ${padToWidth(name, widest)}  `),
    ),
    ...(more > 0 ? [say(text('scan.moreFindings', { count: more }), language)] : []),
  ];
}

/** Name of a finding's first group. */
function groupOf({ args: { group, message } }: Text): string {
  if (typeof group === 'string') return group;
  return isText(message) ? groupOf(message) : '';
}
