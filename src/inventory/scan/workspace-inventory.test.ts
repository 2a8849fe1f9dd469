import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import type { TestContext } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { WorkspaceInventory } from '../index.ts';
import type { Asset, Inventory } from '../../model/index.ts';
import type { Format } from '../reading/format.ts';
import type { Change } from './workspace-inventory.ts';
import { FORMATS } from '../formats/formats.ts';
import { say } from '../../l10n/index.ts';
import { temporaryFolder, writeFiles } from '../../../test/support/workspace.ts';

const FILES = {
  'live/prod/main.tf':
    'module "db" {\n  source = "../../modules/db"\n  ev     = "8.0.mysql_aurora.3.04.0"\n}\n',
  'live/dev/main.tf': 'module "db" {\n  source = "../../modules/db"\n}\n',
  'modules/db/main.tf':
    'resource "aws_rds_cluster" "this" {\n  engine = "aurora-mysql"\n  engine_version = var.ev\n}\n',
  'modules/db/variables.tf': 'variable "ev" { default = "8.0.mysql_aurora.3.05.2" }\n',
  'other/main.tf':
    'resource "aws_rds_cluster" "x" {\n  engine = "aurora-mysql"\n  engine_version = "5.7.mysql_aurora.2.11.1"\n}\n',
  'cfn/db.yaml':
    'Resources:\n  Db:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      Engine: aurora-mysql\n      EngineVersion: 5.7.mysql_aurora.2.11.2\n',
};

/** Scanned workspace, with the units read since the last call. */
async function opened(t: TestContext, files: Record<string, string> = FILES) {
  const root = temporaryFolder(t, files);
  let read: string[] = [];
  const formats = FORMATS.map((format): Format => ({
    ...format,
    read: (unit, view) => {
      read.push(unit);
      return format.read(unit, view);
    },
  }));
  const workspace = new WorkspaceInventory([root], { formats });
  await workspace.scan();
  read = [];
  const update = async (change: Change) => {
    const before = workspace.inventory;
    return differenceOf(before, await workspace.update([change]));
  };
  const edit = (file: string, text: string) =>
    update({ absolute: path.join(root, file), kind: 'edited', text });
  const disk = (file: string) => update({ absolute: path.join(root, file), kind: 'disk' });
  return { root, workspace, edit, disk, unitsRead: () => read.splice(0).sort() };
}

/** New or changed assets, and ids of removed ones. */
function differenceOf(before: Inventory, inventory: Inventory) {
  const old = new Map(before.assets.map((asset) => [asset.id, asset]));
  const changed = inventory.assets.filter((asset) => !isDeepStrictEqual(old.get(asset.id), asset));
  for (const { id } of inventory.assets) old.delete(id);
  return { inventory, changed, removed: [...old.keys()] };
}

function versionsOf({ changed }: { changed: readonly Asset[] }): (string | null)[] {
  return changed.map((asset) => asset.version).sort();
}

test('reports no problem for a new folder', async (t) => {
  const { root, disk } = await opened(t);
  // A file without an ending may be a script.
  mkdirSync(path.join(root, 'deploy'));
  const { inventory } = await disk('deploy');
  assert.deepEqual(inventory.problems, []);
});

test('reads only units that use an edited file', async (t) => {
  const { edit, unitsRead } = await opened(t);
  const update = await edit('other/main.tf', FILES['other/main.tf'].replace('2.11.1', '2.11.4'));
  assert.deepEqual(unitsRead(), ['other']);
  assert.deepEqual(versionsOf(update), ['2.11.4']);
  assert.deepEqual(update.removed, []);
});

test('reads every caller of an edited module', async (t) => {
  const { edit, unitsRead } = await opened(t);
  const update = await edit(
    'modules/db/variables.tf',
    'variable "ev" { default = "8.0.mysql_aurora.3.08.0" }\n',
  );
  assert.deepEqual(unitsRead(), ['live/dev', 'live/prod', 'modules/db']);
  assert.deepEqual(
    update.changed.map(({ id, version }) => [id, version]),
    [['live/dev/main.tf#module.db.aws_rds_cluster.this', '3.08.0']],
  );
});

test('changes no asset after an irrelevant edit', async (t) => {
  const { edit } = await opened(t);
  assert.deepEqual(versionsOf(await edit('other/main.tf', `${FILES['other/main.tf']}# a comment\n`)), []);
});

test('returns to the file on disk after a document closes', async (t) => {
  const { edit, disk, workspace } = await opened(t);
  await edit('other/main.tf', '');
  assert.equal(
    workspace.inventory.assets.some(({ name }) => name === 'aws_rds_cluster.x'),
    false,
  );
  assert.deepEqual(versionsOf(await disk('other/main.tf')), ['2.11.1']);
});

test('keeps an edited document through a scan', async (t) => {
  const { edit, workspace } = await opened(t);
  await edit('other/main.tf', FILES['other/main.tf'].replace('2.11.1', '2.11.4'));
  const { assets } = await workspace.scan();
  assert.ok(assets.some(({ version }) => version === '2.11.4'));
});

test('reads units again if files of their folder appear or disappear', async (t) => {
  const { root, disk, unitsRead } = await opened(t);
  writeFiles(root, { 'modules/db/terraform.tfvars': 'x = 1\n', 'live/dev/dev.auto.tfvars': 'unused = 1\n' });
  await disk('live/dev/dev.auto.tfvars');
  assert.deepEqual(unitsRead(), ['live/dev']);
  rmSync(path.join(root, 'modules/db/variables.tf'));
  const update = await disk('modules/db/variables.tf');
  assert.deepEqual(unitsRead(), ['live/dev', 'live/prod', 'modules/db']);
  assert.deepEqual(
    update.changed.map(({ version, reason }) => [version, reason?.key]),
    [[null, 'inventory.notDeclared']],
  );
});

test('adds a unit when a file becomes relevant, and removes it afterwards', async (t) => {
  const { edit } = await opened(t, { 'a/main.tf': 'locals { x = 1 }\n' });
  const added = await edit('a/main.tf', FILES['other/main.tf']);
  assert.deepEqual(versionsOf(added), ['2.11.1']);
  assert.deepEqual((await edit('a/main.tf', 'locals { x = 1 }\n')).removed, ['a/main.tf#aws_rds_cluster.x']);
});

test('ignores edits of files that no scan reads', async (t) => {
  const { edit, workspace } = await opened(t, { ...FILES, '.gitignore': 'gen/\n' });
  const before = workspace.inventory.assets.length;
  await edit('gen/main.tf', FILES['other/main.tf']);
  await edit('node_modules/a/main.tf', FILES['other/main.tf']);
  await edit('../main.tf', FILES['other/main.tf']);
  assert.equal(workspace.inventory.assets.length, before);
});

test('reads a changed script again if a template names it', async (t) => {
  const { root, disk, workspace } = await opened(t, {
    'main.tf':
      'resource "aws_launch_template" "a" {\n  user_data = filebase64("${path.module}/boot.sh")\n}\n',
    'boot.sh': 'first\n',
  });
  const userData = () =>
    workspace.inventory.assets.find(({ kind }) => kind === 'launch-template')?.settings['userData'];
  assert.equal(userData(), 'first\n');
  writeFiles(root, { 'boot.sh': 'second\n' });
  await disk('boot.sh');
  assert.equal(userData(), 'second\n');
});

test('stops a cancelled scan', async (t) => {
  const root = temporaryFolder(t, FILES);
  const stop = new AbortController();
  const workspace = new WorkspaceInventory([root], { signal: stop.signal });
  const scan = workspace.scan();
  stop.abort(new Error('enough'));
  await assert.rejects(scan, /enough/);
  assert.deepEqual(workspace.inventory.assets, []);
});

test('reports the progress of a scan, and can stop it there', async (t) => {
  const text = 'x'.repeat(1_000_000);
  const root = temporaryFolder(
    t,
    Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}.tf`, text])),
  );
  const stop = new AbortController();
  const seen: number[] = [];
  const workspace = new WorkspaceInventory([root], {
    signal: stop.signal,
    onProgress: (files) => {
      seen.push(files);
      stop.abort(new Error('enough'));
    },
  });
  await assert.rejects(workspace.scan(), /enough/);
  assert.ok(seen.length === 1 && (seen[0] ?? 0) > 0 && (seen[0] ?? 0) < 300);
});

test('reports each version once during a scan', async (t) => {
  const again = { 'other/again.tf': FILES['other/main.tf'].replace('"x"', '"y"') };
  const root = temporaryFolder(t, { ...FILES, ...again });
  const versions: (string | null)[] = [];
  const onVersions = (assets: readonly Asset[]) =>
    void versions.push(...assets.map(({ version }) => version));
  const { assets } = await new WorkspaceInventory([root], { onVersions }).scan();
  assert.deepEqual(versions.sort(), [...new Set(assets.map(({ version }) => version))].sort());
  assert.ok(assets.length > versions.length);
});

test('applies an edit during a scan after it', async (t) => {
  const { edit, workspace } = await opened(t);
  const scan = workspace.scan();
  const update = edit('other/main.tf', FILES['other/main.tf'].replace('2.11.1', '2.11.4'));
  await scan;
  assert.deepEqual(versionsOf(await update), ['2.11.4']);
  const { assets } = workspace.inventory;
  assert.ok(assets.some(({ version }) => version === '2.11.4'));
});

test('reads all modules or templates of a cycle, and reports the cycle', async (t) => {
  const module = (name: string, other: string, version: string): string =>
    `module "other" {\n  source = "../${other}"\n}\n` +
    `resource "aws_rds_cluster" "${name}" {\n  engine = "aurora-mysql"\n  engine_version = "${version}"\n}\n`;
  const template = (other: string, version: string): string =>
    `Resources:\n  Other:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: ${other}.yaml\n` +
    `  Db:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      Engine: aurora-mysql\n      EngineVersion: ${version}\n`;
  const { workspace } = await opened(t, {
    'a/main.tf': module('first', 'b', '8.0.mysql_aurora.3.04.0'),
    'b/main.tf': module('second', 'c', '8.0.mysql_aurora.3.05.2'),
    'c/main.tf': module('third', 'a', '8.0.mysql_aurora.3.08.0'),
    'cfn/x.yaml': template('y', '8.0.mysql_aurora.3.10.0'),
    'cfn/y.yaml': template('x', '8.0.mysql_aurora.3.10.1'),
  });
  const { assets, problems } = workspace.inventory;
  assert.deepEqual(assets.map(({ id, version }) => `${id} ${version ?? ''}`).sort(), [
    'a/main.tf#aws_rds_cluster.first 3.04.0',
    'a/main.tf#module.other.aws_rds_cluster.second 3.05.2',
    'a/main.tf#module.other.module.other.aws_rds_cluster.third 3.08.0',
    'cfn/x.yaml#Db 3.10.0',
    'cfn/x.yaml#Other.Db 3.10.1',
  ]);
  const sentences = problems.map(({ source, text }) => `${source}: ${say(text, 'en')}`);
  const rest = ', which refers to it: references of this circle are not followed.';
  assert.deepEqual(sentences.sort(), [
    `c/main.tf: Line 1 refers back to a${rest}`,
    `cfn/y.yaml: Line 2 refers back to cfn/x.yaml${rest}`,
  ]);
});
