import type * as vscode from 'vscode';
import { TIERS, type EditorLevel, type Tier } from '../../model/index.ts';
import { PREFIX } from './names.ts';

/** Diagnostic severity of a level, or `off`. */
export const SHOWN_LEVELS = ['error', 'warning', 'information', 'hint', 'off'] as const;
export type ShownLevel = (typeof SHOWN_LEVELS)[number];

/** Types of all settings. An empty string means not set. */
export interface SettingValues {
  enable: boolean;
  codeLens: boolean;
  /** In seconds. */
  readingBudget: number;
  levels: Partial<Record<EditorLevel, ShownLevel>>;
  'watch.enabled': boolean;
  'watch.schedule': string;
  'watch.timeZone': string;
  'watch.notify': boolean;
  docsOrigin: string;
  'accounts.tier': Tier;
  'accounts.aggregator': string;
  'accounts.endpoint': string;
  'assistants.enabled': boolean;
}
export type SettingName = keyof SettingValues;

/** Used for missing and invalid values; the same as in package.json. */
export const SETTING_DEFAULTS: Readonly<SettingValues> = {
  enable: true,
  codeLens: false,
  readingBudget: 2,
  levels: {},
  'watch.enabled': true,
  'watch.schedule': '',
  'watch.timeZone': '',
  'watch.notify': false,
  docsOrigin: '',
  'accounts.tier': 'checklist',
  'accounts.aggregator': '',
  'accounts.endpoint': '',
  'assistants.enabled': false,
};

/** Range of `readingBudget`, in seconds. */
export const READING_BUDGET_BOUNDS = { minimum: 0.5, maximum: 60 } as const;

/** Settings that exist in a browser. */
export const BROWSER_SETTINGS = [
  'enable',
  'codeLens',
  'readingBudget',
  'levels',
] as const satisfies readonly SettingName[];

/** Source of settings: `vscode.workspace`, or a fake in tests. */
export type Settings = Pick<typeof vscode.workspace, 'getConfiguration'>;

/** Reads a setting without validating it; returns the default if it is not set. */
function readSetting(settings: Settings, name: SettingName, folder?: vscode.Uri): unknown {
  return settings.getConfiguration(PREFIX, folder).get<unknown>(name) ?? SETTING_DEFAULTS[name];
}

/** Reads a text setting; undefined if it is empty or not a string. */
function readText(settings: Settings, name: SettingName): string | undefined {
  const written = readSetting(settings, name);
  return typeof written === 'string' && written.trim() !== '' ? written.trim() : undefined;
}

/** True if the extension is enabled in a folder. */
export function isEnabled(settings: Settings, folder: vscode.Uri | undefined): boolean {
  return readSetting(settings, 'enable', folder) !== false;
}

/** True if a code lens above each version shows its summary. */
export function showsCodeLens(settings: Settings, folder: vscode.Uri | undefined): boolean {
  return readSetting(settings, 'codeLens', folder) === true;
}

/** Milliseconds of CPU time after which reading a file is given up. */
export function readingBudget(settings: Settings): number {
  const { minimum, maximum } = READING_BUDGET_BOUNDS;
  const seconds = readSetting(settings, 'readingBudget');
  const isUsable = typeof seconds === 'number' && seconds >= minimum && seconds <= maximum;
  return (isUsable ? seconds : SETTING_DEFAULTS.readingBudget) * 1000;
}

/** Diagnostic severity of a finding's level. An error only if the user chose it. */
export function shownLevel(
  settings: Settings,
  level: EditorLevel,
  folder: vscode.Uri | undefined,
): ShownLevel {
  const levels = readSetting(settings, 'levels', folder);
  const written: unknown =
    typeof levels === 'object' && levels !== null ? (levels as Record<string, unknown>)[level] : undefined;
  return SHOWN_LEVELS.find((each) => each === written) ?? level;
}

/** Settings of the watch. A workspace cannot change them, because the watch uses the network. */
export interface WatchSettings {
  /** False if release notes are never fetched. */
  enabled: boolean;
  /** Cron expression; undefined for once a day, at a minute that is chosen once. */
  schedule: string | undefined;
  /** IANA name; undefined for the machine's time zone. */
  timeZone: string | undefined;
  /** True if alerts may show a message. */
  notify: boolean;
  /** Mirror of the vendor's documentation, unvalidated; undefined for the vendor itself. */
  docsOrigin: string | undefined;
}

export function watchSettings(settings: Settings): WatchSettings {
  return {
    enabled: readSetting(settings, 'watch.enabled') === true,
    schedule: readText(settings, 'watch.schedule'),
    timeZone: readText(settings, 'watch.timeZone'),
    notify: readSetting(settings, 'watch.notify') === true,
    docsOrigin: readText(settings, 'docsOrigin'),
  };
}

/** Settings of account scans. A workspace cannot change them, because they decide where credentials are sent. */
export interface AccountSettings {
  tier: Tier;
  /** Endpoint that replaces those of all services. */
  endpoint: string | undefined;
  aggregator: string | undefined;
}

export function accountSettings(settings: Settings): AccountSettings {
  const written = readText(settings, 'accounts.tier');
  return {
    tier: TIERS.find((tier) => tier === written) ?? SETTING_DEFAULTS['accounts.tier'],
    endpoint: readText(settings, 'accounts.endpoint'),
    aggregator: readText(settings, 'accounts.aggregator'),
  };
}

/** True if the user allows assistants to use the tools. */
export function assistantsEnabled(settings: Settings): boolean {
  return readSetting(settings, 'assistants.enabled') === true;
}

export function affectsSettings(event: vscode.ConfigurationChangeEvent): boolean {
  return event.affectsConfiguration(PREFIX);
}

/** Prefixes of groups of settings. */
type SettingGroup = 'watch' | 'accounts';

const OPEN_SETTINGS = 'workbench.action.openSettings';

/** Opens a group of settings in the editor. */
export async function openSettings(
  commands: Pick<typeof vscode.commands, 'executeCommand'>,
  group: SettingGroup,
): Promise<void> {
  await commands.executeCommand(OPEN_SETTINGS, `${PREFIX}.${group}`);
}

/** Link that opens a group of settings. */
export function settingsLink(group: SettingGroup): string {
  return `command:${OPEN_SETTINGS}?%22${PREFIX}.${group}%22`;
}
