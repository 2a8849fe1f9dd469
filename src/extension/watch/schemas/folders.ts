import * as z from 'zod';

/** Date on which each folder was last open, by path. */
export const folders = z.record(z.string(), z.iso.date());
