import type * as vscode from 'vscode';
import { TIERS, type EditorLevel, type Tier } from '../../model/index.ts';
import { PREFIX } from './names.ts';

/** Severity of a diagnostic in the editor, or hidden. */
export const SHOWN_LEVELS = ['error', 'warning', 'information', 'hint', 'off'] as const;
export type ShownLevel = (typeof SHOWN_LEVELS)[number];

/** Type of each setting. An empty text means that the setting is not set. */
export interface SettingValues {
  enable: boolean;
  codeLens: boolean;
  /** Seconds. */
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

/** Defaults for missing and invalid values; the same as in package.json. */
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

/** Settings in a browser. */
export const BROWSER_SETTINGS = [
  'enable',
  'codeLens',
  'readingBudget',
  'levels',
] as const satisfies readonly SettingName[];

/** Source of settings: `vscode.workspace`, or a fake in a test. */
export type Settings = Pick<typeof vscode.workspace, 'getConfiguration'>;

/** Value of a setting, unvalidated; its default if not set. */
function readSetting(settings: Settings, name: SettingName, folder?: vscode.Uri): unknown {
  return settings.getConfiguration(PREFIX, folder).get<unknown>(name) ?? SETTING_DEFAULTS[name];
}

/** Value of a text setting; undefined if it is empty or no text. */
function readText(settings: Settings, name: SettingName): string | undefined {
  const written = readSetting(settings, name);
  return typeof written === 'string' && written.trim() !== '' ? written.trim() : undefined;
}

/** True if the extension is enabled in a folder. */
export function isEnabled(settings: Settings, folder: vscode.Uri | undefined): boolean {
  return readSetting(settings, 'enable', folder) !== false;
}

/** True if a line above each version shows its summary (code lens). */
export function showsCodeLens(settings: Settings, folder: vscode.Uri | undefined): boolean {
  return readSetting(settings, 'codeLens', folder) === true;
}

/** Milliseconds of CPU time for one file before reading it is given up. */
export function readingBudget(settings: Settings): number {
  const { minimum, maximum } = READING_BUDGET_BOUNDS;
  const seconds = readSetting(settings, 'readingBudget');
  const isUsable = typeof seconds === 'number' && seconds >= minimum && seconds <= maximum;
  return (isUsable ? seconds : SETTING_DEFAULTS.readingBudget) * 1000;
}

/** Severity of a level in a folder; an error only if the user chose so. */
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

/** Settings of the watch. They reach the network, so only the machine's own values count. */
export interface WatchSettings {
  /** False to fetch no release notes. */
  enabled: boolean;
  /** Cron expression; undefined for every day at a random minute, which stays the same. */
  schedule: string | undefined;
  /** IANA name; undefined: the machine's time zone. */
  timeZone: string | undefined;
  /** True if a message may pop up. */
  notify: boolean;
  /** Address of a mirror of the vendor's documentation, as written; undefined: the vendor itself. */
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

/** Settings of account scans, from the machine only: a workspace cannot decide where credentials are sent. */
export interface AccountSettings {
  tier: Tier;
  /** Replaces the services' own endpoints. */
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

/** Prefixes of settings that belong together. */
type SettingGroup = 'watch' | 'accounts';

const OPEN_SETTINGS = 'workbench.action.openSettings';

/** Shows a group of settings in the editor. */
export async function openSettings(
  commands: Pick<typeof vscode.commands, 'executeCommand'>,
  group: SettingGroup,
): Promise<void> {
  await commands.executeCommand(OPEN_SETTINGS, `${PREFIX}.${group}`);
}

/** Address of a link that shows a group of settings. */
export function settingsLink(group: SettingGroup): string {
  return `command:${OPEN_SETTINGS}?%22${PREFIX}.${group}%22`;
}
