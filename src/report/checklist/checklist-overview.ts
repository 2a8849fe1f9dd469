import type { ClusterSource, LogSafeguard, Overview, ReplacementTrigger } from '../../analysis/index.ts';
import { say, text, type Language } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';

/** A cell of an overview, in words. */
export interface OverviewCell {
  /** `good` and `bad` get a colour; `plain` states a fact without a judgement. */
  state: 'good' | 'bad' | 'unknown' | 'plain' | 'none';
  text: string;
  /** Evidence for the cell's text. */
  detail: string | null;
}

/** An overview of a resource, the same in every format. */
export interface OverviewTable {
  assetId: string;
  kind: 'sources' | 'triggers' | 'ways';
  caption: string;
  columns: readonly string[];
  rows: readonly { id: string; mark: string | null; cells: readonly OverviewCell[] }[];
}

const TRIGGER_CELLS = { unknown: 'unknown', acts: 'plain', rests: 'none' } as const satisfies Record<
  ReplacementTrigger['state'],
  OverviewCell['state']
>;

type Translate = (message: Text) => string;

/** Tables of a checklist's overviews, in a language. */
export function overviewTables({ clusters, groups }: Overview, language: Language): OverviewTable[] {
  const words: Translate = (message) => say(message, language);
  return [
    ...clusters.map((cluster) => sourcesTable(cluster, words)),
    ...groups.flatMap(({ assetId, triggers, logWays }) => [
      triggersTable(assetId, triggers, words),
      logSafeguardsTable(assetId, logWays, words),
    ]),
  ];
}

function sourcesTable(
  { assetId, engine, version, sources }: Overview['clusters'][number],
  words: Translate,
): OverviewTable {
  return {
    assetId,
    kind: 'sources',
    caption: words(
      version === null ? text('overview.sources') : text('overview.sources.of', { engine, version }),
    ),
    columns: ['overview.source', 'overview.written', 'overview.exported', 'overview.kept'].map((key) =>
      words({ key, args: {} }),
    ),
    rows: sources.map((source) => ({
      id: source.id,
      mark: source.isIndispensable ? words(text('overview.indispensable')) : null,
      cells: [
        plainCell(words(text(`source.${source.id}`))),
        judgedCell(source.written, source.isIndispensable, words),
        source.exported === null
          ? { state: 'none', text: words(text('overview.notNeeded')), detail: null }
          : exportedCell(source.exported, source.isIndispensable, words),
        plainCell(words(source.kept)),
      ],
    })),
  };
}

function triggersTable(
  assetId: string,
  triggers: readonly ReplacementTrigger[],
  words: Translate,
): OverviewTable {
  return {
    assetId,
    kind: 'triggers',
    caption: words(text('overview.triggers')),
    columns: ['overview.trigger', 'overview.acts', 'overview.replaces'].map((key) =>
      words({ key, args: {} }),
    ),
    rows: triggers.map(({ id, state, evidence }) => ({
      id,
      mark: null,
      cells: [
        plainCell(words(text(`trigger.${id}`))),
        {
          state: TRIGGER_CELLS[state],
          text: words(state === 'unknown' ? text('overview.state.unknown') : text(`overview.state.${state}`)),
          detail: words(evidence),
        },
        plainCell(words(text(`trigger.${id}.replaces`))),
      ],
    })),
  };
}

/** Table of the ways to save logs. They are alternatives, so a missing one is no failure. */
function logSafeguardsTable(assetId: string, ways: readonly LogSafeguard[], words: Translate): OverviewTable {
  return {
    assetId,
    kind: 'ways',
    caption: words(text('overview.ways')),
    columns: ['overview.way', 'overview.present', 'overview.saves'].map((key) => words({ key, args: {} })),
    rows: ways.map(({ id, isPresent }) => ({
      id,
      mark: null,
      cells: [
        plainCell(words(text(`logWay.${id}`))),
        judgedCell(isPresent, false, words),
        plainCell(words(text(`logWay.${id}.saves`))),
      ],
    })),
  };
}

function judgedCell(
  { outcome, evidence }: ClusterSource['written'],
  isNeeded: boolean,
  words: Translate,
): OverviewCell {
  const cellStates = { pass: 'good', fail: isNeeded ? 'bad' : 'none', unknown: 'unknown' } as const;
  return {
    state: cellStates[outcome],
    text: words(text(`overview.state.${outcome}`)),
    detail: words(evidence),
  };
}

/** Cell of a log's export. An export that is not needed is a plain "no". */
function exportedCell(link: ClusterSource['written'], isNeeded: boolean, words: Translate): OverviewCell {
  const cell = judgedCell(link, isNeeded, words);
  return link.evidence.key === 'evidence.notExported' ? { ...cell, detail: null } : cell;
}

function plainCell(words: string): OverviewCell {
  return { state: 'plain', text: words, detail: null };
}
