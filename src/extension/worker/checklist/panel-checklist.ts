import path from 'node:path';
import {
  notesDays,
  checklistOf,
  incidentChain,
  replacementLoops,
  sharedContext,
  withKnownIssues,
  type Checklist,
} from '../../../analysis/index.ts';
import { fixFor, fixForAll, type FixOffer } from '../../../edits/index.ts';
import { text } from '../../../l10n/index.ts';
import { type CheckRow } from '../../../model/index.ts';
import { idRootOf } from '../../../inventory/index.ts';
import { NO_ROOTS } from '../../../report/index.ts';
import { evidencePlaces } from './evidence-places.ts';
import type { ChecklistQuestion } from './questions.ts';
import type { FixChoice, PanelChecklist, PreparedFix } from '../protocol.ts';

/** Adds the panel's data to the checklist. */
export function panelChecklist(question: ChecklistQuestion): PanelChecklist {
  const { folder, readAt, inventory, catalogue, config, problems, options } = question;
  const known = withKnownIssues(catalogue, config.knownIssues);
  const context = sharedContext(known, inventory, { ...options, features: config.features, config });
  const checklist = evaluateChecklist(question);
  const checkedAssets = new Set(checklist.rows.map(({ assetId }) => assetId));
  return {
    ...checklist,
    folder,
    readAt,
    problems: [...problems, ...checklist.problems, ...inventory.problems],
    asOf: notesDays(
      catalogue,
      inventory.assets.map(({ product }) => product),
    ).words,
    paths: folder === null ? NO_ROOTS : { root: folder.replaceAll(path.sep, '/'), idRoot: idRootOf(folder) },
    resources: inventory.assets
      .filter(({ id }) => checkedAssets.has(id))
      .map(({ id, kind, product, name, location }) => ({ id, kind, product, name, location })),
    chains: replacementLoops(context).map((loop) => ({
      assetId: loop.group.id,
      links: incidentChain(loop),
    })),
    places: checklist.rows.map(evidencePlaces(inventory.assets, question.read)),
    fixable: checklist.rows
      .filter((row) => isFixable(row, question))
      .map(({ assetId, id }) => ({ assetId, check: id })),
    snippets: checklist.rows.flatMap((row) => {
      const offer = fixOfRow(row, question);
      const { assetId, id } = row;
      return offer !== null && 'snippet' in offer ? [{ assetId, check: id, code: offer.snippet }] : [];
    }),
  };
}

/** Failed checks of a resource that an edit can fix. */
export function fixChoices(question: ChecklistQuestion, assetId: string): FixChoice[] {
  return evaluateChecklist(question)
    .rows.filter((row) => row.assetId === assetId && isFixable(row, question))
    .flatMap(({ id, fix }) => (fix === null ? [] : [{ check: id, title: fix.title }]));
}

/** Fix of one check, with the text that its edits apply to; null if there is nothing to fix. */
export function preparedFix(question: ChecklistQuestion, assetId: string, check: string): PreparedFix | null {
  const { inventory, read } = question;
  const row = evaluateChecklist(question).rows.find((each) => each.assetId === assetId && each.id === check);
  const offer = row === undefined ? null : fixFor(row, inventory.assets, read);
  if (row?.fix === undefined || row.fix === null || offer === null) return null;
  const { title, command } = row.fix;
  const snippet = 'snippet' in offer ? offer.snippet : null;
  return { title, command, snippet, files: filesOf(offer, read) };
}

/** Fix of all failed checks of a resource that edits can fix; null if there is nothing to fix. */
export function preparedFixOfAll(question: ChecklistQuestion, assetId: string): PreparedFix | null {
  const { inventory, read } = question;
  const rows = evaluateChecklist(question).rows.filter((row) => row.assetId === assetId && row.fix !== null);
  const resource = assetId.split('#').at(-1) ?? assetId;
  const title = text('fix.all', { resource });
  const offer = fixForAll(rows, title, inventory.assets, read);
  return offer && { title, command: '', snippet: null, files: filesOf(offer, read) };
}

function filesOf(offer: FixOffer, read: ChecklistQuestion['read']): PreparedFix['files'] {
  return ('edits' in offer ? offer.edits : []).flatMap(({ file, edits }) => {
    const source = read(file);
    return source === null ? [] : [{ file, edits, text: source.text }];
  });
}

function evaluateChecklist({ inventory, catalogue, config, options }: ChecklistQuestion): Checklist {
  return checklistOf(catalogue, inventory, config, options);
}

function isFixable(row: CheckRow, question: ChecklistQuestion): boolean {
  const offer = fixOfRow(row, question);
  return offer !== null && 'edits' in offer;
}

function fixOfRow(row: CheckRow, { inventory, read }: ChecklistQuestion): FixOffer | null {
  return row.fix === null || row.fix.changes.length === 0 ? null : fixFor(row, inventory.assets, read);
}
