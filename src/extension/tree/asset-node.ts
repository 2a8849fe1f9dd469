import { say, text, type Language } from '../../l10n/index.ts';
import {
  compareSeverity,
  compareText,
  isFileLocation,
  type AssetKind,
  type Text,
} from '../../model/index.ts';
import { escapeMarkdown } from '../../report/index.ts';
import type { AssetRow } from '../worker/asset-rows.ts';
import type { CodePlace, NodeKind, TreeNode } from './node.ts';
import { worstOf } from './severities.ts';

const KINDS: Partial<Record<AssetKind, NodeKind>> = {
  database: 'cluster',
  'global-cluster': 'global-cluster',
  'db-instance': 'instance',
  'auto-scaling-group': 'group',
};

/** What a tree knows of its assets beside their rows. */
export interface AssetContext {
  /** The path of the folder that declares them; null for what runs. */
  folder: string | null;
  /** Where the code of an asset is. */
  codeOf(row: AssetRow): CodePlace | null;
  /** What else is to be said of an asset. */
  notesOf?(row: AssetRow): readonly Text[];
  language: Language;
}

/** The row of an asset, and the instances of a cluster below it. */
export function assetNode(row: AssetRow, members: readonly AssetRow[], context: AssetContext): TreeNode {
  const { folder, language } = context;
  const description = descriptionOf(row, language);
  const kind = say(text(`panel.kind.${row.kind}`), language);
  return {
    key: `${folder ?? ''} ${row.id}`,
    kind: KINDS[row.kind] ?? 'image',
    label: shortName(row),
    description: [description, kind].filter((part) => part !== '').join(' · '),
    tooltip: tooltipOf(row, context.notesOf?.(row) ?? [], language),
    spoken: [kind, row.name, description].join(', '),
    severity: worstOf([row, ...members].map(({ severity }) => severity)),
    assetId: row.id,
    folder,
    code: context.codeOf(row),
    running: isFileLocation(row.location) ? null : { kind: row.kind, name: row.name, arn: row.location.arn },
    children:
      members.length === 0 ? null : () => worstFirst(members).map((member) => assetNode(member, [], context)),
  };
}

/** The worst first, then by name. */
export function worstFirst<T extends Pick<AssetRow, 'severity' | 'name' | 'id'>>(rows: readonly T[]): T[] {
  return [...rows].sort(
    (a, b) =>
      compareSeverity(a.severity ?? 'info', b.severity ?? 'info') ||
      compareText(a.name, b.name) ||
      compareText(a.id, b.id),
  );
}

/** Instances belong below the cluster that they are members of, where that is among the rows. */
export function withMembers(rows: readonly AssetRow[]): {
  tops: readonly AssetRow[];
  members: ReadonlyMap<string, readonly AssetRow[]>;
} {
  const ids = new Set(rows.map(({ id }) => id));
  const isMember = ({ kind, owner }: AssetRow): boolean =>
    kind === 'db-instance' && owner !== null && ids.has(owner);
  return {
    tops: rows.filter((row) => !isMember(row)),
    members: Map.groupBy(rows.filter(isMember), ({ owner }) => owner ?? ''),
  };
}

/** A part of an address, with the key of one of several: `shop["eu"]`. */
const PART = /[^.[]+(?:\[[^\]]*\])?/g;
/** Parts that say what a resource is: `aws_rds_cluster` of Terraform, and `DatabaseCluster` of the CDK at the beginning. */
const TYPE = /^[a-z][a-z0-9]*_\w+$/;
const CLASS = /^[A-Z]\w*$/;

/** `shop` of `aws_rds_cluster.shop`: a row is narrow. Its tooltip, and what is spoken, have all of it. */
function shortName({ name, location }: AssetRow): string {
  const parts: readonly string[] = isFileLocation(location) ? (name.match(PART) ?? []) : [];
  const kept = parts.filter((part, i) => {
    if (i === parts.length - 1 || parts[i - 1] === 'module') return true;
    return !(part === 'module' || part === 'data' || TYPE.test(part) || (i === 0 && CLASS.test(part)));
  });
  return kept.length === 0 ? name : kept.join('.');
}

/** What matters first, because a row may be cut off: `2.11.1 · 9 urgent · database.tf · support ended` */
function descriptionOf(
  { version, unknown, versions, counts, support, location }: AssetRow,
  language: Language,
): string {
  const { declared, running, pending } = versions;
  const parts: string[] = [];
  if (version !== null) parts.push(version);
  else if (unknown !== null) parts.push(say(text('tree.versionUnknown'), language));
  if (running !== null && declared !== null && declared !== running) {
    parts.push(say(text('tree.declared', { version: declared }), language));
  }
  if (pending !== null) parts.push(say(text('tree.pending', { version: pending }), language));
  if (counts !== null && counts.urgent > 0) {
    const words = text('tree.count', { count: counts.urgent, severity: text('urgency.urgent') });
    parts.push(say(words, language));
  }
  if (isFileLocation(location)) parts.push(location.file);
  if (support?.hasEnded === true) parts.push(say(text('tree.supportEnded'), language));
  return parts.join(' · ');
}

function tooltipOf(
  { name, kind, version, unknown, says, support, location }: AssetRow,
  notes: readonly Text[],
  language: Language,
): string {
  const words = (message: Text): string => escapeMarkdown(say(message, language));
  const place = isFileLocation(location) ? `${location.file}:${location.line}` : location.arn;
  const head =
    `**${escapeMarkdown(name)}** · ` +
    `${words(text(`panel.kind.${kind}`))}${version === null ? '' : ` ${escapeMarkdown(version)}`}`;
  // An instance is told of at its cluster.
  const why = unknown === null || says.length > 0 ? [] : [unknown.reason, unknown.next];
  const said = [...says, ...why, ...notes].map(words);
  const supported = support === null ? [] : [words(support.text)].filter((each) => !said.includes(each));
  return [head, ...said, ...supported, escapeMarkdown(place)].join('\n\n');
}
