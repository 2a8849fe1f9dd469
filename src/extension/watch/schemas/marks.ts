import * as z from 'zod';
import { isProduct } from '../../../products/index.ts';

/** Kept form of the user's marks on the news. */
export const marks = z.object({
  read: z.array(z.string()).catch([]),
  snoozed: z.record(z.string(), z.iso.date()).catch({}),
  muted: z.array(z.string().refine(isProduct)).catch([]),
});
