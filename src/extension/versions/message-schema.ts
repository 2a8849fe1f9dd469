import * as z from 'zod';
import type { FromVersionPage } from '../webview/version/messages.ts';

/** Messages from the page; all others are ignored. */
export const FromPage: z.ZodType<FromVersionPage> = z.object({
  type: z.enum(['ready', 'copyCommand', 'setVersion', 'prepareBrief']),
});
