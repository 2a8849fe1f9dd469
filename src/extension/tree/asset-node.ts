import { say, text, type Language } from '../../l10n/index.ts';
import { compareSeverity, compareText, SEVERITIES, type AssetKind } from '../../model/index.ts';
import { escapeMarkdown } from '../../report/index.ts';
import type { AssetRow } from '../worker/asset-rows.ts';
import type { NodeKind, TreeNode } from './node.ts';
import { worstOf } from './severities.ts';

const KINDS: Partial<Record<AssetKind, NodeKind>> = {
  'aurora-cluster': 'cluster',
  'global-cluster': 'global-cluster',
  'db-instance': 'instance',
  'auto-scaling-group': 'group',
};

/** The row of an asset, and the instances of a cluster below it. */
export function assetNode(
  row: AssetRow,
  members: readonly AssetRow[],
  folder: string | null,
  language: Language,
): TreeNode {
  const description = descriptionOf(row, language);
  return {
    key: `${folder ?? ''} ${row.id}`,
    kind: KINDS[row.kind] ?? 'image',
    label: row.name,
    description,
    tooltip: tooltipOf(row, language),
    spoken: [say(text(`panel.kind.${row.kind}`), language), row.name, description].join(', '),
    severity: worstOf([row, ...members].map(({ severity }) => severity)),
    assetId: row.id,
    folder,
    location: row.location,
    children:
      members.length === 0
        ? null
        : () => inOrder(members).map((member) => assetNode(member, [], folder, language)),
  };
}

/** The worst first, then by name. */
export function inOrder<T extends Pick<AssetRow, 'severity' | 'name' | 'id'>>(rows: readonly T[]): T[] {
  return [...rows].sort(
    (a, b) =>
      compareSeverity(a.severity ?? 'info', b.severity ?? 'info') ||
      compareText(a.name, b.name) ||
      compareText(a.id, b.id),
  );
}

/** `2.11.1 · 1 critical, 12 high · support ended` */
function descriptionOf({ version, versions, counts, support }: AssetRow, language: Language): string {
  const { declared, running, pending } = versions;
  const parts: string[] = [];
  if (version !== null) parts.push(version);
  if (running !== null && declared !== null && declared !== running) {
    parts.push(say(text('tree.declared', { version: declared }), language));
  }
  if (pending !== null) parts.push(say(text('tree.pending', { version: pending }), language));
  const counted = SEVERITIES.slice(0, 2).filter((severity) => (counts?.[severity] ?? 0) > 0);
  if (counts !== null && counted.length > 0) {
    const words = counted.map((severity) =>
      say(text('tree.count', { count: counts[severity], severity: text(`severity.${severity}`) }), language),
    );
    parts.push(words.join(', '));
  }
  if (support?.hasEnded === true) parts.push(say(text('tree.supportEnded'), language));
  return parts.join(' · ');
}

function tooltipOf({ name, kind, version, says, support, location }: AssetRow, language: Language): string {
  const words = (message: Parameters<typeof say>[0]): string => escapeMarkdown(say(message, language));
  const place = 'file' in location ? `${location.file}:${location.line}` : location.arn;
  const head = `**${escapeMarkdown(name)}** · ${words(text(`panel.kind.${kind}`))}${version === null ? '' : ` ${escapeMarkdown(version)}`}`;
  const said = says.map(words);
  const supported = support === null ? [] : [words(support.text)].filter((each) => !said.includes(each));
  return [head, ...said, ...supported, escapeMarkdown(place)].join('\n\n');
}
