import * as vscode from 'vscode';
import { text } from '../../l10n/index.ts';
import { localTime, type Accounts } from '../accounts/index.ts';
import { ageText } from '../age-text.ts';
import type { WorkspaceAnalysis } from '../workspace/analysis.ts';
import { loadedHandlers, setContext, type CommandHandlers } from '../contributions/commands.ts';
import type { Disposable } from '../disposable.ts';
import { editorLanguage, localized } from '../language.ts';
import { analysedFolders } from '../workspace/analysed-folders.ts';
import type { WorkerClient } from '../worker-client.ts';
import type { AccountSummary } from '../worker/protocol.ts';
import type { RowCommand } from './actions.ts';
import { TreeFilter } from './filter.ts';
import { createNodeTree } from './provider.ts';
import type { FolderRows } from './workspace-nodes.ts';

export interface Trees extends Disposable {
  commands: CommandHandlers<RowCommand | 'filterTree' | 'refreshWorkspace'>;
}

/** Registers the views of declared and running assets. Rows are loaded once a view is visible. */
export function registerTree(
  context: Pick<vscode.ExtensionContext, 'workspaceState'>,
  analysis: WorkspaceAnalysis,
  worker: WorkerClient,
  accounts: Accounts,
): Trees {
  const filter = new TreeFilter(context.workspaceState);
  const workspace = createNodeTree('workspace', async () => {
    const folders = await readFolderRows(worker);
    // A view with a message has no welcome text, so an empty view has no message.
    workspace.view.message = folders.some(({ rows }) => rows.length > 0) ? filter.message : '';
    const { workspaceNodes } = await import('./workspace-nodes.ts');
    return workspaceNodes(folders, filter.value, editorLanguage());
  });
  let shown: AccountSummary | null = null;
  const running = createNodeTree('accounts', async () => {
    const scan = await accounts.rows();
    shown = scan?.summary ?? null;
    showAge();
    running.view.message = scan === null ? '' : filter.message;
    if (scan === null) return [];
    const { accountNodes } = await import('./account-nodes.ts');
    return accountNodes(scan, filter.value, editorLanguage());
  });
  const showAge = (): void => {
    running.view.description = shown === null ? '' : scanAgeText(shown);
  };
  // Uses the analysis, because rows are loaded only while the tree is visible.
  const showBadge = (): void => {
    const count = analysis.urgentVersions;
    const tooltip = localized(text('tree.urgent', { count }));
    workspace.view.badge = count === 0 ? undefined : { value: count, tooltip };
    void setContext(vscode.commands, 'workspaceState', analysis.hasResult ? 'read' : 'reading');
  };
  let pulse = false;
  const tick = (): void => {
    pulse = !pulse;
    void setContext(vscode.commands, 'pulse', pulse);
  };
  showBadge();
  const ageing = setInterval(showAge, 60_000);
  const listeners = vscode.Disposable.from(
    workspace,
    running,
    { dispose: () => clearInterval(ageing) },
    analysis.onDidChange(() => {
      workspace.refresh();
      running.refresh();
      showBadge();
    }),
    accounts.onDidChange(() => running.refresh()),
    vscode.window.tabGroups.onDidChangeTabs(tick),
  );
  return {
    commands: {
      ...loadedHandlers(
        ['tree.open', 'copyArn', 'openConsole', 'exportAccountsMarkdown', 'exportAccountsJson'],
        async () => (await import('./actions.ts')).rowCommands(worker),
      ),
      async filterTree() {
        if (await filter.ask()) for (const tree of [workspace, running]) tree.refresh();
      },
      refreshWorkspace: () => analysis.scanAll(),
    },
    dispose: () => void listeners.dispose(),
  };
}

/**
 * Age and time of a scan: `3 hours ago · Nov 24, 2026, 6:03 PM`. Starts with the age, because a narrow view cuts off
 * the end.
 */
function scanAgeText({ at, unread }: AccountSummary): string {
  const words = [...(unread > 0 ? [text('accounts.incomplete')] : []), ageText(at, Date.now())];
  return [...words.map((each) => localized(each)), localTime(at)].join(' · ');
}

function readFolderRows(worker: WorkerClient): Promise<FolderRows[]> {
  const folders = analysedFolders(vscode.workspace);
  return Promise.all(
    folders.map(async ({ name, uri }) => ({
      folder: uri.fsPath,
      name,
      rows: await worker.call('rowsOf', uri.fsPath),
    })),
  );
}
