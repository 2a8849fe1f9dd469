import { NO_ROOTS, type ChecklistResult } from '../../report/index.ts';
import type { PanelChecklist } from '../worker/protocol.ts';
import { resourceKey, rowKey, type RowSource } from './view.ts';

/** Merges all checklists for the export. */
export function joinChecklists(checklists: readonly PanelChecklist[]): ChecklistResult {
  const [first, ...others] = checklists;
  return {
    rows: checklists.flatMap(({ rows }) => rows),
    findings: checklists.flatMap(({ findings }) => findings),
    overview: {
      clusters: checklists.flatMap(({ overview }) => overview.clusters),
      groups: checklists.flatMap(({ overview }) => overview.groups),
    },
    problems: checklists.flatMap(({ problems }) => problems),
    asOf: first?.asOf ?? '',
    paths: first === undefined || others.length > 0 ? NO_ROOTS : first.paths,
  };
}

/** Finds a declared resource by its key on the page; null for running resources, and if it no longer exists. */
export function resourceWithKey(
  checklists: readonly PanelChecklist[],
  key: string,
): { folder: string; assetId: string } | null {
  for (const { folder, resources } of checklists) {
    const found = resources.find(({ id }) => resourceKey(folder, id) === key);
    if (found !== undefined) return folder === null ? null : { folder, assetId: found.id };
  }
  return null;
}

/** Finds a row by its key on the page; null if it no longer exists. */
export function rowWithKey(checklists: readonly PanelChecklist[], key: string): RowSource | null {
  for (const checklist of checklists) {
    const index = checklist.rows.findIndex((row) => rowKey({ checklist, row }) === key);
    const row = checklist.rows[index];
    if (row !== undefined) return { checklist, row, index };
  }
  return null;
}
