import { adviceHead } from '../../analysis/index.ts';
import { say, text, type Language } from '../../l10n/index.ts';
import {
  compareSeverity,
  compareText,
  isFileLocation,
  type AssetKind,
  type ProductId,
  type Text,
} from '../../model/index.ts';
import { productName } from '../../products/index.ts';
import { countsText, escapeMarkdown, upstreamLine } from '../../report/index.ts';
import { kindWords } from '../kind-words.ts';
import type { AssetRow } from '../worker/asset-rows.ts';
import type { CodePlace, NodeKind, TreeNode } from './node.ts';
import { highestSeverity } from './severities.ts';

const KINDS: Partial<Record<AssetKind, NodeKind>> = {
  database: 'cluster',
  'global-cluster': 'global-cluster',
  'db-instance': 'instance',
  'auto-scaling-group': 'group',
};

/** Context that all assets of a tree share. */
export interface AssetContext {
  /** Path of the folder that declares the assets; null for running resources. */
  folder: string | null;
  /** Location of the code that declares an asset; null if unknown. */
  codeOf(row: AssetRow): CodePlace | null;
  /** Additional notes on an asset. */
  notesOf?(row: AssetRow): readonly Text[];
  language: Language;
}

/** Row of an asset. The instances of a cluster are below it. */
export function assetNode(row: AssetRow, members: readonly AssetRow[], context: AssetContext): TreeNode {
  const { folder, language } = context;
  const label = rowLabel(row);
  const description = descriptionOf(row, language);
  const kind = say(kindWords(row), language);
  const ended = row.support?.state === 'ended' ? [say(text('tree.supportEnded'), language)] : [];
  const place = isFileLocation(row.location) ? [row.location.file] : [];
  return {
    key: `${folder ?? ''} ${row.id}`,
    kind: KINDS[row.kind] ?? 'image',
    label,
    description: [...description, ...place].join(' · '),
    tooltip: tooltipOf(row, context.notesOf?.(row) ?? [], language),
    spoken: [kind, row.name, label, ...description, ...ended, ...summaryOf(row, language), ...place].join(
      ', ',
    ),
    severity: highestSeverity([row, ...members].map(({ severity }) => severity)),
    support: row.support?.state ?? null,
    assetId: row.id,
    folder,
    code: context.codeOf(row),
    running: isFileLocation(row.location) ? null : { kind: row.kind, name: row.name, arn: row.location.arn },
    children:
      members.length === 0
        ? null
        : () => sortWorstFirst(members).map((member) => assetNode(member, [], context)),
  };
}

/**
 * A single row for assets that several files declare alike, such as a cluster and its plan, or the stages of one
 * system. Their locations are below it.
 */
export function groupedNode(
  [first, ...others]: readonly [AssetRow, ...AssetRow[]],
  membersOf: (row: AssetRow) => readonly AssetRow[],
  context: AssetContext,
): TreeNode {
  const { language } = context;
  const node = assetNode(first, membersOf(first), context);
  if (others.length === 0) return node;
  const rows = [first, ...others];
  const places = rows.map((row) => {
    const own = assetNode(row, membersOf(row), context);
    return isFileLocation(row.location) ? { ...own, label: row.location.file, description: '' } : own;
  });
  const count = say(text('tree.places', { count: rows.length }), language);
  const description = [...descriptionOf(first, language), count];
  return {
    ...node,
    key: `${node.key} and others`,
    description: description.join(' · '),
    spoken: [node.spoken, count].join(', '),
    severity: highestSeverity(places.map(({ severity }) => severity)),
    children: () => places,
  };
}

/** Equal for assets that look alike: same kind, version, name and bugs. */
export function appearanceKey(row: AssetRow): string {
  const { kind, product, version, versions, counts } = row;
  return JSON.stringify([kind, product, version, versions, counts?.urgent, shortName(row)]);
}

/** Sorts by severity, the worst first, then by name. */
export function sortWorstFirst<T extends Pick<AssetRow, 'severity' | 'name' | 'id'>>(
  rows: readonly T[],
): T[] {
  return [...rows].sort(
    (a, b) =>
      compareSeverity(a.severity ?? 'info', b.severity ?? 'info') ||
      compareText(a.name, b.name) ||
      compareText(a.id, b.id),
  );
}

/** Separates instances whose cluster is in the list from all other rows. */
export function separateMembers(rows: readonly AssetRow[]): {
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

/** One segment of an address, with its index: `shop["eu"]`. */
const ADDRESS_SEGMENT = /[^.[]+(?:\[[^\]]*\])?/g;
/** Segments that name a type: `aws_rds_cluster` in Terraform, or `DatabaseCluster` at the start of a CDK path. */
const TERRAFORM_TYPE = /^[a-z][a-z0-9]*_\w+$/;
const CDK_CLASS = /^[A-Z]\w*$/;

/**
 * Name that fits a narrow row: `shop` for `aws_rds_cluster.shop`. The tooltip and the screen reader text have the full
 * address.
 */
function shortName({ name, location }: Pick<AssetRow, 'name' | 'location'>): string {
  const parts: readonly string[] = isFileLocation(location) ? (name.match(ADDRESS_SEGMENT) ?? []) : [];
  const kept = parts.filter((part, i) => {
    const isName = i === parts.length - 1 || parts[i - 1] === 'module';
    return isName || !isTypeSegment(part, i);
  });
  return kept.length === 0 ? name : kept.join('.');
}

/** True for a segment that names a type of resource or block, not the resource. */
function isTypeSegment(part: string, index: number): boolean {
  if (part === 'module' || part === 'data' || TERRAFORM_TYPE.test(part)) return true;
  return index === 0 && CDK_CLASS.test(part);
}

/** Label of a row: `Aurora MySQL 2.11.1`. The name for an asset without a version, and for an instance below its cluster. */
function rowLabel(row: AssetRow): string {
  if (!isNamedByVersion(row)) return shortName(row);
  const name = productName(row.product);
  if (row.version === null) return name;
  // Product names can end with a number that the version starts with: Amazon Linux 2023.
  const last = name.slice(name.lastIndexOf(' ') + 1);
  return row.version.startsWith(`${last}.`)
    ? name.slice(0, -last.length) + row.version
    : `${name} ${row.version}`;
}

function isNamedByVersion(row: AssetRow): row is AssetRow & { product: ProductId } {
  const { kind, product, owner, version, unknown } = row;
  const isMember = kind === 'db-instance' && owner !== null;
  return product !== null && !isMember && (version !== null || unknown !== null);
}

/** Description of a row, most important part first, because a narrow view cuts off the end: `9 urgent · shop`. */
function descriptionOf(row: AssetRow, language: Language): string[] {
  const { version, unknown, counts } = row;
  const { declared, running, pending } = row.versions;
  const words = (message: Text): string => say(message, language);
  const parts: string[] = [];
  if (version === null && unknown !== null) parts.push(words(text('tree.versionUnknown')));
  if (counts !== null && counts.urgent > 0)
    parts.push(words(text('tree.count', { count: counts.urgent, severity: text('urgency.urgent') })));
  if (running !== null && declared !== null && declared !== running)
    parts.push(words(text('tree.declared', { version: declared })));
  if (pending !== null) parts.push(words(text('tree.pending', { version: pending })));
  if (isNamedByVersion(row)) parts.push(shortName(row));
  else parts.push(version ?? words(kindWords(row)));
  return parts;
}

/** Advice and bug counts of an asset. */
function summaryOf({ product, advice, counts, upstream }: AssetRow, language: Language): string[] {
  const parts = [
    advice && (adviceHead(advice) ?? text('advice.head.stay')),
    counts && countsText({ product, counts, matching: 0 }),
    upstream === undefined ? null : upstreamLine(upstream),
  ];
  return parts.filter((each) => each !== null).map((each) => say(each, language));
}

function tooltipOf(row: AssetRow, notes: readonly Text[], language: Language): string {
  const { name, version, unknown, messages, support, location } = row;
  const words = (message: Text): string => escapeMarkdown(say(message, language));
  const place = isFileLocation(location) ? `${location.file}:${location.line}` : location.arn;
  const head =
    `**${escapeMarkdown(name)}** · ` +
    `${words(kindWords(row))}${version === null ? '' : ` ${escapeMarkdown(version)}`}`;
  // An instance repeats its cluster's reason only if the cluster's row is missing.
  const why = unknown === null || messages.length > 0 ? [] : [unknown.reason, unknown.next];
  const sentences = [...messages, ...why, ...notes].map(words);
  const supported = support === null ? [] : [words(support.text)].filter((each) => !sentences.includes(each));
  const summary = summaryOf(row, language).map(escapeMarkdown);
  return [head, ...supported, ...sentences, ...summary, escapeMarkdown(place)].join('\n\n');
}
