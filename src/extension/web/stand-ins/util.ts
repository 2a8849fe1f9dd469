/** For node:util. It spares work where both are alike: what is not the same object is taken to differ. */
export const isDeepStrictEqual = Object.is;
