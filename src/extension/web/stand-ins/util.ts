/** Replaces node:util. Callers only skip work for equal values, so different objects may count as different. */
export const isDeepStrictEqual = Object.is;
