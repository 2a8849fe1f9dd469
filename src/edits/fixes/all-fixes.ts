import type {
  Asset,
  ChangeRequest,
  CheckRow,
  Fix,
  ParameterValues,
  SettingValue,
  Text,
} from '../../model/index.ts';
import { fixFor, type FixOffer, type ReadFile } from './fixes.ts';

/**
 * Fix for all failed checks of a resource that code can fix. A change that several checks need is made once. Null if
 * code can fix none.
 */
export function fixForAll(
  rows: readonly Pick<CheckRow, 'fix'>[],
  title: Text,
  assets: readonly Asset[],
  read: ReadFile,
): Extract<FixOffer, { edits: object }> | null {
  const editable = rows.flatMap(({ fix }) => {
    const offer = fix === null || fix.changes.length === 0 ? null : fixFor({ fix }, assets, read);
    return fix !== null && offer !== null && 'edits' in offer ? [fix] : [];
  });
  if (editable.length === 0) return null;
  const fix: Fix = { title, changes: mergeRequests(editable.flatMap(({ changes }) => changes)), command: '' };
  const offer = fixFor({ fix }, assets, read);
  return offer !== null && 'edits' in offer && !offer.edits.some(({ edits }) => overlap(edits))
    ? offer
    : null;
}

/** Merges requests for the same place. */
function mergeRequests(requests: readonly ChangeRequest[]): ChangeRequest[] {
  const byPlace = new Map<string, ChangeRequest>();
  for (const request of requests) {
    const key = placeOf(request);
    const known = byPlace.get(key);
    byPlace.set(key, known === undefined ? request : mergePair(known, request));
  }
  const all = [...byPlace.values()];
  // A copy of an instance would miss changes of the original, so it is left for a later fix.
  const isChanged = (id: string): boolean =>
    all.some((request) => request.assetId === id && request.kind === 'setting');
  return all.filter(({ kind, assetId }) => kind !== 'second-instance' || !isChanged(assetId));
}

function placeOf(request: ChangeRequest): string {
  return [request.kind, request.assetId, keyWithinKind(request)].join(' ');
}

/** Distinguishes requests of the same kind for the same asset; empty if there is only one. */
function keyWithinKind(request: ChangeRequest): string {
  switch (request.kind) {
    case 'setting':
      return request.setting;
    case 'log-group':
      return request.logType;
    case 'alarm':
      return request.metric;
    case 'event-subscription':
      return request.sourceType;
    default:
      return '';
  }
}

/** Merges two requests for the same place. The first wins if their values differ. */
function mergePair(first: ChangeRequest, second: ChangeRequest): ChangeRequest {
  if (first.kind === 'parameters' && second.kind === 'parameters')
    return { ...first, ...mergeValues(first, second) };
  if (first.kind === 'parameter-group' && second.kind === 'parameter-group')
    return { ...first, ...mergeValues(first, second) };
  if (first.kind === 'termination-hook' && second.kind === 'termination-hook') return { ...second, ...first };
  if (first.kind === 'balancer-logs' && second.kind === 'balancer-logs')
    return { ...first, logs: [...new Set([...first.logs, ...second.logs])] };
  if (first.kind === 'instance-role' && second.kind === 'instance-role')
    return { ...first, policies: [...new Set([...first.policies, ...second.policies])] };
  if (first.kind === 'setting' && second.kind === 'setting' && first.mode === 'add')
    return { ...first, value: [...new Set([...listOf(first.value), ...listOf(second.value)])] };
  return first;
}

/** Merges parameters. The first value wins; lists are joined, the first one's items first. */
function mergeValues(first: ParameterValues, second: ParameterValues): ParameterValues {
  const lists = [...new Set([...(first.lists ?? []), ...(second.lists ?? [])])];
  const parameters: Record<string, string> = { ...second.parameters, ...first.parameters };
  for (const name of lists) {
    const both = [first, second].flatMap((each) => each.parameters[name]?.split(',') ?? []);
    parameters[name] = [...new Set(both)].join(',');
  }
  return { parameters, lists };
}

function listOf(value: SettingValue): readonly SettingValue[] {
  return Array.isArray(value) ? (value as readonly SettingValue[]) : [value];
}

function overlap(
  edits: readonly { range: { line: number; column: number; endLine: number; endColumn: number } }[],
): boolean {
  const sorted = edits.map(({ range }) => range).sort((a, b) => a.line - b.line || a.column - b.column);
  return sorted.some((range, index) => {
    const next = sorted[index + 1];
    return (
      next !== undefined &&
      (next.line < range.endLine || (next.line === range.endLine && next.column < range.endColumn))
    );
  });
}
