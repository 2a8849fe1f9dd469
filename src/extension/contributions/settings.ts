import type * as vscode from 'vscode';
import { TIERS, type EditorLevel, type Tier } from '../../model/index.ts';
import { PREFIX } from './names.ts';

/** How loudly a level is shown. */
export const SHOWN_LEVELS = ['error', 'warning', 'information', 'hint', 'off'] as const;
export type ShownLevel = (typeof SHOWN_LEVELS)[number];

/** What each setting can be. An empty text is one that is not set. */
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

/** What holds where nothing is set, or nothing that can be understood: package.json says the same to the editor. */
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

/** The seconds that `readingBudget` may be. */
export const READING_BUDGET_BOUNDS = { minimum: 0.5, maximum: 60 } as const;

/** Settings that a browser has too. */
export const BROWSER_SETTINGS = [
  'enable',
  'codeLens',
  'readingBudget',
  'levels',
] as const satisfies readonly SettingName[];

/** Where the editor keeps settings: `vscode.workspace`, or what stands in for it in a test. */
export type Settings = Pick<typeof vscode.workspace, 'getConfiguration'>;

/** What is written, which may be anything; the default where nothing is. */
function readSetting(settings: Settings, name: SettingName, folder?: vscode.Uri): unknown {
  return settings.getConfiguration(PREFIX, folder).get<unknown>(name) ?? SETTING_DEFAULTS[name];
}

/** A setting that is empty, or no text at all, is one that is not set. */
function readText(settings: Settings, name: SettingName): string | undefined {
  const written = readSetting(settings, name);
  return typeof written === 'string' && written.trim() !== '' ? written.trim() : undefined;
}

/** Whether anything is done in a folder at all. Off means off. */
export function isEnabled(settings: Settings, folder: vscode.Uri | undefined): boolean {
  return readSetting(settings, 'enable', folder) !== false;
}

/** Whether a version's sentence stands above its line, too. */
export function showsCodeLens(settings: Settings, folder: vscode.Uri | undefined): boolean {
  return readSetting(settings, 'codeLens', folder) === true;
}

/** Milliseconds of CPU time for one file before it is given up. */
export function readingBudget(settings: Settings): number {
  const { minimum, maximum } = READING_BUDGET_BOUNDS;
  const seconds = readSetting(settings, 'readingBudget');
  const isUsable = typeof seconds === 'number' && seconds >= minimum && seconds <= maximum;
  return (isUsable ? seconds : SETTING_DEFAULTS.readingBudget) * 1000;
}

/** How loudly a level is shown in a folder; an error only where the user says so. */
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

/** How the watch is set. These settings reach outside, so only the machine's own values count. */
export interface WatchSettings {
  /** False: no release notes are fetched. */
  enabled: boolean;
  /** A cron expression; undefined: daily at a minute that is drawn once. */
  schedule: string | undefined;
  /** IANA name; undefined: that of the machine. */
  timeZone: string | undefined;
  /** Whether a message may pop up. */
  notify: boolean;
  /** As written: an address that stands in for the vendor's documentation; undefined: the vendor itself. */
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

/** Settings of account scans. All are of the machine: a workspace cannot say where credentials are sent. */
export interface AccountSettings {
  tier: Tier;
  /** In place of the services' own endpoints. */
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

/** Whether assistants may ask: only where the user says so. */
export function assistantsEnabled(settings: Settings): boolean {
  return readSetting(settings, 'assistants.enabled') === true;
}

export function affectsSettings(event: vscode.ConfigurationChangeEvent): boolean {
  return event.affectsConfiguration(PREFIX);
}

/** Settings that belong together: what their names begin with. */
type SettingGroup = 'watch' | 'accounts';

const OPEN_SETTINGS = 'workbench.action.openSettings';

/** Shows settings of this extension in the editor. */
export async function openSettings(
  commands: Pick<typeof vscode.commands, 'executeCommand'>,
  group: SettingGroup,
): Promise<void> {
  await commands.executeCommand(OPEN_SETTINGS, `${PREFIX}.${group}`);
}

/** The address of a link that shows them. */
export function settingsLink(group: SettingGroup): string {
  return `command:${OPEN_SETTINGS}?%22${PREFIX}.${group}%22`;
}
