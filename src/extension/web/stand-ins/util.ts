/** Replaces node:util. Compares by identity, which is safe: callers compare only to skip needless work. */
export const isDeepStrictEqual = Object.is;
