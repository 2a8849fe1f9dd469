import assert from 'node:assert/strict';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import type * as VsCode from 'vscode';
import type { Case, CaseContext } from '../harness/cases.ts';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE = 30_000;
const PRODUCT = 'aurora-mysql';
const PREFIX = 'errata-lens_';

async function allow(vscode: typeof VsCode, isAllowed: boolean): Promise<void> {
  const settings = vscode.workspace.getConfiguration('errataLens');
  await settings.update(
    'assistants.enabled',
    isAllowed ? true : undefined,
    vscode.ConfigurationTarget.Global,
  );
}

/** Waits until a condition holds, because the editor has no event for changed tools. */
async function comesTrue(holds: () => Promise<unknown>): Promise<void> {
  const patience = AbortSignal.timeout(PATIENCE);
  for (;;) {
    try {
      await holds();
      return;
    } catch (error) {
      if (patience.aborted) throw error;
      await pause(200);
    }
  }
}

async function ask(vscode: typeof VsCode, tool: string, input: object): Promise<Record<string, unknown>> {
  const { content } = await vscode.lm.invokeTool(`${PREFIX}${tool}`, {
    input,
    toolInvocationToken: undefined,
  });
  const [part] = content;
  assert.ok(part instanceof vscode.LanguageModelTextPart);
  return JSON.parse(part.value) as Record<string, unknown>;
}

/** Runs work while the tools are allowed. */
async function allowed(vscode: typeof VsCode, work: () => Promise<void>): Promise<void> {
  await allow(vscode, true);
  try {
    // The tools appear as soon as the extension has read the setting.
    await comesTrue(() => ask(vscode, 'known_bugs', { product: PRODUCT, version: '2.11.1' }));
    await work();
  } finally {
    await allow(vscode, false);
  }
}

export const cases: Case[] = [
  {
    name: 'offers no tools to assistants before the user allows it',
    async run({ vscode }) {
      await assert.rejects(ask(vscode, 'known_bugs', { product: PRODUCT, version: '2.11.1' }));
    },
  },
  {
    name: 'answers assistants about bugs of a version and an error line, and explains refusals',
    async run({ vscode }) {
      await allowed(vscode, async () => {
        const known = await ask(vscode, 'known_bugs', { product: PRODUCT, version: '2.11.1', limit: 3 });
        assert.equal(known.coverage, 'known');
        assert.ok(Array.isArray(known.bugs) && known.bugs.length === 3);
        const symptom = 'packets.go: unexpected EOF, thousands of new connections, dropped in the handshake';
        const answer = await ask(vscode, 'is_this_my_bug', { product: PRODUCT, version: '2.11.1', symptom });
        assert.ok(Array.isArray(answer.fits) && answer.fits.length > 0);
        await assert.rejects(
          ask(vscode, 'known_bugs', { product: PRODUCT, version: 'none at all' }),
          /none at all/,
        );
      });
      await comesTrue(() =>
        assert.rejects(ask(vscode, 'known_bugs', { product: PRODUCT, version: '2.11.1' })),
      );
    },
  },
  {
    name: 'gives assistants access to the open folder only',
    async run(context) {
      await cp(path.join(context.workspaces, 'incident/terraform'), path.join(context.folder, 'asked'), {
        recursive: true,
      });
      await allowed(context.vscode, () => askAboutFolders(context));
    },
  },
];

async function askAboutFolders({ vscode, workspaces }: CaseContext): Promise<void> {
  const scan = await ask(vscode, 'scan_workspace', { path: 'asked', limit: 2 });
  assert.ok(Array.isArray(scan.findings) && scan.findings.length > 0);
  await assert.rejects(ask(vscode, 'scan_workspace', { path: workspaces }), /not in a folder/);
}
