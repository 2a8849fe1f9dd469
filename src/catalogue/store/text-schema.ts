import * as z from 'zod';
import type { Text, TextArg } from '../../model/index.ts';

const textArg: z.ZodType<TextArg> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), textSchema, z.array(textArg)]),
);

/** A sentence that was kept, to be said later in any language. */
export const textSchema: z.ZodType<Text> = z.object({ key: z.string(), args: z.record(z.string(), textArg) });

/** The title of a bug in other languages (`KnownBug`). */
export const titleInSchema = z.exactOptional(z.object({ ja: z.string() }));
