/**
 * Commands that work in Restricted Mode: they read the folder's files and the catalogue on this machine, write nothing,
 * use no network and no credentials. All others need a trusted workspace: package.json declares it, and `registerCommands`
 * refuses them. The README has the list.
 */
export const READ_ONLY_COMMANDS = [
  'scanWorkspace',
  'refreshWorkspace',
  'filterTree',
  'tree.open',
  'showBugs',
  'showUpgrade',
  'openChecklist',
  'incident',
  'supportCase',
  'showLog',
] as const;

/** Commands in a browser: they need only the open files and the embedded catalogue. */
export const BROWSER_COMMANDS = [
  'scanWorkspace',
  'showBugs',
  'showUpgrade',
  'showLog',
] as const satisfies readonly CommandName[];

/** True if a browser has the command. */
export function isBrowserCommand(name: CommandName): boolean {
  return BROWSER_COMMANDS.some((each) => each === name);
}

/** Commands of quick fixes: in no menu and not in the palette. */
export type QuickFixCommand = 'applyFix' | 'suppress';

/** Commands on alerts. */
export type NewsCommand =
  `news.${'markRead' | 'markAllRead' | 'markUnread' | 'snooze' | 'mute' | 'unmute' | 'openCode' | 'openPage'}`;

type TrustedCommand =
  | QuickFixCommand
  | 'changeBrief'
  | 'fixResource'
  | 'whatsNew'
  | 'checkForNews'
  | NewsCommand
  | 'scanAccounts'
  | 'deleteAccountScan'
  | 'exportAccountsMarkdown'
  | 'exportAccountsJson'
  | 'copyArn'
  | 'openConsole';

/** Commands, without their common prefix. */
export type CommandName = (typeof READ_ONLY_COMMANDS)[number] | TrustedCommand;

export type ViewName = 'workspace' | 'accounts' | 'news';

/** State of an alert: new, read or snoozed by the user. */
export type NewsState = 'fresh' | 'read' | 'snoozed';

/** Kind of a row of the news, as `viewItem` of its menus; groups of alerts have no menu. */
export type NewsRow = `item.${NewsState}` | 'resource' | 'product';

/** Context values for the `when` clauses of package.json. */
export interface ContextValues {
  /** True if this machine keeps a scan of accounts. */
  hasAccounts: boolean;
  /** `read` once a folder was read to its end; unset before the first question. */
  workspaceState: 'reading' | 'read';
  /** Toggles with every tab, so that a condition with it becomes true again. */
  pulse: boolean;
  /** Result of the last look for news. */
  newsState: 'never' | 'unread' | 'read';
}

/** Prefix of the commands, settings, views and contexts of this extension. */
export const PREFIX = 'errataLens';

/** Full name of a command, view or context in the editor. */
export function idOf<N extends CommandName | ViewName | keyof ContextValues>(
  name: N,
): `${typeof PREFIX}.${N}` {
  return `${PREFIX}.${name}`;
}

/** Tools that assistants may use, by their names in `mcp/`. */
export const ASSISTANT_TOOLS = [
  'scan_workspace',
  'known_bugs',
  'cve',
  'is_this_my_bug',
  'upgrade_advice',
  'checklist',
  'whats_new',
] as const;
export type AssistantTool = (typeof ASSISTANT_TOOLS)[number];

/** Full name of a tool in the editor. */
export function toolId(name: string): string {
  return `errata-lens_${name}`;
}

/** Full name of the MCP server in the editor. */
export const MCP_PROVIDER = `${PREFIX}.mcp`;

/** True if a command only reads, so that a restricted workspace has it, too. */
export function isReadOnlyCommand(name: CommandName): boolean {
  return READ_ONLY_COMMANDS.some((reading) => reading === name);
}
