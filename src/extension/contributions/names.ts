/**
 * Commands that work in Restricted Mode: they read the folder's files and the catalogue on this machine, write nothing, ask
 * no network and use no credentials. Every other one is for trusted workspaces: package.json says so to the editor, and
 * `registerCommands` refuses it. The README lists them.
 */
export const READING_COMMANDS = [
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

/** Commands that a browser has too: what they need is the files that are open, and the embedded catalogue. */
export const BROWSER_COMMANDS = [
  'scanWorkspace',
  'showBugs',
  'showUpgrade',
  'showLog',
] as const satisfies readonly CommandName[];

/** Whether a browser has a command. */
export function isOfBrowser(name: CommandName): boolean {
  return BROWSER_COMMANDS.some((each) => each === name);
}

/** Commands of quick fixes: no menu and no palette has them. */
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

/** The commands, without the prefix that they all have. */
export type CommandName = (typeof READING_COMMANDS)[number] | TrustedCommand;

export type ViewName = 'workspace' | 'accounts' | 'news';

/** What an alert is by what the user did with it. */
export type NewsState = 'fresh' | 'read' | 'snoozed';

/** What a row of the news is, as the `viewItem` of its menus; groups of alerts have no menu. */
export type NewsRow = `item.${NewsState}` | 'resource' | 'product';

/** What `when` clauses of package.json ask for, and the values that it can have. */
export interface ContextValues {
  /** Whether a scan of accounts is kept. */
  hasAccounts: boolean;
  /** Whether a folder was read to its end; unset before the first is asked about. */
  workspaceState: 'reading' | 'read';
  /** Changes with every tab: a condition with it becomes true again. */
  pulse: boolean;
  /** How the last look for news went. */
  newsState: 'never' | 'unread' | 'read';
}

/** What commands, settings, views and contexts of this extension begin with. */
export const PREFIX = 'errataLens';

/** A name as the editor knows it. */
export function idOf<N extends CommandName | ViewName | keyof ContextValues>(
  name: N,
): `${typeof PREFIX}.${N}` {
  return `${PREFIX}.${name}`;
}

/** The tools that assistants may be allowed to use, as `mcp/` calls them. */
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

/** A tool as the editor knows it. */
export function toolId(name: string): string {
  return `errata-lens_${name}`;
}

/** The server for assistants, as the editor knows it. */
export const MCP_PROVIDER = `${PREFIX}.mcp`;

/** Whether a command only reads, so that a restricted workspace has it too. */
export function isReading(name: CommandName): boolean {
  return READING_COMMANDS.some((reading) => reading === name);
}
