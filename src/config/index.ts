/** The one schema of `.errata-lens.yaml`. */
export { EMPTY_CONFIG, readConfig, type Config, type Written } from './config.ts';
export { CONFIG_FILE, isAllScanned, readConfigAbove, readConfigFile } from './find.ts';
export type { Ignore, KnownIssue } from './schema.ts';
