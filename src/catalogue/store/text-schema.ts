import * as z from 'zod';
import type { Text, TextArg } from '../../model/index.ts';

const textArg: z.ZodType<TextArg> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), textSchema, z.array(textArg)]),
);

/** A stored sentence, for display in any language later. */
export const textSchema: z.ZodType<Text> = z.object({ key: z.string(), args: z.record(z.string(), textArg) });

/** Title of a bug in other languages (`KnownBug`). */
export const translatedTitlesSchema = z.exactOptional(z.object({ ja: z.string() }));
