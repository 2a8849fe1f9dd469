/** Digest of all code that decides the findings and what is cached; inserted by the build. */
declare const __RULES__: string | undefined;

/** Digest of the exact code of the rules. Null if it was not built, because it may then change between runs. */
export const RULES: string | null = typeof __RULES__ === 'string' ? __RULES__ : null;
