import * as z from 'zod';

const STEP_OUTPUT = z.object({
  product: z.string(),
  version: z.string(),
  image: z.string().nullable().describe('The number of its publisher’s image'),
  path: z.array(z.string()).describe('Every release on the way, the version last'),
  when: z.enum(['urgent', 'next-maintenance', 'before']),
  before: z.string().nullable().describe('YYYY-MM-DD, where `when` is `before`'),
  downtime: z.string(),
  reason: z.string(),
});

/** Schema of advice, the same as on every surface. */
export const ADVICE_OUTPUT = z
  .object({
    stay: z.boolean(),
    now: STEP_OUTPUT.nullable().describe('Within the major version'),
    destination: STEP_OUTPUT.nullable().describe('Of a later major version, where this one is left'),
    reason: z.string(),
  })
  .nullable()
  .describe('What to do about the version; null where nothing can be advised');
