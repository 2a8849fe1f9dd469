import * as vscode from 'vscode';
import { idOf } from '../contributions/names.ts';
import type { Disposable } from '../disposable.ts';
import { localized } from '../language.ts';
import type { NewsDesk } from './desk.ts';
import { statusOf, type Status } from './status.ts';
import type { Watch } from './watch.ts';

/** The item of the watch: hidden where it is off or there is nothing to watch for. A click opens the document. */
export function registerStatusBar(watch: Watch, desk: NewsDesk): Disposable {
  const item = vscode.window.createStatusBarItem('errataLens.watch', vscode.StatusBarAlignment.Right, 90);
  item.name = 'Errata Lens';
  item.command = idOf('whatsNew');

  function show(): void {
    if (!watch.isOn) {
      item.hide();
      return;
    }
    const { label, details, hasProblem } = currentStatus(watch, desk);
    const words = localized(label);
    item.text = `$(${statusIcon(watch.isLooking, hasProblem)}) ${words}`;
    item.tooltip = details.map((detail) => localized(detail)).join('\n');
    item.backgroundColor = hasProblem ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    item.accessibilityInformation = { label: [words, item.tooltip].filter(Boolean).join('. ') };
    item.show();
  }

  const timer = setInterval(show, 60_000);
  return vscode.Disposable.from(item, watch.onDidChange(show), desk.onDidChange(show), {
    dispose: () => clearInterval(timer),
  });
}

export function currentStatus(watch: Watch, desk: NewsDesk): Status {
  return statusOf({
    lastLook: desk.lastLook,
    fresh: desk.sorted.fresh.length,
    isLooking: watch.isLooking,
    problem: watch.problem,
    nowMs: Date.now(),
  });
}

function statusIcon(isLooking: boolean, hasProblem: boolean): string {
  if (isLooking) return 'sync~spin';
  return hasProblem ? 'warning' : 'eye';
}
