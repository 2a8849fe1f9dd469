import * as vscode from 'vscode';
import { focusCommand } from '../contributions/commands.ts';
import { editorId } from '../contributions/names.ts';
import type { Disposable } from '../disposable.ts';
import { localized } from '../language.ts';
import type { WorkspaceAnalysis } from '../workspace/analysis.ts';
import type { NewsStore } from './news-store.ts';
import { statusItem, statusOf, type Status, type StatusItem } from './status.ts';
import type { Watch } from './watch.ts';

/**
 * The extension's only status bar item. Shows the number of versions with urgent bugs and opens the tree; if there are
 * none, shows the state of the watch and opens the document.
 */
export function registerStatusBar(
  analysis: WorkspaceAnalysis,
  watch: Watch,
  newsStore: NewsStore,
): Disposable {
  const item = vscode.window.createStatusBarItem('errataLens.status', vscode.StatusBarAlignment.Right, 90);
  item.name = 'Errata Lens';

  function show(): void {
    const status = watch.isOn ? currentStatus(watch, newsStore) : null;
    const shown = statusItem(analysis.urgentVersions, newsStore.sorted.fresh.length, status);
    if (shown === null) {
      item.hide();
      return;
    }
    const { label, details, hasProblem, view } = shown;
    const words = label.map((part) => localized(part)).join(' · ');
    item.text = `$(${statusIcon(watch.isLooking, hasProblem, view)}) ${words}`;
    item.tooltip = details.map((detail) => localized(detail)).join('\n');
    item.command = view === 'news' ? editorId('whatsNew') : focusCommand('workspace');
    item.backgroundColor = hasProblem ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    item.accessibilityInformation = { label: [words, item.tooltip].filter(Boolean).join('. ') };
    item.show();
  }

  const timer = setInterval(show, 60_000);
  return vscode.Disposable.from(
    item,
    analysis.onDidChange(show),
    watch.onDidChange(show),
    newsStore.onDidChange(show),
    {
      dispose: () => clearInterval(timer),
    },
  );
}

export function currentStatus(watch: Watch, newsStore: NewsStore): Status {
  return statusOf({
    lastLook: newsStore.lastLook,
    fresh: newsStore.sorted.fresh.length,
    isLooking: watch.isLooking,
    problem: watch.problem,
    nowMs: Date.now(),
  });
}

function statusIcon(isLooking: boolean, hasProblem: boolean, view: StatusItem['view']): string {
  if (isLooking) return 'sync~spin';
  if (hasProblem) return 'warning';
  return view === 'tree' ? 'bug' : 'eye';
}
