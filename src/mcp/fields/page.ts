import * as z from 'zod';
import { text } from '../../l10n/index.ts';
import { Refusal } from '../refusal.ts';

const MAX_ROWS = 100;
/** Cursor: the index of a page's first row. */
const CURSOR = /^\d{1,7}$/;

/** Arguments of every tool that answers with a list. */
export const PAGE_INPUT = {
  limit: z.int().min(1).max(MAX_ROWS).default(10).describe('Largest number of rows'),
  cursor: z.string().optional().describe('nextCursor of the previous answer'),
};

export const PAGE_OUTPUT = {
  total: z.int().describe('Number of rows in all'),
  nextCursor: z.string().nullable().describe('Cursor of the next page; null at the end'),
};

export interface Page<T> {
  rows: T[];
  total: number;
  nextCursor: string | null;
}

/**
 * Page of a list.
 * @throws {Refusal} if the cursor is not from an answer
 */
export function pageOf<T>(
  all: readonly T[],
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Page<T> {
  const start = Number(cursor ?? 0);
  const isFromAnswer = cursor === undefined || (CURSOR.test(cursor) && start <= all.length);
  if (!isFromAnswer) throw new Refusal(text('mcp.cursor', { cursor }));
  const end = start + limit;
  return {
    rows: all.slice(start, end),
    total: all.length,
    nextCursor: end < all.length ? String(end) : null,
  };
}
