import {
  idOf,
  isReading,
  type CommandName,
  type ContextValues,
  type QuickFixCommand,
} from '../contributions/names.ts';
import { sentence } from './sentences/refer.ts';
import { all, NEVER, TRUSTED, whileContext } from './when.ts';

/** The commands that the editor offers by itself. */
export type OfferedCommand = Exclude<CommandName, QuickFixCommand>;

interface CommandDescription {
  /** The name of one of the editor's icons. */
  icon?: string;
  /** What must be so beside the trust that the command needs. */
  needs?: Extract<keyof ContextValues, 'hasAccounts'>;
  /** In menus of rows only: without a row it can do nothing. */
  isForRows?: true;
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
  'news.markRead': { icon: 'check' },
  'news.markAllRead': { icon: 'check-all' },
  'news.markUnread': { icon: 'discard' },
  'news.snooze': { icon: 'clock' },
  'news.mute': { icon: 'bell-slash' },
  'news.unmute': { icon: 'bell' },
  'news.openCode': { icon: 'go-to-file' },
  'news.openPage': { icon: 'link-external' },
  scanAccounts: { icon: 'cloud' },
  deleteAccountScan: { icon: 'trash', needs: 'hasAccounts' },
  exportAccountsMarkdown: { needs: 'hasAccounts' },
  exportAccountsJson: { needs: 'hasAccounts' },
  filterTree: { icon: 'filter' },
  refreshWorkspace: { icon: 'refresh' },
  copyArn: { icon: 'copy', isForRows: true },
  openConsole: { icon: 'link-external', isForRows: true },
  'tree.open': { icon: 'go-to-file', isForRows: true },
};

const described = Object.entries(COMMANDS) as [OfferedCommand, CommandDescription][];

/**
 * `contributes.commands`
 * @param offers whether a command is there
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

/** `contributes.menus.commandPalette`: what the palette leaves out. */
export function hiddenFromPalette(): object[] {
  return described
    .filter(([, { isForRows }]) => isForRows === true)
    .map(([name]) => ({ command: idOf(name), when: NEVER }));
}
