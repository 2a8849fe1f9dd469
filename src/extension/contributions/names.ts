/**
 * Commands that work in Restricted Mode. They read files of the folder and the catalogue of this machine, write
 * nothing, and use neither the network nor credentials. All others need a trusted workspace: package.json declares it,
 * and `registerCommands` refuses them. The README lists them.
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

/** Commands that work in a browser: they need only the open files and the embedded catalogue. */
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

/** Commands, without their common prefix. */
export type CommandName = (typeof READ_ONLY_COMMANDS)[number] | TrustedCommand;

export type ViewName = 'workspace' | 'accounts' | 'news';

/** State of an alert: new, read or snoozed by the user. */
export type NewsState = 'fresh' | 'read' | 'snoozed';

/** Kind of a row in the view of news, used as `viewItem` by its menus. Groups of alerts have no menu. */
export type NewsRow = `item.${NewsState}` | 'resource' | 'product';

/** Context values for the `when` clauses of package.json. */
export interface ContextValues {
  /** True if this machine keeps a scan of accounts. */
  hasAccounts: boolean;
  /** State of reading: `read` as soon as one folder is read completely; unset until something is to be read. */
  workspaceState: 'reading' | 'read';
  /** Changes with every tab, so that conditions that contain it become true again. */
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

/** Names of the tools that assistants may use, as in `mcp/`. */
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
