import {
  editorId,
  isReadOnlyCommand,
  type CommandName,
  type ContextValues,
  type QuickFixCommand,
} from '../contributions/names.ts';
import { sentence } from './sentences/reference.ts';
import { all, NEVER, TRUSTED, whileContext } from './when.ts';

/** Commands in the palette and in menus. */
export type OfferedCommand = Exclude<CommandName, QuickFixCommand>;

interface CommandDescription {
  /** Name of a product icon of the editor. */
  icon?: string;
  /** Condition under which the command is available, in addition to a trusted workspace. */
  needs?: Extract<keyof ContextValues, 'hasAccounts'>;
  /** True if the command needs a view or a row, and is hidden from the palette. */
  needsView?: true;
}

/** All commands. Their titles are the sentences `command.<name>`. */
const COMMANDS: Readonly<Record<OfferedCommand, CommandDescription>> = {
  scanWorkspace: {},
  showBugs: {},
  showUpgrade: {},
  openChecklist: { icon: 'checklist' },
  fixResource: { icon: 'wand' },
  incident: {},
  supportCase: {},
  changeBrief: {},
  showLog: {},
  whatsNew: { icon: 'open-preview' },
  checkForNews: { icon: 'refresh' },
  'news.markRead': { icon: 'check', needsView: true },
  'news.markAllRead': { icon: 'check-all', needsView: true },
  'news.markUnread': { icon: 'discard', needsView: true },
  'news.snooze': { icon: 'clock', needsView: true },
  'news.mute': { icon: 'bell-slash', needsView: true },
  'news.unmute': { icon: 'bell', needsView: true },
  'news.openCode': { icon: 'go-to-file', needsView: true },
  'news.openPage': { icon: 'link-external', needsView: true },
  scanAccounts: { icon: 'cloud' },
  deleteAccountScan: { icon: 'trash', needs: 'hasAccounts', needsView: true },
  exportAccountsMarkdown: { needs: 'hasAccounts', needsView: true },
  exportAccountsJson: { needs: 'hasAccounts', needsView: true },
  filterTree: { icon: 'filter', needsView: true },
  refreshWorkspace: { icon: 'refresh', needsView: true },
  copyArn: { icon: 'copy', needsView: true },
  openConsole: { icon: 'link-external', needsView: true },
  'tree.open': { icon: 'go-to-file', needsView: true },
};

const entryOfCommand = Object.entries(COMMANDS) as [OfferedCommand, CommandDescription][];

/**
 * `contributes.commands`
 * @param isIncluded true for each command to include
 */
export function commandEntries(isIncluded: (name: CommandName) => boolean = () => true): object[] {
  return entryOfCommand
    .filter(([name]) => isIncluded(name))
    .map(([name, { icon, needs }]) => {
      const conditions = [
        ...(isReadOnlyCommand(name) ? [] : [TRUSTED]),
        ...(needs === undefined ? [] : [whileContext(needs)]),
      ];
      return {
        command: editorId(name),
        title: sentence(`command.${name}`),
        category: 'Errata Lens',
        ...(icon === undefined ? {} : { icon: `$(${icon})` }),
        ...(conditions.length === 0 ? {} : { enablement: all(...conditions) }),
      };
    });
}

/** `contributes.menus.commandPalette`: hides commands from the palette. */
export function hiddenFromPalette(): object[] {
  return entryOfCommand
    .filter(([, { needsView }]) => needsView === true)
    .map(([name]) => ({ command: editorId(name), when: NEVER }));
}
