import * as z from 'zod';
import type { FromPage } from '../webview/checklist/messages.ts';

/** Messages from the page; all others are ignored. */
export const FromPageMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('open'), key: z.string(), place: z.int().nonnegative() }),
  z.object({ type: z.enum(['accept', 'copy', 'fix', 'fixAll']), key: z.string() }),
  z.object({ type: z.literal('export'), format: z.enum(['markdown', 'csv']) }),
]) satisfies z.ZodType<FromPage>;
