import * as z from 'zod';
import type { FromVersionPage } from '../webview/version/messages.ts';

/** What the page may say. Anything else is not acted on. */
export const FromPage: z.ZodType<FromVersionPage> = z.object({
  type: z.enum(['ready', 'copyCommand', 'setVersion', 'prepareBrief']),
});
