import * as vscode from 'vscode';
import { text } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import { runCommand } from '../contributions/commands.ts';
import { localized } from '../language.ts';
import { openSettings, watchSettings } from '../contributions/settings.ts';
import type { LookResult } from './look/look.ts';
import { originProblem } from './origin-problem.ts';
import { isPartlyRead } from './status.ts';
import type { Watch } from './watch.ts';

/** Command that looks for news now. Shows a message instead if the watch is off. */
export async function checkNow(watch: Watch): Promise<void> {
  if (!watchSettings(vscode.workspace).enabled) {
    const settings = localized(text('news.check.settings'));
    const chosen = await vscode.window.showInformationMessage(localized(text('news.check.off')), settings);
    if (chosen === settings) await openSettings(vscode.commands, 'watch');
    return;
  }
  const problem = originProblem(watchSettings(vscode.workspace));
  if (problem !== null) {
    await vscode.window.showWarningMessage(localized(problem));
    return;
  }
  const title = localized(text('news.status.looking'));
  const location = vscode.ProgressLocation.Window;
  let result: LookResult | 'followed';
  try {
    result = await vscode.window.withProgress({ location, title }, () => watch.lookNow());
  } catch (error) {
    const failed = text('watch.failed', { error: error instanceof Error ? error.message : String(error) });
    await vscode.window.showWarningMessage(localized(failed));
    return;
  }
  if (result !== 'followed' && result.found > 0) await runCommand(vscode.commands, 'whatsNew');
  else vscode.window.setStatusBarMessage(localized(lookOutcome(result)), 10_000);
}

function lookOutcome(result: LookResult | 'followed'): Text {
  if (result === 'followed') return text('news.check.followed');
  switch (result.outcome) {
    case 'read':
      return text(isPartlyRead(result) ? 'news.check.partly' : 'news.check.nothing');
    case 'unread':
      return text('news.check.unread');
    case 'failed':
      return text('news.check.failed');
  }
}
