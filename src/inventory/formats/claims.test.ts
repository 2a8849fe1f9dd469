import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isClaimed, WorkspaceInventory } from '../index.ts';
import { CLAIMS } from './claims.ts';
import { FORMATS } from './formats.ts';
import { temporaryFolder } from '../../../test/support/workspace.ts';

test('claims the same files in the editor as in a scan', () => {
  assert.deepEqual(
    new Map(CLAIMS.map(({ id, claims }) => [id, claims])),
    new Map(FORMATS.map(({ id, claims }) => [id, claims])),
  );
});

test('claims every scanned file, so that the editor reads it again after an edit', () => {
  const files =
    'Jenkinsfile ci/deploy.groovy a.ps1 Makefile rules.mk prod.env .env .envrc a.zsh a.ksh a.tsx a.jsx a.cjs a.cts ' +
    'terraform.tfstate a.yml.j2 values.yaml.gotmpl setup.sh.erb main.tf a/Dockerfile app.Dockerfile compose.yaml stack.template';
  for (const file of files.split(' ')) assert.ok(isClaimed(file), file);
  for (const file of ['README.md', 'logo.png', 'dockerfile.png', 'docs/Dockerfile.pdf', 'a.css', 'src/a.c'])
    assert.ok(!isClaimed(file), file);
});

test('lists an unclaimed file that code names, so that its edits count', async (t) => {
  const folder = temporaryFolder(t, {
    'main.tf':
      'resource "aws_launch_template" "web" {\n  user_data = base64encode(file("${path.module}/boot.txt"))\n}\n',
    'boot.txt': 'dnf install --releasever=2023.4.20240416 -y nginx\n',
  });
  const workspace = new WorkspaceInventory([folder]);
  await workspace.scan();
  assert.deepEqual(workspace.namedFiles(), ['boot.txt']);
});
