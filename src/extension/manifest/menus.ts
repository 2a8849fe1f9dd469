import { editorId, type NewsRow } from '../contributions/names.ts';
import type { NodeKind } from '../tree/node.ts';
import { hiddenFromPalette, type OfferedCommand } from './commands.ts';
import { all, inView, onRow } from './when.ts';

/** `inline@n` and `navigation@n` are buttons. All other groups are sections of a menu, sorted by name. */
type MenuGroup =
  `${'navigation' | 'inline' | '1_open' | '1_export' | '2_mark' | '2_copy' | '2_delete'}@${number}`;

/** Menu entries of a command, one per group. */
function menuEntries(command: OfferedCommand, when: string, ...groups: readonly MenuGroup[]): object[] {
  return groups.map((group) => ({ command: editorId(command), when, group }));
}

const news = inView('news');
const workspace = inView('workspace');
const accounts = inView('accounts');
const bothTrees = inView('workspace', 'accounts');

const alertRows: readonly NewsRow[] = ['item.fresh', 'item.read', 'item.snoozed'];
const onAlert = all(news, onRow(...alertRows));
const onFreshItem = all(news, onRow('item.fresh'));
const onReadOrSnoozed = all(news, onRow('item.read', 'item.snoozed'));

const subjectKinds: readonly NodeKind[] = ['cluster', 'group'];
const declaredKinds: readonly NodeKind[] = ['cluster', 'global-cluster', 'instance'];
const runningKinds: readonly NodeKind[] = [...declaredKinds, 'group', 'image'];

/** `contributes.menus` */
export function menus(): Record<string, object[]> {
  return {
    'view/title': [
      ...menuEntries('openChecklist', workspace, 'navigation@1'),
      ...menuEntries('checkForNews', news, 'navigation@1'),
      ...menuEntries('whatsNew', news, 'navigation@2'),
      ...menuEntries('news.markAllRead', news, 'navigation@3'),
      ...menuEntries('refreshWorkspace', workspace, 'navigation@2'),
      ...menuEntries('filterTree', bothTrees, 'navigation@3'),
      ...menuEntries('scanAccounts', accounts, 'navigation@1'),
      ...menuEntries('exportAccountsMarkdown', accounts, '1_export@1'),
      ...menuEntries('exportAccountsJson', accounts, '1_export@2'),
      ...menuEntries('deleteAccountScan', accounts, '2_delete@1'),
    ],
    'view/item/context': [
      ...menuEntries('openChecklist', all(inView(), onRow(...subjectKinds)), 'inline@1', 'navigation@1'),
      ...menuEntries('fixResource', all(workspace, onRow(...subjectKinds)), 'navigation@4'),
      ...menuEntries('news.markRead', onFreshItem, 'inline@1', '2_mark@1'),
      ...menuEntries('news.markUnread', onReadOrSnoozed, 'inline@1', '2_mark@1'),
      ...menuEntries('news.snooze', onAlert, 'inline@2', '2_mark@2'),
      ...menuEntries('news.openCode', onAlert, '1_open@1'),
      ...menuEntries('news.openPage', onAlert, '1_open@2'),
      ...menuEntries('news.mute', onAlert, '2_mark@3'),
      ...menuEntries('news.unmute', all(news, onRow('product')), 'inline@1'),
      ...menuEntries('news.openCode', all(news, onRow('resource')), '1_open@1'),
      ...menuEntries('incident', all(bothTrees, onRow(...subjectKinds)), 'navigation@2'),
      ...menuEntries('supportCase', all(bothTrees, onRow('cluster')), 'navigation@3'),
      ...menuEntries('tree.open', all(accounts, onRow(...declaredKinds)), 'inline@2', '1_open@1'),
      ...menuEntries('openConsole', all(accounts, onRow(...runningKinds)), '1_open@2'),
      ...menuEntries('copyArn', all(accounts, onRow(...runningKinds)), '2_copy@1'),
    ],
    commandPalette: hiddenFromPalette(),
  };
}
