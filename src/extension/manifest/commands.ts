import {
  idOf,
  isReading,
  type CommandName,
  type ContextValues,
  type QuickFixCommand,
} from '../contributions/names.ts';
import { sentence } from './sentences/refer.ts';
import { all, NEVER, TRUSTED, whileContext } from './when.ts';

/** Commands in the editor's palette and menus. */
export type OfferedCommand = Exclude<CommandName, QuickFixCommand>;

interface CommandDescription {
  /** The name of one of the editor's icons. */
  icon?: string;
  /** Condition beside the trust that the command needs. */
  needs?: Extract<keyof ContextValues, 'hasAccounts'>;
  /** True if the command needs a view or a row, so that the palette leaves it out. */
  isOfView?: true;
}

/** Their titles are the sentences `command.<name>`. */
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
  'news.markRead': { icon: 'check', isOfView: true },
  'news.markAllRead': { icon: 'check-all', isOfView: true },
  'news.markUnread': { icon: 'discard', isOfView: true },
  'news.snooze': { icon: 'clock', isOfView: true },
  'news.mute': { icon: 'bell-slash', isOfView: true },
  'news.unmute': { icon: 'bell', isOfView: true },
  'news.openCode': { icon: 'go-to-file', isOfView: true },
  'news.openPage': { icon: 'link-external', isOfView: true },
  scanAccounts: { icon: 'cloud' },
  deleteAccountScan: { icon: 'trash', needs: 'hasAccounts', isOfView: true },
  exportAccountsMarkdown: { needs: 'hasAccounts', isOfView: true },
  exportAccountsJson: { needs: 'hasAccounts', isOfView: true },
  filterTree: { icon: 'filter', isOfView: true },
  refreshWorkspace: { icon: 'refresh', isOfView: true },
  copyArn: { icon: 'copy', isOfView: true },
  openConsole: { icon: 'link-external', isOfView: true },
  'tree.open': { icon: 'go-to-file', isOfView: true },
};

const described = Object.entries(COMMANDS) as [OfferedCommand, CommandDescription][];

/**
 * `contributes.commands`
 * @param offers true for each command to include
 */
export function commandEntries(offers: (name: CommandName) => boolean = () => true): object[] {
  return described
    .filter(([name]) => offers(name))
    .map(([name, { icon, needs }]) => {
      const conditions = [
        ...(isReading(name) ? [] : [TRUSTED]),
        ...(needs === undefined ? [] : [whileContext(needs)]),
      ];
      return {
        command: idOf(name),
        title: sentence(`command.${name}`),
        category: 'Errata Lens',
        ...(icon === undefined ? {} : { icon: `$(${icon})` }),
        ...(conditions.length === 0 ? {} : { enablement: all(...conditions) }),
      };
    });
}

/** `contributes.menus.commandPalette`: hides commands from the palette. */
export function hiddenFromPalette(): object[] {
  return described
    .filter(([, { isOfView }]) => isOfView === true)
    .map(([name]) => ({ command: idOf(name), when: NEVER }));
}
