import * as z from 'zod';
import { isProduct } from '../../../products/index.ts';

/** Stored form of the user's marks. */
export const marks = z.object({
  read: z.array(z.string()).catch([]),
  snoozed: z.record(z.string(), z.iso.date()).catch({}),
  muted: z.array(z.string().refine(isProduct)).catch([]),
});
