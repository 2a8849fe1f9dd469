import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startMirror } from '../../support/mirror/mirror.ts';
import { runSharedCli, cliJson } from '../../support/command-line/one-cli.ts';
import { assertSchema } from '../../support/surfaces/schema.ts';
import { needsShared, sharedPath } from '../../support/shared.ts';

interface Bug {
  id: string;
  title: string;
  severity: string;
  impact: string;
  features: string[];
  fixedIn: string[];
  confidence: string;
  why: string[];
}

interface Release {
  product: string;
  version: string;
  date: string;
  items: { bugId: string | null; kind: string }[];
}

/** Digests of bullets: two that 2.11.1 fixes, some that only later patches fix, and one that only 2.12.1 fixes. */
const SURGE_OF_2_11_0 = ['e928f441ea', '332376213c'];
const HIGH_CPU_BINLOG = '6988533589';
const WRITE_FORWARDING = 'd9efa42ae4';
const CLOSED_EARLY = 'cc37f5e2b0';
/** Joins two bugs that 3.10.1 and 3.10.2 fix. */
const JOINT = 'de5669a698';
/** A bug in an upgrade that every cluster has to make. */
const OWN_UPGRADE = 'bf434d897e';

const catalogues = {
  'the embedded snapshot': { skip: false, prepare: () => Promise.resolve() },
  'the mirror': {
    skip: needsShared,
    prepare: async (cache: string) => {
      const mirror = await startMirror({ folder: sharedPath('docs-mirror/docs.aws.amazon.com') });
      const args = ['catalogue', 'update', '--docs-origin', mirror.origin, '--cache-dir', cache];
      const { code, stderr } = await runSharedCli(args);
      await mirror.close();
      assert.equal(code, 0, stderr);
    },
  },
};

for (const [name, { skip, prepare }] of Object.entries(catalogues)) {
  describe(`known bugs in ${name}`, { skip }, () => {
    let cache: string;
    let aurora: Release[];

    before(async () => {
      cache = mkdtempSync(path.join(tmpdir(), 'errata-lens-must-show-'));
      await prepare(cache);
      const { releases } = await cliJson<{ releases: Release[] }>([
        'catalogue',
        'export',
        '--cache-dir',
        cache,
      ]);
      aurora = releases.filter(({ product }) => product === 'aurora-mysql');
    });
    after(() => rmSync(cache, { recursive: true, force: true }));

    async function bugsOf(version: string, ...more: string[]): Promise<Map<string, Bug>> {
      const args = ['bugs', 'aurora-mysql', version, '--cache-dir', cache, ...more];
      const answer = await cliJson<{ bugs: Bug[] }>(args);
      assertSchema('bugs.schema.json', answer);
      return new Map(answer.bugs.map((bug) => [bug.id, bug]));
    }

    const dateOf = (version: string): string => aurora.find((each) => each.version === version)?.date ?? '';
    const fixesOf = (version: string): string[] => {
      const items = aurora.find((each) => each.version === version)?.items ?? [];
      return items.flatMap(({ kind, bugId }) => (kind === 'fix' && bugId !== null ? [bugId] : []));
    };

    test('2.11.0 has the two connection-surge bugs that 2.11.1 fixes', async () => {
      const bugs = await bugsOf('2.11.0');
      for (const id of SURGE_OF_2_11_0) {
        assert.ok(bugs.get(id)?.features.includes('connection-surge'), id);
        assert.ok(bugs.get(id)?.fixedIn.includes('2.11.1'), id);
        assert.equal(bugs.get(id)?.confidence, 'high');
      }
    });

    test('2.11.1 lacks the bugs that it fixes, and has those fixed in 2.11.2, 2.11.4 and 2.12.1', async () => {
      const bugs = await bugsOf('2.11.1');
      for (const id of SURGE_OF_2_11_0) assert.equal(bugs.has(id), false, id);
      assert.ok(bugs.get(HIGH_CPU_BINLOG)?.fixedIn.includes('2.11.2'));
      assert.ok(bugs.get(WRITE_FORWARDING)?.fixedIn.includes('2.11.4'));
      const closedEarly = bugs.get(CLOSED_EARLY);
      assert.deepEqual(closedEarly?.fixedIn, ['2.12.1']);
      assert.equal(closedEarly.impact, 'connectivity');
      assert.ok(closedEarly.features.includes('connection-surge'));
      assert.ok(closedEarly.why.some((reason) => reason.startsWith('feature connection-surge: ')));
    });

    test('lists the bug nearest to a symptom first', async () => {
      for (const symptom of ['connections aborted under many connects', 'アクセス集中で接続が切れる']) {
        const { fits } = await cliJson<{ fits: { id: string; why: string }[] }>([
          ...['bugs', 'aurora-mysql', '2.11.1', '--symptom', symptom, '--cache-dir', cache],
        ]);
        assert.equal(fits[0]?.id, CLOSED_EARLY, symptom);
        assert.ok(fits.length <= 10);
        assert.match(fits[0].why, /connect|接続/);
      }
    });

    test('8.4.7 has no bug that 3.12.0 or one of its ancestors fixes', async () => {
      const bugs = await bugsOf('8.4.7', '--all');
      assert.ok(bugs.size > 0);
      for (const { id, fixedIn } of bugs.values()) {
        const earlier = fixedIn.filter((fix) => fix.startsWith('3.') && dateOf(fix) <= dateOf('3.12.0'));
        assert.deepEqual(earlier, [], id);
      }
    });

    test('3.12.0 has the bugs fixed later in 8.4.7 and 3.10.5', async () => {
      const bugs = await bugsOf('3.12.0', '--all');
      const fixedBefore = new Set(
        aurora.filter(({ date }) => date <= dateOf('3.12.0')).flatMap(({ version }) => fixesOf(version)),
      );
      const fixedAfter = [...fixesOf('8.4.7'), ...fixesOf('3.10.5')].filter((id) => !fixedBefore.has(id));
      assert.ok(fixedAfter.length > 25);
      for (const id of fixedAfter) assert.ok(bugs.has(id), id);
    });

    test('3.10.4 has no bug that an earlier patch fixed in two parts or described in other words', async () => {
      const bugs = await bugsOf('3.10.4', '--all');
      for (const id of [JOINT, 'f440acf110']) assert.ok(!bugs.has(id), id);
      assert.ok(bugs.has(OWN_UPGRADE));
      assert.ok(!(await bugsOf('2.07.10', '--all')).has('937a6ec6e7'));
    });

    test('no release has a bug whose last fix on the branch it contains', async () => {
      for (const version of ['2.07.2', '2.11.2', '2.12.1', '3.04.2', '3.10.4', '3.12.0']) {
        const bugs = await bugsOf(version, '--all');
        const branch = version.split('.').slice(0, 2).join('.');
        for (const id of fixesOf(version)) {
          const fixedIn = bugs.get(id)?.fixedIn.find((fix) => fix.startsWith(`${branch}.`));
          assert.notEqual(fixedIn, version, `${version} ${id}`);
        }
      }
    });

    test('reports a version newer than the catalogue as such, without any claim', async () => {
      const { code, stdout, stderr } = await runSharedCli([
        'bugs',
        'aurora-mysql',
        '3.12.9',
        '--cache-dir',
        cache,
        '--format',
        'json',
      ]);
      assert.equal(code, 0);
      assert.match(stderr, /3\.12\.9 is newer than the catalogue/);
      const { bugs, coverage } = JSON.parse(stdout) as { bugs: Bug[]; coverage: string };
      assert.deepEqual([bugs, coverage], [[], 'newer']);
    });

    test('names affected and fixed versions of a CVE', async () => {
      interface Answer {
        listed: boolean;
        branches: {
          branch: string;
          firstFixed: string | null;
          affected: { version: string; confidence: string }[];
        }[];
      }
      const answer = await cliJson<Answer>(['bugs', '--cve', 'CVE-2023-38545', '--cache-dir', cache]);
      assertSchema('cve.schema.json', answer);
      const branch = (name: string) => answer.branches.find((each) => each.branch === name);
      assert.equal(branch('2.11')?.firstFixed, '2.11.5');
      assert.equal(branch('2.12')?.firstFixed, '2.12.0.1');
      assert.equal(branch('3.05')?.firstFixed, '3.05.0.1');
      assert.ok(
        branch('2.11')?.affected.some(
          ({ version, confidence }) => version === '2.11.1' && confidence === 'high',
        ),
      );
      assert.equal(branch('3.12')?.firstFixed, '3.12.0');
      assert.deepEqual(branch('3.12')?.affected, []);
    });
  });
}

test('answers a CVE that nobody lists, and rejects a text that is no CVE as wrong usage', async () => {
  const unlisted = await runSharedCli(['bugs', '--cve', 'CVE-1999-0001']);
  assert.equal(unlisted.code, 0);
  assert.match(unlisted.stdout, /CVE-1999-0001 is not listed/);
  for (const written of ['CVE-2024', 'log4shell', 'CVE-2024-1234; drop']) {
    const { code, stdout, stderr } = await runSharedCli(['bugs', '--cve', written]);
    assert.deepEqual([code, stdout], [2, '']);
    assert.equal(stderr.trim().split('\n').length, 1);
    assert.ok(stderr.includes(written));
  }
});
