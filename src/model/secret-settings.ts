import type { Settings, SettingValue } from './asset.ts';

/**
 * Settings that can contain a secret, by their names in assets, at any depth: start scripts, statements that a server
 * runs for each connection or at its start, and secrets by name. Only the analysis may use their values.
 */
export const SECRET_SETTINGS: readonly string[] = [
  'userData',
  'userDataBase64',
  'associationParameters',
  'buildScripts',
  'objectContent',
  'parameterValue',
  'init_connect',
  'init_file',
  'init_replica',
  'init_slave',
  'masterUserPassword',
  'masterPassword',
  'password',
];

/** Setting names that reveal a secret: `dbPassword`, `apiToken`, `clientSecret`. */
const SECRET_NAME = /(?:password|passphrase|secret|token|private[_-]?key|credentials?)$/i;

/** Placeholder for a value that must not leave the machine. */
export const HIDDEN = '(hidden)';

const knownSettings = new Set(SECRET_SETTINGS);

/** Settings for output: in a report, a baseline, a support case. */
export function withoutSecrets(settings: Settings): Settings {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name,
      isSecret(name, value) ? HIDDEN : valuesInside(value),
    ]),
  );
}

/**
 * True if settings contain something that {@link withoutSecrets} hides.
 * @param isLeftOut names to ignore
 */
export function hasSecret(settings: Settings, isLeftOut: (name: string) => boolean = () => false): boolean {
  return Object.entries(settings).some(
    ([name, value]) => !isLeftOut(name) && (isSecret(name, value) || holdsInside(value)),
  );
}

function holdsInside(value: SettingValue): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return isList(value) ? value.some(holdsInside) : hasSecret(value);
}

function isSecret(name: string, value: SettingValue): boolean {
  // A switch about a secret contains none.
  return (knownSettings.has(name) || SECRET_NAME.test(name)) && typeof value !== 'boolean' && value !== null;
}

function valuesInside(value: SettingValue): SettingValue {
  if (typeof value !== 'object' || value === null) return value;
  return isList(value) ? value.map(valuesInside) : withoutSecrets(value);
}

function isList(value: object): value is readonly SettingValue[] {
  return Array.isArray(value);
}

/** Settings from a report, for analysis: hidden values are unknown. */
export function settingsFromReport(settings: Settings): { settings: Settings; hidden: string[] } {
  const entries = Object.entries(settings);
  return {
    settings: Object.fromEntries(entries.filter(([, value]) => value !== HIDDEN)),
    hidden: entries.flatMap(([name, value]) => (value === HIDDEN ? [name] : [])),
  };
}
