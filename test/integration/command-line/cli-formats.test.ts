import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runCli } from '../../support/command-line/cli.ts';
import { offlineCommands } from '../../support/command-line/commands.ts';
import { runSharedCli } from '../../support/command-line/one-cli.ts';
import { temporaryFolder } from '../../support/workspace.ts';

const MAIN = `
resource "aws_rds_cluster" "main" {
  cluster_identifier = "shop"
  engine             = "aurora-mysql"
  engine_version     = "5.7.mysql_aurora.2.11.1"
}
`;

describe('a command writes every format that its help lists', () => {
  for (const { name, words, formats } of offlineCommands()) {
    test(name, async (t) => {
      const folder = temporaryFolder(t, { 'main.tf': MAIN });
      // One cache serves every format; only a watch needs an empty one for its first look.
      const kept = temporaryFolder(t);
      assert.ok(formats.length > 0);
      for (const [nth, format] of formats.entries()) {
        // Each command starts once in a process, as for a user.
        const cache = name === 'policy' ? [] : ['--cache-dir', name === 'watch' ? temporaryFolder(t) : kept];
        const args = [...words, '--format', format, ...cache];
        const { code, stdout, stderr } = await (nth === 0 ? runCli : runSharedCli)(args, { cwd: folder });
        assert.equal(code, 0, `${format}: ${stderr}`);
        // A first look has no alerts, and so no lines of JSON.
        if (!(name === 'watch' && format === 'jsonl')) assert.notEqual(stdout.trim(), '', format);
        if (format === 'json' || format === 'sarif') JSON.parse(stdout);
      }
    });
  }
});
