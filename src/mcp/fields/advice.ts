import * as z from 'zod';

const STEP_OUTPUT = z.object({
  product: z.string(),
  version: z.string(),
  image: z.string().nullable().describe('Number of the image in its publisher’s scheme'),
  write: z.string().optional().describe('Release to write in code, if the API has no name for the version'),
  path: z.array(z.string()).describe('Releases of the path in order; the last is the target'),
  when: z.enum(['urgent', 'next-maintenance', 'before']),
  before: z.string().nullable().describe('YYYY-MM-DD, if `when` is `before`'),
  downtime: z.string(),
  reason: z.string(),
});

/** Schema of advice, the same as on every surface. */
export const ADVICE_OUTPUT = z
  .object({
    stay: z.boolean(),
    now: STEP_OUTPUT.nullable().describe('Step within the major version'),
    destination: STEP_OUTPUT.nullable().describe('Step to a later major version, if this one should be left'),
    reason: z.string(),
  })
  .nullable()
  .describe('Advice for the version; null if nothing can be advised');
