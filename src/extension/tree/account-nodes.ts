import { say, text, type Language } from '../../l10n/index.ts';
import { compareText, isFileLocation, type AssetKind } from '../../model/index.ts';
import { escapeMarkdown } from '../../report/index.ts';
import type { AssetRow } from '../worker/asset-rows.ts';
import type { AccountRows } from '../worker/protocol.ts';
import { assetNode, sortWorstFirst, separateMembers, type AssetContext } from './asset-node.ts';
import type { CodePlace, TreeNode } from './node.ts';
import { passesFilter, highestSeverity, type SeverityFilter } from './severities.ts';

/** Order of asset kinds: clusters, then global databases, groups and images. */
const KIND_ORDER: readonly AssetKind[] = [
  'database',
  'global-cluster',
  'db-instance',
  'auto-scaling-group',
  'operating-system',
];

/**
 * Rows for accounts, their Regions and running resources, followed by problems of reading. Lower levels are created
 * when their parent is expanded.
 */
export function accountNodes(scan: AccountRows, filter: SeverityFilter, language: Language): TreeNode[] {
  const { tops, members } = separateMembers(scan.rows);
  const context: AssetContext = {
    folder: null,
    codeOf: (row) => codeOf(scan, row),
    notesOf: ({ id }) => scan.ambiguous.get(id) ?? [],
    language,
  };
  const membersOf = ({ id }: AssetRow): readonly AssetRow[] => members.get(id) ?? [];
  const worst = (row: AssetRow): AssetRow['severity'] =>
    highestSeverity([row.severity, ...membersOf(row).map(({ severity }) => severity)]);
  const shown = tops.filter((row) => passesFilter(worst(row), filter));
  const accounts = [...Map.groupBy(shown, accountOf)].sort(([a], [b]) => compareText(a, b));
  return [...accounts.map(([account, rows]) => accountNode(account, rows)), ...problemNodes(scan, language)];

  function accountNode(account: string, rows: readonly AssetRow[]): TreeNode {
    const profiles = scan.summary.accounts.flatMap((each) =>
      each.account === account ? [each.profile] : [],
    );
    const regions = (): TreeNode[] =>
      [...Map.groupBy(rows, regionOf)]
        .sort(([a], [b]) => compareText(a, b))
        .map(([region, own]) => regionNode(account, region, own));
    return {
      ...placeNode(account, rows, profiles),
      kind: 'account',
      label: account,
      children: regions,
    };
  }

  function regionNode(account: string, region: string, rows: readonly AssetRow[]): TreeNode {
    const assets = (): TreeNode[] =>
      KIND_ORDER.flatMap((kind) => sortWorstFirst(rows.filter((row) => row.kind === kind))).map((row) =>
        assetNode(row, membersOf(row), context),
      );
    return {
      ...placeNode(`${account} ${region}`, rows, []),
      kind: 'region',
      label: region,
      children: assets,
    };
  }

  function placeNode(
    key: string,
    rows: readonly AssetRow[],
    names: readonly string[],
  ): Omit<TreeNode, 'kind' | 'label' | 'children'> {
    const databases = rows.filter(({ kind }) => kind === 'database').length;
    const counts = [
      ...(databases > 0 ? [text('tree.databases', { count: databases })] : []),
      ...(rows.length > databases ? [text('tree.others', { count: rows.length - databases })] : []),
    ];
    const description = [...names, ...counts.map((each) => say(each, language))].join(' · ');
    return {
      key,
      description,
      tooltip: escapeMarkdown(`${key} · ${description}`),
      spoken: `${key}, ${description}`,
      severity: highestSeverity(rows.map(worst)),
      support: null,
      assetId: null,
      folder: null,
      code: null,
      running: null,
    };
  }
}

function accountOf({ location }: AssetRow): string {
  return isFileLocation(location) ? '' : location.account;
}

function regionOf({ location }: AssetRow): string {
  return isFileLocation(location) ? '' : location.region;
}

function codeOf({ declarations }: AccountRows, row: AssetRow): CodePlace | null {
  const place = declarations.get(row.id) ?? declarations.get(row.owner ?? '');
  return place !== undefined && isFileLocation(place.location)
    ? { folder: place.folder, location: place.location }
    : null;
}

/** Rows for what could not be read, placed where its resources would be. No filter hides them. */
function problemNodes({ problems }: AccountRows, language: Language): TreeNode[] {
  if (problems.length === 0) return [];
  const nodes = problems.map(({ source, text: message }, index): TreeNode => {
    const words = say(message, language);
    return {
      ...NO_ASSET,
      key: `problem ${index}`,
      kind: 'problem',
      label: source,
      description: words,
      tooltip: escapeMarkdown(words),
      spoken: `${source}, ${words}`,
      children: null,
    };
  });
  const label = say(text('tree.notReadable'), language);
  const description = String(problems.length);
  return [
    {
      ...NO_ASSET,
      key: 'problems',
      kind: 'section',
      label,
      description,
      tooltip: escapeMarkdown(label),
      spoken: `${label}, ${description}`,
      children: () => nodes,
    },
  ];
}

const NO_ASSET = {
  severity: null,
  support: null,
  assetId: null,
  folder: null,
  code: null,
  running: null,
} as const;
