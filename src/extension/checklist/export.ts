import * as vscode from 'vscode';
import { text } from '../../l10n/index.ts';
import { checklistCsv, checklistMarkdown, type ChecklistResult } from '../../report/index.ts';
import { editorLanguage, localized } from '../language.ts';
import type { ExportFormat } from '../webview/checklist/messages.ts';

const FILTERS: Record<ExportFormat, Record<string, string[]>> = {
  markdown: { Markdown: ['md'] },
  csv: { CSV: ['csv'] },
};

/** Asks for a file and writes the unfiltered checklist to it. */
export async function exportChecklist(result: ChecklistResult, format: ExportFormat): Promise<void> {
  const language = editorLanguage();
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = format === 'markdown' ? 'checklist.md' : 'checklist.csv';
  const target = await vscode.window.showSaveDialog({
    filters: FILTERS[format],
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
  if (target === undefined) return;
  // Spreadsheets read a CSV as UTF-8 only if it begins with a byte order mark.
  const content =
    format === 'markdown' ? checklistMarkdown(result, language) : `\uFEFF${checklistCsv(result, language)}`;
  await vscode.workspace.fs.writeFile(target, Buffer.from(content));
  vscode.window.setStatusBarMessage(localized(text('panel.exported', { file: target.fsPath })), 10_000);
}
