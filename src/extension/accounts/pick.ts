import * as vscode from 'vscode';
import type { InaccessibleProfiles, Profile, AccountIdentity } from '../../inventory/index.ts';
import { text } from '../../l10n/index.ts';
import type { Tier } from '../../model/index.ts';
import { localized } from '../language.ts';
import { REGIONS } from './regions.ts';
import type { NamedSelection, Selection } from './selections.ts';

interface ValueItem extends vscode.QuickPickItem {
  value: string;
}

/** Selects every Region that the account has enabled. The command line uses the same word. */
const ALL_REGIONS = 'all';

/** Represents the SDK's default credential chain in a list of profiles. */
export const DEFAULT_CHAIN = '';

/** Asks for a saved set. `choose`: a new selection; undefined: cancelled. */
export async function pickSavedSelection(
  sets: readonly NamedSelection[],
  remove: (name: string) => Promise<void>,
): Promise<NamedSelection | 'choose' | undefined> {
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { set: NamedSelection | null }>();
  pick.title = localized(text('accounts.step.set'));
  pick.placeholder = localized(text('accounts.step.setHint'));
  pick.ignoreFocusOut = true;
  const itemsOf = (shown: readonly NamedSelection[]): typeof pick.items => [
    ...shown.map((set) => ({
      label: set.name,
      description: [...set.profiles, ...set.regions].join(', '),
      set,
      buttons: [
        {
          iconPath: new vscode.ThemeIcon('trash'),
          tooltip: localized(text('accounts.deleteSet', { name: set.name })),
        },
      ],
    })),
    { label: localized(text('accounts.choose')), set: null },
  ];
  pick.items = itemsOf(sets);
  pick.onDidTriggerItemButton(({ item }) => {
    const { set } = item;
    if (set === null) return;
    pick.items = pick.items.filter((each) => each !== item);
    void remove(set.name);
  });
  const [chosen] = (await showPick(pick)) ?? [];
  return chosen === undefined ? undefined : (chosen.set ?? 'choose');
}

/** Asks for profiles; undefined if cancelled. */
export async function pickProfiles(
  profiles: readonly Profile[],
  last: readonly string[],
): Promise<readonly string[] | undefined> {
  const items = profiles.map(({ name, region, sso, role, account }): ValueItem => ({
    value: name,
    label: name,
    description: region ?? localized(text('accounts.noOwnRegion')),
    detail: [
      ...(account === null ? [] : [text('accounts.account', { id: account })]),
      ...(sso === null ? [] : [text('accounts.session', { name: sso.name })]),
      ...(role === null ? [] : [text('accounts.role', { name: role })]),
    ]
      .map(localized)
      .join(' · '),
    picked: last.includes(name),
  }));
  const chain: ValueItem = {
    value: DEFAULT_CHAIN,
    label: localized(text('accounts.defaultChain')),
    description: localized(text('accounts.defaultChainHint')),
    picked: profiles.length === 0 || last.includes(DEFAULT_CHAIN),
  };
  const chosen = await vscode.window.showQuickPick([...items, chain], {
    title: localized(text('accounts.step.profiles')),
    placeHolder: localized(text('accounts.step.profilesHint')),
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  return chosen === undefined || chosen.length === 0 ? undefined : chosen.map(({ value }) => value);
}

/**
 * Asks for Regions, with a button that saves the selection as a set. Empty: the Region of each profile; undefined:
 * cancelled.
 */
export async function pickRegions(
  profiles: readonly Profile[],
  last: readonly string[],
  save: (regions: readonly string[]) => Promise<void>,
): Promise<readonly string[] | undefined> {
  const defaultRegions = Map.groupBy(
    profiles.filter(({ region }) => region !== null),
    ({ region }) => region ?? '',
  );
  const known = [
    ...new Set([...defaultRegions.keys(), ...REGIONS, ...last.filter((region) => region !== ALL_REGIONS)]),
  ];
  const items: ValueItem[] = [
    { value: ALL_REGIONS, label: localized(text('accounts.allRegions')) },
    ...known.map((region) => ({
      value: region,
      label: region,
      ...defaultRegionHint(defaultRegions.get(region)),
    })),
  ];
  const pick = vscode.window.createQuickPick<ValueItem>();
  pick.title = localized(text('accounts.step.regions'));
  pick.placeholder = localized(text('accounts.step.regionsHint'));
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.items = items;
  // Without a selection, each profile is read in its own Region.
  const preselected = defaultRegions.size === 1 ? [...defaultRegions.keys()] : [];
  const chosen = last.length > 0 ? last : preselected;
  pick.selectedItems = items.filter(({ value }) => chosen.includes(value));
  pick.buttons = [{ iconPath: new vscode.ThemeIcon('save'), tooltip: localized(text('accounts.saveSet')) }];
  let saving = false;
  pick.onDidTriggerButton(async () => {
    saving = true;
    try {
      await save(pick.selectedItems.map(({ value }) => value));
    } finally {
      saving = false;
      pick.show();
    }
  });
  return (await showPick(pick, () => saving))?.map(({ value }) => value);
}

function defaultRegionHint(profiles: readonly Profile[] | undefined): { description?: string } {
  if (profiles === undefined) return {};
  return {
    description: localized(text('accounts.ownRegion', { profiles: profiles.map(({ name }) => name) })),
  };
}

/**
 * Shows the account and role of each profile before anything else is read, and returns the confirmed accounts by
 * profile.
 */
export async function confirmAccounts(
  accounts: readonly AccountIdentity[],
  tier: Tier,
): Promise<ReadonlySet<string>> {
  const items = accounts.map(({ profile, account, arn, regions }): ValueItem => ({
    value: profile,
    label: profile,
    description: [localized(text('accounts.account', { id: account })), arn ?? ''].join(' · '),
    detail: regions.join(', '),
    picked: true,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: localized(text('accounts.step.confirm')),
    placeHolder: localized(text('accounts.step.confirmHint', { tier })),
    canPickMany: true,
    ignoreFocusOut: true,
  });
  return new Set((chosen ?? []).map(({ value }) => value));
}

/** Reports profiles without access, once per reason. For an expired session, shows the command that renews it. */
export function showInaccessibleProfiles(closed: readonly InaccessibleProfiles[]): void {
  for (const { text: message, command } of closed) void showReason(localized(message), command);
}

async function showReason(message: string, command: string | null): Promise<void> {
  const copy = localized(text('accounts.copyCommand'));
  const run = localized(text('accounts.runInTerminal'));
  const answer = await vscode.window.showWarningMessage(message, ...(command === null ? [] : [copy, run]));
  if (command === null || answer === undefined) return;
  if (answer === copy) {
    await vscode.env.clipboard.writeText(command);
    return;
  }
  const terminal = vscode.window.createTerminal('aws sso login');
  terminal.show();
  terminal.sendText(command);
}

/**
 * Asks for an MFA code.
 * @throws Error if it is not entered; the profile then has no access
 */
export async function askMfaCode(device: string): Promise<string> {
  const code = await vscode.window.showInputBox({
    prompt: localized(text('accounts.mfa', { device })),
    ignoreFocusOut: true,
    password: true,
  });
  if (code === undefined || code === '') throw new Error('no MFA code was given');
  return code;
}

/** Shows a list and returns the accepted items; undefined if cancelled. The list stays open behind other dialogs. */
function showPick<T extends vscode.QuickPickItem>(
  pick: vscode.QuickPick<T>,
  isPaused: () => boolean = () => false,
): Promise<readonly T[] | undefined> {
  const { promise, resolve } = Promise.withResolvers<readonly T[] | undefined>();
  pick.onDidAccept(() => {
    resolve(pick.selectedItems);
    pick.hide();
  });
  pick.onDidHide(() => {
    if (isPaused()) return;
    resolve(undefined);
    pick.dispose();
  });
  pick.show();
  return promise;
}

/** Asks for the name of a new set; undefined if cancelled. */
export async function askForSelectionName(selection: Selection): Promise<NamedSelection | undefined> {
  const name = await vscode.window.showInputBox({
    prompt: localized(text('accounts.setName')),
    ignoreFocusOut: true,
  });
  return name === undefined || name.trim() === '' ? undefined : { name: name.trim(), ...selection };
}
