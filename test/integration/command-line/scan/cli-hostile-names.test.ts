import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { CliRun } from '../../../support/command-line/cli.ts';
import { offlineCommands } from '../../../support/command-line/commands.ts';
import { runSharedCli } from '../../../support/command-line/one-cli.ts';
import { commandsIn, controlsIn } from '../../../support/command-line/control-characters.ts';
import { temporaryFolder } from '../../../support/workspace.ts';

/** Text that begins a workflow command anywhere, clears a screen, and reverses the direction of text. */
const EVIL = '\n::error title=pwned::\r\n  ::add-mask::x ##[command]y \u001b[2J\u202e\u009b1m';
/** The same text, escaped for strings of HCL, YAML and JSON. */
const WRITTEN = JSON.stringify(EVIL)
  .slice(1, -1)
  .replaceAll('\u009b', '\\u009b')
  .replaceAll('\u202e', '\\u202e');

function hostileFolder(t: TestContext): string {
  const database = (identifier: string, version: string): string => `
# errata-lens:ignore end-of-support -- ::warning::${EVIL.replaceAll(/[\r\n]/g, '')}
resource "aws_rds_cluster" "${identifier.length}" {
  cluster_identifier = "${identifier}"
  engine             = "aurora-mysql"
  engine_version     = "${version}"
}
resource "aws_rds_cluster" "::error::" {
  cluster_identifier = "::error::${WRITTEN}"
  engine             = "aurora-mysql"
  engine_version     = "5.7.mysql_aurora.2.11.1${WRITTEN}"
}
`;
  return temporaryFolder(t, {
    '.errata-lens.yaml': [
      `"::error::${WRITTEN}": 1`,
      `severity-floor: "::error::${WRITTEN}"`,
      'known-issues:',
      `  - { id: "::error::${WRITTEN}", title: "::error::${WRITTEN}", product: aurora-mysql, versions: ['2.11.1'], severity: critical, impact: restart, reason: "${WRITTEN}" }`,
      'ignore:',
      `  - { rule: known-bugs, resource: "*.::error::", reason: "::error::${WRITTEN}" }`,
      'accepted:',
      `  - { check: aurora-log-export-error, reason: "${WRITTEN}", date: 2026-11-24 }`,
      '',
    ].join('\n'),
    '::error title=pwned::hello.tf': database('shop', '5.7.mysql_aurora.2.11.1'),
    [`-rf${EVIL.replaceAll('/', '')}.tf`]: database(`mart ${WRITTEN}`, '5.7.mysql_aurora.2.11.1'),
    '##[error]/main.tf': database('third', '8.0.mysql_aurora.3.04.0'),
    '::broken::.tf': 'resource "aws_rds_cluster" "x" { engine = ',
    [`::broken::${EVIL}.yaml`]: `AWSTemplateFormatVersion: "2010-09-09"\nResources: { "::error::${WRITTEN}": [`,
  });
}

function assertHarmless({ stdout, stderr }: CliRun, about: string): void {
  for (const output of [stdout, stderr]) {
    assert.deepEqual(commandsIn(output), [], about);
    assert.deepEqual(controlsIn(output), [], about);
  }
}

describe('no printed line contains a workflow command or a control character', () => {
  for (const { name, words, formats } of offlineCommands()) {
    test(name, async (t) => {
      const folder = hostileFolder(t);
      for (const format of formats) {
        const cache = name === 'policy' ? [] : ['--cache-dir', temporaryFolder(t)];
        for (const args of [words, [...words, '--lang', 'ja'], [...words, EVIL]]) {
          const run = await runSharedCli([...args, '--format', format, ...cache], { cwd: folder });
          assertHarmless(run, `${args.join(' ')} --format ${format}`);
          if (run.code === 0 && (format === 'json' || format === 'sarif')) JSON.parse(run.stdout);
        }
      }
    });
  }

  test('wrong usage with hostile arguments', async (t) => {
    const cwd = hostileFolder(t);
    const wrong = [
      [EVIL],
      ['scan', EVIL],
      ['scan', `--${EVIL}`],
      ['scan', '--format', EVIL],
      ['scan', '--as-of', EVIL],
      ['scan', '--config', EVIL],
      ['scan', '--against', EVIL],
      ['bugs', EVIL, '1'],
      ['bugs', 'aurora-mysql', EVIL],
      ['bugs', 'amazon-linux-2023', EVIL],
      ['bugs', '--cve', EVIL],
      ['upgrade', 'aurora-mysql', EVIL],
      ['support-pack', EVIL, '.'],
      ['brief', '.', '--from', EVIL],
      ['brief', '.', '--from', '2.11.1', '--to', EVIL],
      ['watch', '--once', '--offline', '--channel', EVIL],
      ['watch', '--offline', '--cron', EVIL],
      ['watch', '--offline', '--state', EVIL],
      ['watch', '--offline', '--mute', EVIL],
      ['account', '--profile', EVIL],
      ['catalogue', 'update', '--docs-origin', EVIL],
    ];
    for (const args of wrong) {
      const run = await runSharedCli(args, { cwd });
      assertHarmless(run, args.join(' '));
      assert.equal(run.code, 2, `${args.join(' ')}: ${run.stdout}`);
      assert.notEqual(run.stderr, '');
    }
  });

  test('prefixes a path with ./ that begins like an option or a command', async (t) => {
    const { stdout } = await runSharedCli(['scan', '.', '--cache-dir', temporaryFolder(t)], {
      cwd: hostileFolder(t),
    });
    assert.match(stdout, /^ {2}(?:.*, )?\.\/::error title=pwned::hello\.tf:/m);
    assert.match(stdout, /^ {2}(?:.*, )?\.\/-rf\\n::error title=pwned::\\r\\n/m);
  });
});
