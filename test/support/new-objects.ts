/** For a process that reads pages by the hundred: it makes as many objects as a suite. See scripts/lib/suites.mjs. */
export const NEW_OBJECTS = '--min-semi-space-size=16';
