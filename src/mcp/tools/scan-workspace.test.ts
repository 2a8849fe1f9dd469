import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { callTool, ReadableFolders } from '../index.ts';
import { catalogueOf } from '../../../test/support/catalogue/catalogue.ts';
import { clusterNamed } from '../../../test/support/hostile/multiply.ts';
import { temporaryFolder } from '../../../test/support/workspace.ts';

void test('reports suppressions without effect, each with the name of its file', async (t) => {
  const base = temporaryFolder(t, {
    'a/main.tf': `# errata-lens:ignore-file no-such-rule -- r\n${clusterNamed('a')}`,
    'b/main.tf': clusterNamed('b'),
    'b/.errata-lens.yaml': 'ignore:\n  - { rule: known-bugs, resource: aws_rds_cluster.c, reason: r }\n',
  });
  const context = {
    ...({ version: '', language: 'en', today: () => '2026-12-01', readAccounts: null } as const),
    catalogue: () => Promise.resolve(catalogueOf([], [])),
    folders: new ReadableFolders([path.join(base, 'a'), path.join(base, 'b')]),
  };
  const { problems } = JSON.parse(await callTool(context, 'scan_workspace', {})) as { problems: string[] };
  assert.deepEqual(
    problems.map((problem) => problem.split(':', 1).join('')),
    ['a/main.tf', 'b/.errata-lens.yaml'],
  );
});
