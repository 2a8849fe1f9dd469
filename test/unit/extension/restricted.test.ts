import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import * as z from 'zod';
import { onlyReads, READING_COMMANDS } from '../../../src/extension/restricted.ts';
import { viewOf } from '../../../src/extension/checklist/view.ts';
import { createAnalyser } from '../../../src/extension/worker/analyser.ts';
import { temporaryFolder } from '../../support/workspace.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const manifest = z
  .object({
    contributes: z.object({
      commands: z.array(z.object({ command: z.string(), enablement: z.string().optional() })),
    }),
  })
  .parse(JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')));

const reads = (command: string): boolean => READING_COMMANDS.some((name) => name === command);

/** Sources of the extension, but the one place that registers commands for trusted workspaces. */
const SOURCES = readdirSync(path.join(ROOT, 'src/extension'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && path.basename(file) !== 'trusted-command.ts')
  .map((file) => readFileSync(path.join(ROOT, 'src/extension', file), 'utf8'));

/** The names of commands that are registered by a function; a name that is put together counts by its beginning. */
function registeredBy(pattern: RegExp): string[] {
  return SOURCES.flatMap((source) => [...source.matchAll(pattern)].flatMap(([, name]) => name ?? []));
}

describe('Restricted Mode', () => {
  test('package.json enables every command that does more than read in trusted workspaces only', () => {
    for (const { command, enablement = '' } of manifest.contributes.commands) {
      assert.equal(!/\bisWorkspaceTrusted\b/.test(enablement), reads(command), command);
      assert.doesNotMatch(enablement, /!\s*isWorkspaceTrusted|\|\|/, command);
    }
  });

  test('the code refuses what package.json does not enable, links and keys included', () => {
    const free = registeredBy(/(?<!Trusted)[rR]egisterCommand\(\s*[^,]*?['"`](errataLens\.[\w.]+)/g);
    const more = free.filter((command) => !reads(command));
    assert.deepEqual(more, []);
    const trusted = new Set(registeredBy(/registerTrustedCommand\(\s*['"`](errataLens\.[\w.]+)/g));
    assert.ok(['errataLens.applyFix', 'errataLens.suppress'].every((command) => trusted.has(command)));
    for (const { command } of manifest.contributes.commands) {
      const isRefused = [...trusted].some(
        (name) => name === command || command.startsWith('errataLens.news.'),
      );
      assert.equal(isRefused, !reads(command), command);
    }
  });

  test('of the quick fixes those stay that only show something', () => {
    const action = (command: string) => ({ command: { command } });
    assert.ok(onlyReads(action('errataLens.showUpgrade')));
    assert.ok(onlyReads(action('errataLens.openChecklist')));
    assert.ok(!onlyReads(action('errataLens.suppress')));
    assert.ok(!onlyReads(action('errataLens.applyFix')));
    assert.ok(!onlyReads({ edit: {} }));
    assert.ok(!onlyReads({ ...action('errataLens.showBugs'), edit: {} }));
  });

  test('the checklist has nothing to mend, accept or export', async (t) => {
    const folder = temporaryFolder(t, {
      'main.tf':
        'resource "aws_rds_cluster" "a" {\n  engine = "aurora-mysql"\n  engine_version = "5.7.mysql_aurora.2.11.1"\n}\n',
    });
    const checklist = await createAnalyser({ cacheFolder: folder }).checklistOf(folder);
    const offered = (mayWrite: boolean) => {
      const view = viewOf([checklist], 'en', mayWrite);
      const fixes = view.rows.flatMap(({ fix }) => fix?.mend ?? []).length;
      const accepts = view.rows.filter(({ canAccept }) => canAccept).length;
      return { fixes: fixes > 0, accepts: accepts > 0, mayWrite: view.mayWrite };
    };
    assert.deepEqual(offered(true), { fixes: true, accepts: true, mayWrite: true });
    assert.deepEqual(offered(false), { fixes: false, accepts: false, mayWrite: false });
  });
});
