import * as vscode from 'vscode';
import { LOOP_RULE } from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import type { ShownFinding } from '../worker/protocol.ts';
import { hasChecklist } from '../../products/index.ts';
import { createCommand } from '../contributions/commands.ts';
import { localized } from '../language.ts';
import type { WorkerClient } from '../worker-client.ts';
import { pathOf } from '../workspace/paths.ts';

/**
 * Quick fixes that open the checklist at the finding's resource and, for a replacement loop, edit the group to save
 * evidence. Their titles make clear that they do not end a loop.
 */
export async function checklistActions(
  findings: readonly ShownFinding[],
  folder: vscode.WorkspaceFolder,
  worker: WorkerClient,
): Promise<vscode.CodeAction[]> {
  const path = pathOf(folder.uri);
  const loop = findings.find(({ ruleId }) => ruleId === LOOP_RULE);
  const choices = loop === undefined ? [] : await worker.call('fixesOf', path, loop.assetId);
  const fixes = choices
    .filter(({ check }) => EVIDENCE_CHECKS.has(check))
    .map(({ check, title }) =>
      quickFix(text('panel.fixAction', { fix: title }), (words) =>
        createCommand('applyFix', words, { folder: path, assetId: loop?.assetId ?? '', check }),
      ),
    );
  const subject = loop ?? findings.find(({ bugs }) => hasChecklist(bugs?.product ?? null));
  if (subject === undefined) return fixes;
  const resource = subject.assetId.split('#').at(-1) ?? subject.assetId;
  const fixable = subject === loop ? choices : await worker.call('fixesOf', path, subject.assetId);
  const all =
    fixable.length < 2
      ? []
      : [
          quickFix(text('panel.fixAll', { resource, count: fixable.length }), (words) =>
            createCommand('applyFix', words, { folder: path, assetId: subject.assetId, check: null }),
          ),
        ];
  const open = quickFix(text('panel.openFor', { resource }), (words) =>
    createCommand('openChecklist', words, { folder: path, assetId: subject.assetId }),
  );
  return [...fixes, ...all, open];
}

/** Checks that the message of a loop recommends. */
const EVIDENCE_CHECKS: ReadonlySet<string> = new Set(['asg-elb-health-grace', 'asg-termination-hook']);

function quickFix(title: Text, commandFor: (words: string) => vscode.Command): vscode.CodeAction {
  const words = localized(title);
  const action = new vscode.CodeAction(words, vscode.CodeActionKind.QuickFix);
  action.command = commandFor(words);
  return action;
}
