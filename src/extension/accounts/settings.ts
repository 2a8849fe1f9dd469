import * as vscode from 'vscode';
import { TIERS, type Tier } from '../../model/index.ts';

/** Settings of account scans. All are of the machine: a workspace cannot say where credentials are sent. */
export interface AccountSettings {
  tier: Tier;
  /** In place of the services' own endpoints. */
  endpoint: string | undefined;
  aggregator: string | undefined;
}

export function accountSettings(): AccountSettings {
  const settings = vscode.workspace.getConfiguration('errataLens.accounts');
  const named = (name: string): string | undefined => {
    const value: unknown = settings.get(name);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const tier = TIERS.find((each) => each === named('tier')) ?? 'checklist';
  return { tier, endpoint: named('endpoint'), aggregator: named('aggregator') };
}
