import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import * as z from 'zod';
import { readAction, readWorkflows, stepsOf } from '../support/surfaces/workflows.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const workflows = readWorkflows();
const { inputs, runs } = readAction();

test('the guide has a workflow for each mode, with only the permissions that it uses', () => {
  assert.deepEqual(
    workflows.map(({ on, permissions, jobs }) => [
      typeof on === 'string' ? on : Object.keys(on),
      permissions,
      Object.values(jobs)[0]?.steps.at(-1),
    ]),
    [
      [['schedule', 'push'], { contents: 'read', 'security-events': 'write' }, inMode('scan')],
      ['pull_request', { contents: 'read', 'pull-requests': 'write' }, inMode('pull-request')],
      [['schedule'], { contents: 'read', issues: 'write' }, inMode('watch')],
    ],
  );
});

function inMode(mode: string): object {
  return { uses: 'errata-lens/errata-lens@v0', with: { mode } };
}

test('no expression of a workflow becomes part of a command', () => {
  const commands = runs.steps.flatMap((step) => ('run' in step ? [step.run] : []));
  assert.ok(commands.length >= 8);
  for (const run of commands) assert.doesNotMatch(run, /\$\{\{/);
});

test('every step belongs to a mode, and every input is used', () => {
  const conditions = runs.steps.flatMap((step) => step.if ?? []);
  for (const condition of conditions)
    assert.match(condition, /^inputs\.mode == '(?:scan|pull-request|watch)'/);
  const text = JSON.stringify(runs);
  for (const name of Object.keys(inputs)) assert.ok(text.includes(`inputs.${name}`), name);
});

test('uploads the file that the scan has written', () => {
  assert.ok(JSON.stringify(runs).includes('${{ runner.temp }}/errata-lens.sarif'));
  assert.ok(stepsOf('scan').some(({ run }) => run.includes('> "$RUNNER_TEMP/errata-lens.sarif"')));
});

test('installs the version of the action itself', () => {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readText('package.json')));
  assert.equal(inputs['version']?.default, version);
});

test('our own workflows use existing scripts only, and no secret in a command', () => {
  const Step = z.object({ run: z.string().optional(), uses: z.string().optional() });
  const Own = z.object({ jobs: z.record(z.string(), z.object({ steps: z.array(Step) })) });
  const scripts = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readText('package.json')));
  for (const name of ['test', 'release', 'snapshot']) {
    const { jobs } = Own.parse(parse(readText(`.github/workflows/${name}.yml`)));
    for (const { run = '' } of Object.values(jobs).flatMap(({ steps }) => steps)) {
      assert.doesNotMatch(run, /\$\{\{/, name);
      for (const [, script = ''] of run.matchAll(/npm run ([\w:]+)/g))
        assert.ok(script in scripts.scripts, script);
    }
  }
});

/** Every line that names an action of others. */
function actionsIn(file: string): string[] {
  return [...readText(file).matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map(([, named = '']) => named);
}

test('pins every action of others to a commit, with its version in a comment', () => {
  const files = [
    'action.yml',
    'docs/github-actions.md',
    ...['test', 'release', 'snapshot'].map((name) => `.github/workflows/${name}.yml`),
  ];
  const own = 'errata-lens/errata-lens@v0';
  const used = files.flatMap(actionsIn).filter((named) => named !== own);
  assert.ok(used.length > 15);
  for (const named of used) assert.match(named, /^[\w-]+(?:\/[\w-]+){1,2}@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  const commits = Map.groupBy(new Set(used), (named) => named.split('@')[0]);
  for (const [action, each] of commits) assert.equal(each.length, 1, action);
});

test('no release job with permissions or secrets runs code of this repository or of packages', () => {
  const Release = z.object({
    permissions: z.record(z.string(), z.string()),
    jobs: z.record(
      z.string(),
      z.object({
        permissions: z.record(z.string(), z.string()).optional(),
        environment: z.unknown().optional(),
        steps: z.array(
          z.object({ run: z.string().optional(), env: z.record(z.string(), z.string()).optional() }),
        ),
      }),
    ),
  });
  const { permissions, jobs } = Release.parse(parse(readText('.github/workflows/release.yml')));
  assert.deepEqual(permissions, { contents: 'read' });
  const runsCode = /npm (?:ci(?! --ignore-scripts)|run|test|pack)|npx|node |\.ci\//;
  const powerful = Object.entries(jobs).filter(
    ([, job]) =>
      job.permissions !== undefined ||
      job.environment !== undefined ||
      JSON.stringify(job).includes('secrets.'),
  );
  assert.deepEqual(
    powerful.map(([name]) => name),
    ['provenance', 'npm', 'galleries', 'release', 'site'],
  );
  for (const [name, { permissions: rights = {}, steps }] of powerful) {
    for (const { run = '' } of steps) assert.doesNotMatch(run, runsCode, name);
    if ('id-token' in rights) assert.ok(!('contents' in rights) || rights['contents'] === 'read', name);
  }
});

test('the packages that upload extensions are locked', () => {
  const lock = z
    .object({
      packages: z.record(
        z.string(),
        z.object({ version: z.string().optional(), integrity: z.string().optional() }),
      ),
    })
    .parse(JSON.parse(readText('.github/publish/package-lock.json')));
  const { '': own, ...packages } = lock.packages;
  assert.ok(own !== undefined);
  for (const name of ['ovsx', '@vscode/vsce']) assert.ok(`node_modules/${name}` in packages, name);
  for (const [name, { integrity }] of Object.entries(packages))
    assert.match(integrity ?? '', /^sha512-/, name);
});

test('the container runs as an unprivileged user, on the build of this repository', () => {
  const lines = readText('Dockerfile').split('\n');
  assert.ok(lines.includes('USER node'));
  const copied = lines.flatMap((line) => /^COPY (?!--from)(.*) \S+$/.exec(line)?.[1]?.split(' ') ?? []);
  const kept = readText('.dockerignore').split('\n');
  for (const each of copied) assert.ok(kept.includes(`!${each.replace('./', '')}`), each);
});

function readText(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}
