/** Reads and validates `.errata-lens.yaml`, the team's configuration. */
export { readConfig } from './config.ts';
export { EMPTY_CONFIG, type Config, type WithLineNumber } from './types.ts';
export { CONFIG_FILE, includesConfigFolder, readConfigAbove, readConfigFile } from './read-file.ts';
export type { Ignore, KnownIssue } from './schema.ts';
