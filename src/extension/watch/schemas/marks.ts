import * as z from 'zod';
import { isProduct } from '../../../products/index.ts';

/** What the user did with the news, as it is kept. */
export const marks = z.object({
  read: z.array(z.string()).catch([]),
  snoozed: z.record(z.string(), z.iso.date()).catch({}),
  muted: z.array(z.string().refine(isProduct)).catch([]),
});
