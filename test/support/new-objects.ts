/**
 * Option for a process that reads hundreds of pages, and therefore creates as many objects as a suite. See
 * scripts/test/suites.mjs.
 */
export const NEW_OBJECTS = '--min-semi-space-size=16';
