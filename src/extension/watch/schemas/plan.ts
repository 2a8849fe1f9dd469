import * as z from 'zod';

/** Stored form of the next look. */
export const Plan = z.object({ key: z.string(), next: z.iso.datetime() });
