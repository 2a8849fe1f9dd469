/**
 * Commands that work in Restricted Mode: they read the folder and this machine's catalogue, write nothing, and use no
 * network or credentials. All others need a trusted workspace, which package.json declares and `registerCommands`
 * enforces. Listed in the README.
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

/** Commands that work in a browser: they need only open files and the embedded catalogue. */
export const BROWSER_COMMANDS = [
  'scanWorkspace',
  'showBugs',
  'showUpgrade',
  'showLog',
] as const satisfies readonly CommandName[];

/** True if the command works in a browser. */
export function isBrowserCommand(name: CommandName): boolean {
  return BROWSER_COMMANDS.some((each) => each === name);
}

/** Commands that only quick fixes use: not in menus or the command palette. */
export type QuickFixCommand = 'applyFix' | 'suppress';

/** Commands about alerts. */
export const NEWS_COMMANDS = [
  'news.markRead',
  'news.markAllRead',
  'news.markUnread',
  'news.snooze',
  'news.mute',
  'news.unmute',
  'news.openCode',
  'news.openPage',
] as const;

export type NewsCommand = (typeof NEWS_COMMANDS)[number];

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

/** Command names without the extension's prefix. */
export type CommandName = (typeof READ_ONLY_COMMANDS)[number] | TrustedCommand;

export type ViewName = 'workspace' | 'accounts' | 'news';

/** State of an alert: new, read or snoozed. */
export type NewsState = 'fresh' | 'read' | 'snoozed';

/** Kind of a row in the news view, the `viewItem` of its menus. Groups have no menu. */
export type NewsRow = `item.${NewsState}` | 'resource' | 'product';

/** Context values for the `when` clauses of package.json. */
export interface ContextValues {
  /** True if this machine has an account scan. */
  hasAccounts: boolean;
  /** `read` once any folder has been read; undefined if no folder has a relevant file. */
  workspaceState: 'reading' | 'read';
  /** Toggles with every tab, so that conditions that use it become true again. */
  pulse: boolean;
  /** Result of the last look. */
  newsState: 'never' | 'unread' | 'read';
}

/** Prefix of this extension's commands, settings, views and contexts. */
export const PREFIX = 'errataLens';

/** Full id of a command, view or context in the editor. */
export function editorId<N extends CommandName | ViewName | keyof ContextValues>(
  name: N,
): `${typeof PREFIX}.${N}` {
  return `${PREFIX}.${name}`;
}

/** Tools that assistants can use, as named in `mcp/`. */
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

/** Full id of a tool in the editor. */
export function toolId(name: string): string {
  return `errata-lens_${name}`;
}

/** Full id of the MCP server in the editor. */
export const MCP_PROVIDER = `${PREFIX}.mcp`;

/** True if the command works in Restricted Mode. */
export function isReadOnlyCommand(name: CommandName): boolean {
  return READ_ONLY_COMMANDS.some((reading) => reading === name);
}
