/**
 * Replaces node:util. Callers only skip work for equal values, so it is harmless that two equal objects count as
 * different.
 */
export const isDeepStrictEqual = Object.is;
