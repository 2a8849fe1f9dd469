/** The one schema of `.errata-lens.yaml`. */
export { EMPTY_CONFIG, readConfig, type Config, type Written } from './config.ts';
export type { Accepted, CheckOverride, Ignore, KnownIssue } from './schema.ts';

/** Found upwards from a scanned folder. */
export const CONFIG_FILE = '.errata-lens.yaml';
