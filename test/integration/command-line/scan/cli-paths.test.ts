import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import type { Log } from 'sarif';
import { runCli, temporaryFolder } from '../../../support/command-line/cli.ts';
import { runSharedCli } from '../../../support/command-line/one-cli.ts';

interface Scan {
  root: string;
  idRoot: string | null;
  assets: { id: string; location: { file: string } }[];
  findings: {
    ruleId: string;
    location: { file: string };
    places: { location: { file: string } }[];
    suppressed: { by: string } | null;
    related: { location: { file?: string } }[];
  }[];
  problems: { file: string }[];
}

const cluster = (name: string): string =>
  `resource "aws_rds_cluster" "${name}" {\n  engine = "aurora-mysql"\n  engine_version = "5.7.mysql_aurora.2.11.1"\n}\n`;

/** A repository with two folders of code, one of them with an unreadable file. */
async function repository(t: TestContext): Promise<{ top: string; run: Run }> {
  const [top, cache] = [await temporaryFolder(t), await temporaryFolder(t)];
  await Promise.all(
    ['.git', 'infra/live', 'shop'].map((at) => mkdir(path.join(top, at), { recursive: true })),
  );
  await writeFile(path.join(top, 'infra/live/main.tf'), cluster('live'));
  await writeFile(path.join(top, 'shop/my db.tf'), cluster('shop'));
  await writeFile(path.join(top, 'infra/broken.tf'), 'resource "aws_rds_cluster" "b" {\n  engine = = =\n');
  const run: Run = async (cwd, command, ...args) => {
    const { stdout, stderr } = await runSharedCli([command, ...args, '--offline', '--cache-dir', cache], {
      cwd: path.join(top, cwd),
    });
    assert.notEqual(stdout, '', stderr);
    return stdout;
  };
  return { top, run };
}

type Run = (cwd: string, command: string, ...args: string[]) => Promise<string>;

async function scan(run: Run, cwd: string, ...args: string[]): Promise<Scan> {
  const read = JSON.parse(await run(cwd, 'scan', ...args, '--format', 'json')) as Scan;
  // The declaration in the broken file is a separate row.
  return { ...read, findings: read.findings.filter(({ ruleId }) => ruleId !== 'unknown-version') };
}

describe('printed paths', () => {
  test('are relative to the working directory for a folder, a file, several, absolute and parent paths', async (t) => {
    const { top, run } = await repository(t);
    const live = 'infra/live/main.tf';
    const cases: [cwd: string, args: string[], files: string[]][] = [
      ['.', ['.'], [live, 'shop/my db.tf']],
      ['.', ['infra'], [live]],
      ['.', ['./infra/live/'], [live]],
      ['.', [live], [live]],
      ['.', ['infra', 'shop/my db.tf'], [live, 'shop/my db.tf']],
      ['.', [path.join(top, 'infra')], [live]],
      ['infra', ['.'], ['live/main.tf']],
      ['infra/live', ['main.tf'], ['main.tf']],
      ['shop', ['..'], ['../infra/live/main.tf', 'my db.tf']],
      ['shop', ['../infra/live/main.tf'], ['../infra/live/main.tf']],
      ['infra/live', ['.', '../../shop', '../../shop/my db.tf'], ['../../shop/my db.tf', 'main.tf']],
    ];
    await mkdir(path.join(top, 'shop/a/b'), { recursive: true });
    cases.push(
      ['shop/a', ['../../infra'], [`../../${live}`]],
      ['shop/a/b', ['../../../infra'], [path.join(top, live)]],
    );
    for (const [cwd, args, files] of cases) {
      const { root, findings, problems } = await scan(run, cwd, ...args);
      const name = `${cwd}: ${args.join(' ')}`;
      assert.deepEqual([...new Set(findings.flatMap(placesOf))].sort(), files, name);
      const named = [...findings.flatMap(placesOf), ...problems.map(({ file }) => file)];
      for (const file of named) assert.ok(existsSync(path.resolve(root, file)), `${name}: ${file}`);
      assert.ok(
        findings.every((finding) => placesOf(finding).every((file) => files.includes(file))),
        name,
      );
    }
  });

  test('are relative to the working directory in every format', async (t) => {
    const { run } = await repository(t);
    for (const format of ['text', 'json', 'jsonl', 'junit', 'markdown', 'csv', 'sarif'])
      assert.match(await run('.', 'scan', 'infra', '--format', format), /infra\/live\/main\.tf/, format);
    assert.match(await run('.', 'scan', 'infra/live/main.tf'), /^ {2}infra\/live\/main\.tf:3:21$/m);
    for (const format of ['text', 'json', 'junit', 'markdown', 'csv', 'sarif'])
      assert.match(await run('.', 'checklist', 'infra', '--format', format), /infra\/live\/main\.tf/, format);
    assert.match(await run('.', 'support-pack', 'aws_rds_cluster.live', 'infra'), /infra\/live\/main\.tf/);
    assert.match(await run('.', 'brief', 'infra'), /infra\/live\/main\.tf/);
    const files = (await scan(run, 'shop', '../infra')).problems.map(({ file }) => file);
    assert.deepEqual([...new Set(files)], ['../infra/broken.tf']);
  });

  test('SARIF names files relative to the root of the repository, from any working directory', async (t) => {
    const { top, run } = await repository(t);
    await mkdir(path.join(top, 'infra/live/far/away'), { recursive: true });
    for (const [cwd, arg] of [
      ['.', 'shop'],
      ['shop', '.'],
      ['infra', '../shop'],
      ['infra/live/far/away', '../../../../shop'],
    ] as const) {
      const log = JSON.parse(await run(cwd, 'scan', arg, '--format', 'sarif')) as Log;
      const places = (log.runs[0]?.results ?? []).flatMap(({ locations = [] }) =>
        locations.map(({ physicalLocation }) => physicalLocation?.artifactLocation),
      );
      assert.ok(places.length > 0);
      for (const place of places)
        assert.deepEqual(place, { uri: 'shop/my%20db.tf', uriBaseId: '%SRCROOT%' }, cwd);
    }
  });
});

describe('a baseline', () => {
  async function openIn(run: Run, baseline: string, cwd: string, ...args: string[]): Promise<number> {
    const { findings } = await scan(run, cwd, ...args, '--baseline', baseline);
    assert.ok(findings.length > 0);
    return findings.filter(({ suppressed }) => suppressed === null).length;
  }

  test('matches from another working directory, and for another folder of the repository', async (t) => {
    const { top, run } = await repository(t);
    const made: [cwd: string, ...args: string[]][] = [
      ['.', '.'],
      ['infra', '..'],
      ['shop', '../infra', '.'],
    ];
    for (const [nth, [cwd, ...args]] of made.entries()) {
      const file = path.join(top, `known-${nth}.json`);
      await writeFile(file, await run(cwd, 'scan', ...args, '--format', 'json'));
      for (const [at, ...what] of [
        ['.', '.'],
        ['.', 'infra'],
        ['infra', '.'],
        ['infra/live', 'main.tf'],
        ['shop', '../infra/live', '.'],
      ] as [string, ...string[]][])
        assert.equal(
          await openIn(run, file, at, ...what),
          0,
          `${cwd} ${args.join(' ')}; ${at}: ${what.join(' ')}`,
        );
    }
  });

  test('matches in another checkout, and without the later field idRoot', async (t) => {
    const { top, run } = await repository(t);
    const made = await run('.', 'scan', 'infra', '--format', 'json');
    const other = await temporaryFolder(t);
    await cp(top, other, { recursive: true });
    const file = path.join(other, 'known.json');
    await writeFile(file, made);
    const elsewhere: Run = (cwd, ...args) =>
      run(path.relative(top, path.join(other, cwd)), ...(args as [string]));
    assert.equal(await openIn(elsewhere, file, 'infra', '.'), 0);
    // JSON omits undefined fields, as the earlier format did.
    await writeFile(
      file,
      JSON.stringify({ ...(JSON.parse(made) as Scan), root: undefined, idRoot: undefined }),
    );
    assert.equal(await openIn(elsewhere, file, 'infra', '.'), 0);
  });
});

function placesOf({ places }: { places: { location: { file: string } }[] }): string[] {
  return places.map(({ location }) => location.file);
}

test('a scan with an empty cache ends, for a wrong path as well', async (t) => {
  const { top } = await repository(t);
  const home = await temporaryFolder(t);
  // Here the reading thread starts before the paths are checked.
  const run = (...args: string[]) =>
    runCli(['scan', ...args, '--offline'], {
      cwd: top,
      env: { XDG_CACHE_HOME: home, LOCALAPPDATA: home, HOME: home },
    });
  const wrong = await run('no/such/folder');
  assert.equal(wrong.code, 2);
  assert.match(wrong.stderr, /no\/such\/folder/);
  const first = await run('infra');
  assert.equal(first.code, 0, first.stderr);
  assert.match(first.stdout, /2\.11\.1/);
  assert.deepEqual(await run('infra'), first);
});
