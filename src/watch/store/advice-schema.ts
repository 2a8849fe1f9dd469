import * as z from 'zod';
import { permissiveList, textSchema } from '../../catalogue/index.ts';
import type { Advice, AdviceStep } from '../../model/index.ts';
import { isProduct } from '../../products/index.ts';

const count = z.int().nonnegative();
const fixes = z.object({ urgent: count, all: count, of: z.object({ urgent: count, all: count }) });
const step: z.ZodType<AdviceStep> = z.object({
  product: z.string().refine(isProduct),
  version: z.string(),
  longTerm: z.exactOptional(z.literal(true)),
  image: z.exactOptional(z.string()),
  write: z.exactOptional(z.string()),
  path: z.array(z.string()),
  when: z.enum(['urgent', 'next-maintenance', 'before']),
  before: z.string().nullable(),
  downtime: textSchema,
  reason: textSchema,
  fixes: fixes.nullable(),
});
const advice: z.ZodType<Advice> = z.object({
  stay: z.boolean(),
  now: step.nullable(),
  destination: step.nullable(),
  reason: textSchema,
});
/** Kept form of the advice for an alert's versions. */
export const versionAdvice = permissiveList(z.object({ version: z.string(), advice: advice.nullable() }));
