import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { test, type TestContext } from 'node:test';
import { auroraSite, type SiteRelease } from '../../support/pages/aurora-site.ts';
import { compiledCode } from '../../support/environment.ts';
import { startMirror } from '../../support/mirror/mirror.ts';
import { readSarif } from '../../support/surfaces/sarif.ts';
import { stepsOf, type Mode, type RunStep } from '../../support/surfaces/workflows.ts';
import { temporaryFolder } from '../../support/workspace.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const INCIDENT = path.join(ROOT, 'test/workspaces/incident');

function has(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}
const skip = ['bash', 'jq', 'git'].some((command) => !has(command)) && 'needs bash, jq and git';

/** A stand-in for `gh`, which records its arguments and the given file, and knows the issues with ids in a file. */
const GH = `#!/usr/bin/env bash
echo "gh $*" >> "$GH_LOG"
[ "$1 $2" != 'pr view' ] || cat "$GH_LOG.comments" 2> /dev/null || echo '{"comments": []}'
while [ $# -gt 0 ]; do
  case "$1" in
    --body-file) cat "$2" >> "$GH_LOG"; cat "$2" >> "$GH_LOG.bodies" ;;
    --search) grep -c "\${2% in:body}" "$GH_LOG.bodies" 2> /dev/null || [ -e "$GH_LOG.bodies" ] || echo 0 ;;
  esac
  shift
done
exit 0
`;

/** A runner: a repository with the incident's code, and the commands that a job finds. */
function setUp(t: TestContext) {
  const temp = temporaryFolder(t);
  const repository = path.join(temp, 'repository');
  const bin = path.join(temp, 'bin');
  const runnerTemp = path.join(temp, 'runner');
  cpSync(INCIDENT, repository, { recursive: true });
  for (const folder of [bin, runnerTemp]) mkdirSync(folder);
  const cli = `#!/usr/bin/env bash\nexec "${process.execPath}" "${path.join(ROOT, 'dist/cli.js')}" "$@"\n`;
  for (const [name, script] of [
    ['errata-lens', cli],
    ['gh', GH],
  ] as const) {
    writeFileSync(path.join(bin, name), script);
    chmodSync(path.join(bin, name), 0o755);
  }
  const env: Record<string, string> = {
    ...compiledCode(),
    PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`,
    HOME: temp,
    LC_ALL: 'C',
    RUNNER_TEMP: runnerTemp,
    GITHUB_STEP_SUMMARY: path.join(temp, 'summary.md'),
    GITHUB_OUTPUT: path.join(temp, 'output'),
    GH_LOG: path.join(temp, 'gh.log'),
    GITHUB_REPOSITORY: 'o/r',
  };
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      cwd: repository,
      encoding: 'utf8',
      env: { ...env, GIT_CONFIG_GLOBAL: '/dev/null' },
    }).trim();

  /** Runs the steps of a mode as a runner does, each with `bash -e`; gives the status of the last one. */
  async function run(mode: Mode, more: Record<string, string> = {}): Promise<number> {
    for (const step of stepsOf(mode, more['FAIL_ON'])) {
      const status = await runStep(step, { SCANNED: '.', ...more });
      if (status !== 0) return status;
    }
    return 0;
  }

  async function runStep(step: RunStep, more: Record<string, string>): Promise<number> {
    const child = spawn('bash', ['-e', '-o', 'pipefail', '-c', step.run], {
      cwd: repository,
      env: { ...env, ...more },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const closed = once(child, 'close') as Promise<[number | null]>;
    const stderr = await text(child.stderr);
    const [status] = await closed;
    // An unknown option or command must not count as a failed check.
    assert.doesNotMatch(stderr, /unknown option|command not found|unexpected error/, step.run);
    return status ?? -1;
  }

  const asked = (): string => (existsSync(env.GH_LOG ?? '') ? readFileSync(env.GH_LOG ?? '', 'utf8') : '');
  return { repository, runnerTemp, env, git, run, runStep, asked };
}

const OLD: SiteRelease = { date: '2031-01-05', fixes: ['Corrected how quoting of alpha names works.'] };
const NEW: SiteRelease = {
  date: '2031-02-05',
  fixes: ['Fixed an issue that restarts the writer on zebra tables.'],
};
/** Invented patches of the branch of the incident. */
const SITE = auroraSite({
  '2031-01-10': { releases: { '2.11.8': OLD } },
  '2031-02-10': { releases: { '2.11.8': OLD, '2.11.9': NEW } },
});

test('mode scan writes SARIF of the incident', { skip }, async (t) => {
  const mirror = await startMirror(SITE);
  t.after(() => mirror.close());
  const { run, runnerTemp } = setUp(t);
  assert.equal(await run('scan', { ERRATA_LENS_DOCS_ORIGIN: mirror.origin }), 0);
  const log: unknown = JSON.parse(readFileSync(path.join(runnerTemp, 'errata-lens.sarif'), 'utf8'));
  const { results } = readSarif(log);
  const files = results.flatMap(({ locations }) =>
    locations.flatMap(({ physicalLocation }) => physicalLocation?.artifactLocation.uri ?? []),
  );
  assert.ok(files.includes('terraform/database.tf'), files.join(' '));
  assert.equal(
    await run('scan', { ERRATA_LENS_DOCS_ORIGIN: 'http://127.0.0.1:9' }),
    0,
    'notes that cannot be read',
  );
});

test(
  'mode pull-request writes one comment about changed versions, and fails for worse ones',
  { skip },
  async (t) => {
    const { repository, git, run, runStep, env, asked } = setUp(t);
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'base');
    const more = { BASE: git('rev-parse', 'HEAD'), NUMBER: '7' };
    const file = path.join(repository, 'terraform/database.tf');
    const before = readFileSync(file, 'utf8');

    assert.equal(await run('pull-request', more), 0);
    assert.equal(asked(), '', 'no version changed');
    git('worktree', 'remove', '--force', path.join(env.RUNNER_TEMP ?? '', 'base'));

    writeFileSync(file, before.replace('2.11.1', '2.11.2'));
    assert.equal(await run('pull-request', more), 0);
    const comment =
      /^gh pr view 7 --json comments\ngh pr comment 7 --body-file \S+\n<!-- errata-lens pull-request \. -->\n## /;
    assert.match(asked(), comment);
    assert.match(asked(), /Fixes \d+ known bugs?; \d+ stays?, \d+ undetermined\. New there: \d+\./);
    assert.match(readFileSync(env.GITHUB_STEP_SUMMARY ?? '', 'utf8'), /2\\\.11\\\.2|2\.11\.2/);
    git('worktree', 'remove', '--force', path.join(env.RUNNER_TEMP ?? '', 'base'));

    const posting = stepsOf('pull-request').find((step) => step.run.includes('gh pr comment'));
    assert.ok(posting);
    // A comment of another workflow with the same token, a copy of the marker by a person, and the earlier comment.
    const url = 'https://github.com/o/r/pull/7#issuecomment-';
    const marker = '<!-- errata-lens pull-request . -->\n';
    const others = [
      { viewerDidAuthor: true, body: 'coverage', url: `${url}1` },
      { viewerDidAuthor: false, body: marker, url: `${url}2` },
    ];
    for (const [comments, expected] of [
      [others, comment],
      [
        [...others, { viewerDidAuthor: true, body: `${marker}## before`, url: `${url}34` }],
        /^gh pr view 7 --json comments\ngh api --silent --method PATCH repos\/o\/r\/issues\/comments\/34 -F body=@\S+marked\.md\n$/,
      ],
    ] as const) {
      writeFileSync(`${env.GH_LOG}.comments`, JSON.stringify({ comments }));
      rmSync(env.GH_LOG ?? '');
      assert.equal(await runStep(posting, { SCANNED: '.', ...more }), 0);
      assert.match(asked(), expected);
    }

    writeFileSync(file, before.replace('2.11.1', '2.10.0'));
    assert.equal(await run('pull-request', more), 1);
  },
);

test('mode watch creates one issue for each alert, even after an interrupted run', { skip }, async (t) => {
  const mirror = await startMirror(SITE);
  t.after(() => mirror.close());
  const { run, runnerTemp, asked } = setUp(t);
  const more = { ERRATA_LENS_DOCS_ORIGIN: mirror.origin };
  mirror.moveTo('2031-01-10');
  assert.equal(await run('watch', more), 0);
  assert.doesNotMatch(asked(), /issue create/);
  cpSync(path.join(runnerTemp, 'errata-lens'), path.join(runnerTemp, 'kept'), { recursive: true });
  mirror.moveTo('2031-02-10');
  assert.equal(await run('watch', more), 0);
  const alerts = readFileSync(path.join(runnerTemp, 'alerts.jsonl'), 'utf8').trimEnd().split('\n');
  const created = () => asked().match(/^gh issue create .*$/gm) ?? [];
  assert.equal(created().length, alerts.length);
  assert.match(created().join('\n'), /--title \w+: aurora-mysql 2\.11\.9, 2\.11\.1 \(new-release\)/);
  assert.match(asked(), /~~~~text\nAurora MySQL 2\.11\.9/);
  assert.match(asked(), /- `terraform\/database\.tf#/);

  // GitHub keeps the cache of successful jobs only.
  cpSync(path.join(runnerTemp, 'kept'), path.join(runnerTemp, 'errata-lens'), {
    recursive: true,
    force: true,
  });
  assert.equal(await run('watch', more), 0);
  assert.equal(created().length, alerts.length);
});
