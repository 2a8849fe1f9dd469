import * as z from 'zod';

/** The day on which each folder was last open, by path. */
export const folders = z.record(z.string(), z.iso.date());
