import * as vscode from 'vscode';
import type { EditorLevel } from '../model/index.ts';

const SECTION = 'errataLens';

/** The bounds of `readingBudget` in package.json. */
const LEAST_SECONDS = 0.5;
const MOST_SECONDS = 60;
const DEFAULT_SECONDS = 2;

export type MappedLevel = EditorLevel | 'error' | 'off';

/** Whether anything is done in a folder at all. Off means off. */
export function isEnabled(scope: vscode.Uri | undefined): boolean {
  return vscode.workspace.getConfiguration(SECTION, scope).get('enable', true);
}

/** Milliseconds of CPU time for one file before it is given up. */
export function readingBudget(): number {
  const seconds: unknown = vscode.workspace.getConfiguration(SECTION).get('readingBudget');
  const isUsable = typeof seconds === 'number' && seconds >= LEAST_SECONDS && seconds <= MOST_SECONDS;
  return (isUsable ? seconds : DEFAULT_SECONDS) * 1000;
}

/** How loudly a level is shown: `errataLens.levels` maps it; an error only where the user says so. */
export function mappedLevel(level: EditorLevel, scope: vscode.Uri | undefined): MappedLevel {
  const levels: unknown = vscode.workspace.getConfiguration(SECTION, scope).get('levels');
  const mapped =
    typeof levels === 'object' && levels !== null ? (levels as Record<string, unknown>)[level] : undefined;
  return isMappedLevel(mapped) ? mapped : level;
}

function isMappedLevel(value: unknown): value is MappedLevel {
  return typeof value === 'string' && ['error', 'warning', 'information', 'hint', 'off'].includes(value);
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

export function watchSettings(): WatchSettings {
  const settings = vscode.workspace.getConfiguration(SECTION);
  return {
    enabled: settings.get<unknown>('watch.enabled', true) === true,
    schedule: written(settings.get('watch.schedule')),
    timeZone: written(settings.get('watch.timeZone')),
    notify: settings.get<unknown>('watch.notify', false) === true,
    docsOrigin: written(settings.get('docsOrigin')),
  };
}

/** A setting that is empty, or no text at all, is one that is not set. */
function written(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

export function affectsSettings(event: vscode.ConfigurationChangeEvent): boolean {
  return event.affectsConfiguration(SECTION);
}
