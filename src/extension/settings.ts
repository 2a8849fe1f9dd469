import * as vscode from 'vscode';
import type { EditorLevel } from '../model/index.ts';

const SECTION = 'errataLens';

export type MappedLevel = EditorLevel | 'error' | 'off';

/** Whether anything is done in a folder at all. Off means off. */
export function isEnabled(scope: vscode.Uri | undefined): boolean {
  return vscode.workspace.getConfiguration(SECTION, scope).get('enable', true);
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

export function affectsSettings(event: vscode.ConfigurationChangeEvent): boolean {
  return event.affectsConfiguration(SECTION);
}
