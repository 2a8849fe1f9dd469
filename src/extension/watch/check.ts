import * as vscode from 'vscode';
import { say, text } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import { runCommand } from '../contributions/commands.ts';
import { editorLanguage } from '../language.ts';
import { openSettings, watchSettings } from '../contributions/settings.ts';
import type { LookResult } from './look/look.ts';
import { originProblem, type Watch } from './watch.ts';

/** The command that looks now. Switched off means off: it asks nothing, and says so. */
export async function checkNow(watch: Watch): Promise<void> {
  const language = editorLanguage();
  if (!watchSettings(vscode.workspace).enabled) {
    const settings = say(text('news.check.settings'), language);
    const chosen = await vscode.window.showInformationMessage(
      say(text('news.check.off'), language),
      settings,
    );
    if (chosen === settings) await openSettings(vscode.commands, 'watch');
    return;
  }
  const problem = originProblem(watchSettings(vscode.workspace));
  if (problem !== null) {
    await vscode.window.showWarningMessage(say(problem, language));
    return;
  }
  const title = say(text('news.status.looking'), language);
  const location = vscode.ProgressLocation.Window;
  let result: LookResult | 'followed';
  try {
    result = await vscode.window.withProgress({ location, title }, () => watch.lookNow());
  } catch (error) {
    const failed = text('watch.failed', { error: error instanceof Error ? error.message : String(error) });
    await vscode.window.showWarningMessage(say(failed, language));
    return;
  }
  if (result !== 'followed' && result.found > 0) await runCommand(vscode.commands, 'whatsNew');
  else vscode.window.setStatusBarMessage(say(summaryOf(result), language), 10_000);
}

function summaryOf(result: LookResult | 'followed'): Text {
  if (result === 'followed') return text('news.check.followed');
  const { outcome, unreadable } = result;
  switch (outcome) {
    case 'read':
      return text(unreadable.length === 0 ? 'news.check.nothing' : 'news.check.partly');
    case 'unread':
      return text('news.check.unread');
    case 'failed':
      return text('news.check.failed');
  }
}
