import {
  checklistOf,
  incidentChain,
  replacementLoops,
  sharedContext,
  type Checklist,
  type ChecklistOptions,
} from '../../analysis/index.ts';
import { readConfigAbove } from '../../config/index.ts';
import { fixFor, type ReadFile } from '../../edits/index.ts';
import type { Catalogue, CheckRow, Inventory, Problem } from '../../model/index.ts';
import { evidencePlaces } from './evidence-places.ts';
import type { FixChoice, FolderChecklist, PreparedFix } from './protocol.ts';

/** What the checklist of a folder is evaluated from. */
export interface ChecklistQuestion {
  folder: string;
  inventory: Inventory;
  catalogue: Catalogue;
  options: ChecklistOptions;
  read: ReadFile;
}

/** The checklist of a folder as the panel shows it. */
export async function folderChecklist(question: ChecklistQuestion): Promise<FolderChecklist> {
  const { folder, inventory, catalogue, options } = question;
  const { checklist, problems } = await evaluated(question);
  const asked = new Set(checklist.rows.map(({ assetId }) => assetId));
  return {
    ...checklist,
    folder,
    problems: [...problems, ...checklist.problems, ...inventory.problems],
    asOf: catalogue.asOf,
    resources: inventory.assets
      .filter(({ id }) => asked.has(id))
      .map(({ id, kind, name, location }) => ({ id, kind, name, location })),
    chains: replacementLoops(sharedContext(catalogue, inventory, options)).map((loop) => ({
      assetId: loop.group.id,
      links: incidentChain(loop),
    })),
    places: checklist.rows.map(evidencePlaces(inventory.assets, question.read)),
    mendable: checklist.rows
      .filter((row) => isMendable(row, question))
      .map(({ assetId, id }) => ({ assetId, check: id })),
  };
}

/** The failed checks of a resource that an edit of the code mends. */
export async function fixChoices(question: ChecklistQuestion, assetId: string): Promise<FixChoice[]> {
  const { checklist } = await evaluated(question);
  return checklist.rows
    .filter((row) => row.assetId === assetId && isMendable(row, question))
    .flatMap(({ id, fix }) => (fix === null ? [] : [{ check: id, title: fix.title }]));
}

/** The fix of one check of one resource with the text that its edits are for; null when nothing is to be mended. */
export async function preparedFix(
  question: ChecklistQuestion,
  assetId: string,
  check: string,
): Promise<PreparedFix | null> {
  const { inventory, read } = question;
  const { checklist } = await evaluated(question);
  const row = checklist.rows.find((each) => each.assetId === assetId && each.id === check);
  const offer = row === undefined ? null : fixFor(row, inventory.assets, read);
  if (row?.fix === undefined || row.fix === null || offer === null) return null;
  const { title, command } = row.fix;
  const files = 'edits' in offer ? offer.edits : [];
  return {
    title,
    command,
    files: files.flatMap(({ file, edits }) => {
      const source = read(file);
      return source === null ? [] : [{ file, edits, text: source.text }];
    }),
  };
}

async function evaluated({
  folder,
  inventory,
  catalogue,
  options,
}: ChecklistQuestion): Promise<{ checklist: Checklist; problems: readonly Problem[] }> {
  const { config, problems } = await readConfigAbove(folder);
  return { checklist: checklistOf(catalogue, inventory, config, options), problems };
}

function isMendable(row: CheckRow, { inventory, read }: ChecklistQuestion): boolean {
  if (row.answer !== 'fail' || row.fix === null || row.fix.changes.length === 0) return false;
  const offer = fixFor(row, inventory.assets, read);
  return offer !== null && 'edits' in offer;
}
