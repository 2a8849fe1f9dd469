import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { STAND_IN_RULES } from '../../support/accounts/aws-answers.ts';
import { on, startAwsProxy, xml } from '../../support/accounts/aws-proxy.ts';
import { runCli } from '../../support/command-line/cli.ts';
import { runSharedCli } from '../../support/command-line/one-cli.ts';
import { createFleet, REGIONS, writeProfiles } from '../../support/accounts/fleet.ts';
import { moto, needsMoto } from '../../support/accounts/moto.ts';
import { temporaryFolder } from '../../support/workspace.ts';

const CANARY = 'canary-7f3a';
const PARAMETERS = ['init_connect', 'init_file', 'init_replica', 'init_slave'];
const FORMATS = ['text', 'json', 'sarif', 'junit', 'markdown', 'csv'];

const CODE = `
resource "aws_rds_cluster" "main" {
  cluster_identifier              = "shop"
  engine                          = "aurora-mysql"
  engine_version                  = "5.7.mysql_aurora.2.11.1"
  master_username                 = "admin"
  master_password                 = "${CANARY}"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.own.name
}
resource "aws_rds_cluster_parameter_group" "own" {
  name   = "own"
  family = "aurora-mysql5.7"
${PARAMETERS.map((name) => `  parameter {\n    name  = "${name}"\n    value = "SET @p = '${CANARY}'"\n  }\n`).join('')}}
resource "aws_launch_template" "web" {
  name      = "web"
  image_id  = "ami-0123456789abcdef0"
  user_data = base64encode("#!/bin/bash\\nexport PASSWORD=${CANARY}\\nyum install -y amazon-cloudwatch-agent\\n")
}
resource "aws_ssm_association" "agent" {
  name       = "AWS-RunShellScript"
  parameters = { commands = "export PASSWORD=${CANARY}; yum install -y amazon-cloudwatch-agent" }
  targets {
    key    = "tag:aws:autoscaling:groupName"
    values = [aws_autoscaling_group.web.name]
  }
}
resource "aws_autoscaling_group" "web" {
  name     = "web"
  min_size = 1
  max_size = 2
  launch_template {
    id = aws_launch_template.web.id
  }
}
`;

test('no format contains a secret of a file', async (t) => {
  const cwd = temporaryFolder(t, { 'main.tf': CODE });
  const runs = [
    ...FORMATS.flatMap((format) => [
      ['scan', '.', '--format', format],
      ['checklist', '.', '--format', format],
    ]),
    ['scan', '.', '--format', 'jsonl'],
    ['support-pack', 'shop', '.'],
  ];
  for (const [nth, args] of runs.entries()) {
    // One run in a separate process, as for a user.
    const run = nth === 0 ? runCli : runSharedCli;
    const { code, stdout, stderr } = await run([...args, '--cache-dir', temporaryFolder(t)], { cwd });
    assert.equal(code, 0, stderr);
    assert.notEqual(stdout, '');
    assert.ok(!(stdout + stderr).includes(CANARY), args.join(' '));
  }
});

test('no format contains a secret of an account', { skip: needsMoto }, async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'errata-lens-secrets-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  await createFleet(await moto());
  const proxy = await startAwsProxy(await moto());
  t.after(() => proxy.stop());
  const env = writeProfiles(folder, proxy.url);
  const rows = PARAMETERS.map(
    (name) =>
      `<Parameter><ParameterName>${name}</ParameterName><ParameterValue>${CANARY}</ParameterValue><Source>user</Source></Parameter>`,
  ).join('');
  const parameters = on('rds:DescribeDBClusterParameters', ({ action }) =>
    xml(action, `<Parameters>${rows}</Parameters>`),
  );
  const account = ['--profile', 'one', '--region', REGIONS[0], '--cache-dir', folder];
  const runs = [
    ...FORMATS.map((format) => ['account', ...account, '--format', format]),
    ['checklist', ...account, '--format', 'json'],
    ['support-pack', 'orders-0', ...account],
  ];
  for (const [nth, args] of runs.entries()) {
    proxy.reset(parameters, ...STAND_IN_RULES);
    const run = nth === 0 ? runCli : runSharedCli;
    const { code, stdout, stderr } = await run(args, { cwd: folder, env });
    assert.equal(code, 0, stderr);
    assert.ok(!(stdout + stderr).includes(CANARY), args.join(' '));
    if (args[0] === 'account' && args.at(-1) === 'json')
      assert.ok(stdout.includes('"init_connect": "(hidden)"'));
  }
});
