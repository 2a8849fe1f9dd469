import { say, text, type Language } from '../../l10n/index.ts';
import {
  isFileLocation,
  accountRegionOf,
  type AssetKind,
  type CheckRow,
  type Location,
  type Text,
} from '../../model/index.ts';
import { noteSentences, overviewTables } from '../../report/index.ts';
import type {
  ChecklistView,
  FixView,
  LoopView,
  PlaceView,
  ResourceView,
  RowView,
} from '../webview/checklist/messages.ts';
import { kindWords } from '../kind-words.ts';
import type { PanelChecklist } from '../worker/protocol.ts';
import { pageWords } from './page-words.ts';

/** In the order of the page: first clusters and groups, then their resources. */
const KIND_ORDER: readonly AssetKind[] = [
  'database',
  'auto-scaling-group',
  'launch-template',
  'target-group',
];

/** A row with its checklist. */
export interface RowSource {
  checklist: PanelChecklist;
  row: CheckRow;
  /** Index of the row in the checklist. */
  index: number;
}

type Translate = (message: Text) => string;

/**
 * View of all checklists for the page.
 * @param mayWrite false in Restricted Mode: the page offers no fix, acceptance or export
 */
export function checklistView(
  checklists: readonly PanelChecklist[],
  language: Language,
  mayWrite: boolean,
): ChecklistView {
  const words: Translate = (message) => say(message, language);
  const rows = checklists.flatMap((checklist) =>
    checklist.rows.map((row, index) => rowView({ checklist, row, index }, words, mayWrite)),
  );
  return {
    words: pageWords(language),
    mayWrite,
    summary: checklistSummary(checklists, words),
    loops: checklists.flatMap((checklist) => loopViews(checklist, words)),
    resources: checklists.flatMap((checklist) => resourceViews(checklist, words, mayWrite)),
    tables: checklists.flatMap(({ folder, overview }) =>
      overviewTables(overview, language).map(({ assetId, kind, ...table }) => ({
        key: `${resourceKey(folder, assetId)} ${kind}`,
        resource: resourceKey(folder, assetId),
        ...table,
      })),
    ),
    rows,
  };
}

/** Locations of a row's evidence: settings in files, or else the running resource. */
export function evidenceLocations({ checklist, row, index }: RowSource): readonly Location[] {
  const inFiles = checklist.places[index] ?? [];
  return inFiles.length > 0 ? inFiles : [row.location];
}

/** Key of a row; does not change with updates. */
export function rowKey({ checklist, row }: Pick<RowSource, 'checklist' | 'row'>): string {
  return `${resourceKey(checklist.folder, row.assetId)} ${row.id}`;
}

/**
 * Key of a resource.
 * @param folder null for a running resource
 */
export function resourceKey(folder: string | null, assetId: string): string {
  return `${folder ?? ''} ${assetId}`;
}

/** Name of a resource with account and Region, without which it is not unique. */
export function nameWithAccount({ name, location }: PanelChecklist['resources'][number]): string {
  return [name, ...accountRegionOf(location)].join(' · ');
}

function needsAction(row: CheckRow): boolean {
  return row.answer === 'fail' && row.accepted === null;
}

function checklistSummary(checklists: readonly PanelChecklist[], words: Translate): string {
  const rows = checklists.flatMap((checklist) => checklist.rows);
  if (rows.length === 0) return words(text('checklist.none'));
  const count = (test: (row: CheckRow) => boolean): number => rows.filter(test).length;
  return words(
    text('checklist.summary', {
      pass: count(({ answer }) => answer === 'pass'),
      fail: count(needsAction),
      must: count((row) => needsAction(row) && row.level === 'must'),
      unknown: count(({ answer }) => answer === 'unknown'),
      accepted: count((row) => row.answer === 'fail' && row.accepted !== null),
      assets: checklists.reduce((sum, { resources }) => sum + resources.length, 0),
      asOf: checklists.map(({ asOf }) => asOf).sort()[0] ?? '',
    }),
  );
}

function resourceViews(
  { folder, resources, rows, fixable }: PanelChecklist,
  words: Translate,
  mayWrite: boolean,
): ResourceView[] {
  const rank = (kind: AssetKind): number =>
    KIND_ORDER.includes(kind) ? KIND_ORDER.indexOf(kind) : KIND_ORDER.length;
  return [...resources]
    .sort((a, b) => rank(a.kind) - rank(b.kind))
    .map(({ id, kind, product, name, location }) => {
      const own = rows.filter(({ assetId }) => assetId === id);
      const pass = own.filter(({ answer }) => answer === 'pass').length;
      const must = own.filter((row) => needsAction(row) && row.level === 'must').length;
      const fixableHere = fixable.filter(({ assetId }) => assetId === id).length;
      const answered = own.filter(({ answer }) => answer === 'pass' || answer === 'fail').length;
      return {
        key: resourceKey(folder, id),
        name,
        kind: [words(kindWords({ kind, product })), ...accountRegionOf(location)].join(' · '),
        score: words(text('panel.score', { pass, asked: answered })),
        pass,
        answered,
        mustFailures: must === 0 ? null : words(text('panel.mustFail', { must })),
        fixAll:
          fixableHere < 2 || !mayWrite ? null : words(text('panel.fixAll.short', { count: fixableHere })),
      };
    });
}

function rowView(source: RowSource, words: Translate, mayWrite: boolean): RowView {
  const { checklist, row } = source;
  const evidence = words(row.evidence);
  const missing = row.missing.map(words);
  const resource = checklist.resources.find(({ id }) => id === row.assetId);
  const resourceName = resource === undefined ? row.assetId : nameWithAccount(resource);
  return {
    key: rowKey(source),
    resource: resourceKey(checklist.folder, row.assetId),
    resourceName,
    level: row.level,
    answer: row.answer,
    title: words(row.title),
    evidence,
    // A single missing setting is already named as the evidence.
    missing: missing.length > 1 ? missing : [],
    notes: noteSentences(row).map(words),
    places: evidenceLocations(source).map((place) =>
      placeView(place, checklist.readAt ?? checklist.asOf, words),
    ),
    why: words(row.why),
    fix: fixView(source, resourceName, words, mayWrite),
    caution: row.care === null ? null : words(row.care),
    accepted: row.accepted === null ? null : words(text('checklist.accepted', row.accepted)),
    canAccept: mayWrite && needsAction(row),
    help: row.helpUri,
  };
}

function fixView(
  { checklist, row }: RowSource,
  resource: string,
  words: Translate,
  mayWrite: boolean,
): FixView | null {
  const { fix } = row;
  if (fix === null) return null;
  const isFixableInFile =
    mayWrite && checklist.fixable.some(({ assetId, check }) => assetId === row.assetId && check === row.id);
  const label = text('panel.fix.label', { fix: fix.title, check: row.title, resource });
  const snippet = snippetOf({ checklist, row });
  return {
    title: words(fix.title),
    command: fix.command,
    snippet,
    fixInFile: isFixableInFile ? words(label) : null,
  };
}

/** Code that fixes a check when it is copied into a program; null if there is none. */
export function snippetOf({ checklist, row }: Pick<RowSource, 'checklist' | 'row'>): string | null {
  const own = checklist.snippets.find(({ assetId, check }) => assetId === row.assetId && check === row.id);
  return own?.code ?? null;
}

/**
 * A location as a row shows it.
 * @param readAt time of the account scan
 */
function placeView(location: Location, readAt: string, words: Translate): PlaceView {
  if (!isFileLocation(location)) {
    const place = { place: location.arn, date: readAt.slice(0, 10) };
    return { label: words(text('panel.asOf', place)), open: null };
  }
  const label = `${location.file}:${location.line}`;
  return { label, open: words(text('panel.open', { place: label })) };
}

function loopViews({ folder, findings, chains }: PanelChecklist, words: Translate): LoopView[] {
  return findings
    .filter(({ suppressed }) => suppressed === null)
    .map(({ assetId, message }) => ({
      key: resourceKey(folder, assetId),
      resource: resourceKey(folder, assetId),
      message: words(message).replaceAll('`', ''),
      chain: (chains.find((chain) => chain.assetId === assetId)?.links ?? []).map((link) => ({
        title: words(text(`panel.chain.${link.part}`)),
        name: link.name ?? '',
        state: link.state,
        stateWord: words(text(`panel.state.${link.state}`)),
        detail: words(text('report.parts', { parts: link.evidence })),
      })),
    }));
}
