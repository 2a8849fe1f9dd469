import * as z from 'zod';
import { notesDays } from '../../analysis/index.ts';
import type { Catalogue, ProductId } from '../../model/index.ts';

export const NOTES_DATES_OUTPUT = {
  asOf: z.string().describe('Day of the oldest notes used; the answer is as of that day'),
  notes: z.record(z.string(), z.string()).describe('Day on which the notes of each product were read'),
};

/** Dates of the notes behind an answer about several assets. */
export function notesDates(
  catalogue: Catalogue,
  assets: readonly { product: ProductId | null }[],
): { asOf: string; notes: Record<string, string> } {
  const { oldest, each } = notesDays(
    catalogue,
    assets.map(({ product }) => product),
  );
  return { asOf: oldest, notes: { ...each } };
}
