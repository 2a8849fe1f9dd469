import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import * as z from 'zod';
import { isReadOnlyAction, registerCommands, type CommandHandlers } from './commands.ts';
import { editorId, READ_ONLY_COMMANDS } from './names.ts';
import { checklistView } from '../checklist/view.ts';
import { createAnalyser } from '../worker/analyser.ts';
import { temporaryFolder } from '../../../test/support/workspace.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const manifest = z
  .object({
    contributes: z.object({
      commands: z.array(z.object({ command: z.string(), enablement: z.string().optional() })),
    }),
  })
  .parse(JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')));

const reads = (command: string): boolean => READ_ONLY_COMMANDS.some((name) => editorId(name) === command);

describe('Restricted Mode', () => {
  test('disables in package.json every command that does more than read', () => {
    for (const { command, enablement = '' } of manifest.contributes.commands) {
      assert.equal(!/\bisWorkspaceTrusted\b/.test(enablement), reads(command), command);
      assert.doesNotMatch(enablement, /!\s*isWorkspaceTrusted|\|\|/, command);
    }
  });

  test('refuses in code every command that package.json disables, from links and keys as well', () => {
    const offered = manifest.contributes.commands.map(({ command }) => command);
    const all = [...offered, 'errataLens.applyFix', 'errataLens.suppress'];
    const names = all.map((command) => command.replace('errataLens.', ''));
    for (const isTrusted of [false, true]) {
      const answers = new Map<string, unknown>();
      const register = (command: string, run: (...given: unknown[]) => unknown) => {
        answers.set(command, run('given'));
        return { dispose: () => undefined };
      };
      registerCommands(
        { commands: { registerCommand: register as never }, workspace: { isTrusted } },
        Object.fromEntries(names.map((name) => [name, (given: unknown) => given])) as CommandHandlers,
        () => 'refused',
      );
      assert.deepEqual(
        [...answers],
        all.map((command) => [command, isTrusted || reads(command) ? 'given' : 'refused']),
      );
    }
  });

  test('keeps only the quick fixes that show something', () => {
    const action = (command: string) => ({ command: { command } });
    assert.ok(isReadOnlyAction(action('errataLens.showUpgrade')));
    assert.ok(isReadOnlyAction(action('errataLens.openChecklist')));
    assert.ok(!isReadOnlyAction(action('errataLens.suppress')));
    assert.ok(!isReadOnlyAction(action('errataLens.applyFix')));
    assert.ok(!isReadOnlyAction({ edit: {} }));
    assert.ok(!isReadOnlyAction({ ...action('errataLens.showBugs'), edit: {} }));
  });

  test('offers no fix, acceptance or export in the checklist', async (t) => {
    const folder = temporaryFolder(t, {
      'main.tf':
        'resource "aws_rds_cluster" "a" {\n  engine = "aurora-mysql"\n  engine_version = "5.7.mysql_aurora.2.11.1"\n}\n',
    });
    const checklist = await createAnalyser({ cacheFolder: folder }).checklistOf(folder);
    const offered = (mayWrite: boolean) => {
      const view = checklistView([checklist], 'en', mayWrite);
      const fixes = view.rows.flatMap(({ fix }) => fix?.fixInFile ?? []).length;
      const accepts = view.rows.filter(({ canAccept }) => canAccept).length;
      return { fixes: fixes > 0, accepts: accepts > 0, mayWrite: view.mayWrite };
    };
    assert.deepEqual(offered(true), { fixes: true, accepts: true, mayWrite: true });
    assert.deepEqual(offered(false), { fixes: false, accepts: false, mayWrite: false });
  });
});
