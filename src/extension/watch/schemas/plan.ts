import * as z from 'zod';

/** The next look as a machine remembers it. */
export const Plan = z.object({ key: z.string(), next: z.iso.datetime() });
