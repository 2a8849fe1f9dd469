import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import {
  featureStates,
  isReported,
  upgradeAnswer,
  upstreamAnswer,
  urgentAmong,
  versionAnswer,
  type FeatureStates,
} from '../../index.ts';
import { countedBugs } from './counted-bugs.ts';
import { upstreamTasks } from './steps.ts';
import { loadSnapshot } from '../../../catalogue/snapshot/index.ts';
import { withUpstreamOnDemand, wholeCatalogue } from '../../../catalogue/upstream/upstream.ts';
import {
  FEATURES,
  PRODUCT_PARTS,
  type BugMatch,
  type KnownBug,
  type NamedExtension,
} from '../../../model/index.ts';
import { lineageOf } from '../../../products/index.ts';
import { say } from '../../../l10n/index.ts';
import { bugsJson, bugsText, createPaint, upgradeJson } from '../../../report/index.ts';
import { assertSchema } from '../../../../test/support/surfaces/schema.ts';
import { scanFiles } from '../../../../test/support/workspace.ts';
import { bugOf, catalogueOf, releaseOf } from '../../../../test/support/catalogue/catalogue.ts';

const DAY = '2026-12-01';
const catalogue = await loadSnapshot();
const NOTHING = new Map();
const OPTIONS = {
  language: 'en',
  paint: createPaint(false),
  limit: 10,
  width: null,
  verbose: false,
} as const;
const FIXTURES = path.resolve(import.meta.dirname, '../../../../test/fixtures/postgresql');

interface Edge {
  product: string;
  version: string;
  id: string;
  expected: 'has' | 'not' | 'unknown' | 'left out';
  why: string;
}

describe('bugs of PostgreSQL in Aurora PostgreSQL and RDS', () => {
  test('name a release of the service whose notes of PostgreSQL are not read', () => {
    const unread = (product: string, version: string) =>
      upstreamAnswer(catalogue, product, [version], NOTHING)?.unread;
    assert.equal(unread('rds-postgresql', '16.14'), '16.15');
    assert.equal(unread('rds-postgresql', '13.14'), null);
    assert.equal(unread('aurora-postgresql', '16.6'), null);
  });

  test('have one sentence about notes that are not read', () => {
    const answer = versionAnswer(catalogue, 'rds-postgresql', '16.14', DAY);
    const text = bugsText(answer, OPTIONS);
    assert.match(text, /The notes of PostgreSQL 16\.15 are not read yet/);
    assert.doesNotMatch(text, /no later release/);
    const scopeOf = (version: string) =>
      upgradeAnswer(catalogue, 'rds-postgresql', version, { day: DAY }).scope?.key;
    assert.deepEqual(['16.14', '18.6'].map(scopeOf), ['bugs.upstream.unread', 'bugs.upstream.unread']);
  });

  test('have no reason that contradicts ordinary traffic', () => {
    const { matches } = upstreamAnswer(catalogue, 'rds-postgresql', ['16.6'], NOTHING) ?? { matches: [] };
    const reasons = matches.map(({ urgency }) => urgency.why.map(({ key }) => key));
    assert.ok(reasons.some((keys) => keys.includes('urgency.community')));
    assert.ok(
      reasons.every(
        (keys) => !keys.includes('urgency.trait.everyday') || !keys.includes('urgency.community'),
      ),
    );
  });

  test('match those that a reader found in a version', () => {
    const notes = catalogue.upstream?.();
    assert.ok(notes);
    const lineage = lineageOf(notes, 'postgresql');
    const rows = readFileSync(path.join(FIXTURES, 'edges.jsonl'), 'utf8').trim().split('\n');
    const edges = rows.map((row) => JSON.parse(row) as Edge);
    assert.ok(edges.length >= 55);
    for (const { product, version, id, expected, why } of edges) {
      const answer = upstreamAnswer(catalogue, product, [version], NOTHING);
      const bug: KnownBug | undefined = notes.bugs.find((each) => each.id === id);
      assert.ok(bug !== undefined, id);
      const match = answer?.matches.find((each) => each.bug.id === id);
      const isOut: boolean = lineage.judge(bug, version) !== null;
      const found: string =
        match === undefined ? (isOut ? 'left out' : 'not') : match.confidence === 'low' ? 'unknown' : 'has';
      assert.equal(found, expected, `${product} ${version} ${id}: ${why}`);
    }
  });

  test('have a separate count, with number and reason of uncounted ones', () => {
    const answer = upstreamAnswer(catalogue, 'aurora-postgresql', ['16.6'], NOTHING);
    assert.deepEqual(answer?.later, { from: '16.7', to: '16.14' });
    assert.equal(answer.version, '16.6');
    const counted = answer.matches.filter(({ confidence }) => confidence !== 'low');
    assert.equal(counted.length, answer.counts.listed);
    assert.ok(counted.every(({ bug: { part } }) => part === undefined));
    const reasons = answer.leftOut.map(({ reason }) => reason);
    assert.deepEqual(reasons, [
      ...PRODUCT_PARTS.filter((part) => part !== 'storage'),
      'extension',
      'own-notes',
    ]);
    assert.ok(answer.counts.urgent >= 2 && answer.counts.urgent <= 15, `${answer.counts.urgent} urgent`);
  });

  test('count for an extension that code or settings name', () => {
    const named: NamedExtension[] = [{ name: 'postgres_fdw', where: 'main.tf', isOwn: true }];
    const count = (states: Parameters<typeof upstreamAnswer>[3]) =>
      upstreamAnswer(catalogue, 'aurora-postgresql', ['16.6'], states)?.matches.filter(
        ({ bug, confidence }) => bug.extension === 'postgres_fdw' && confidence !== 'low',
      ).length ?? 0;
    assert.equal(count(NOTHING), 0);
    assert.ok(count(new Map([['extensions', named]])) > 0);
  });

  test('count for a library that is loaded by default, unless the parameter names others', () => {
    const named = (name: string, where: string): NamedExtension[] => [{ name, where, isOwn: true }];
    const count = (product: string, states: Parameters<typeof upstreamAnswer>[3]) =>
      upstreamAnswer(catalogue, product, ['16.6'], states)?.matches.filter(
        ({ bug, confidence }) => bug.extension === 'pg_stat_statements' && confidence !== 'low',
      ).length ?? 0;
    for (const product of ['aurora-postgresql', 'rds-postgresql']) {
      const all = count(product, NOTHING);
      assert.ok(all > 0, product);
      assert.equal(count(product, new Map([['extensions', named('citext', 'db/schema.sql:3')]])), all);
      assert.equal(
        count(product, new Map([['extensions', named('pg_cron', 'shared_preload_libraries')]])),
        0,
      );
    }
  });

  test('count for no library if the parameter is an empty list', async (t) => {
    const countFor = async (value: string): Promise<number> => {
      const { assets } = await scanFiles(t, {
        'main.tf':
          'resource "aws_db_instance" "a" {\n  engine = "postgres"\n  engine_version = "16.6"\n' +
          '  instance_class = "db.r6g.large"\n  parameter_group_name = aws_db_parameter_group.g.name\n}\n' +
          'resource "aws_db_parameter_group" "g" {\n  family = "postgres16"\n' +
          `  parameter {\n    name = "shared_preload_libraries"\n    value = "${value}"\n  }\n}\n`,
      });
      const asset = assets.find(({ kind }) => kind === 'database');
      assert.ok(asset);
      const answer = upstreamAnswer(catalogue, 'rds-postgresql', ['16.6'], featureStates(asset));
      return answer?.matches.filter(({ bug }) => bug.extension === 'pg_stat_statements').length ?? 0;
    };
    assert.ok((await countFor('pg_stat_statements')) > 0);
    assert.equal(await countFor(''), 0);
  });

  test('are never fewer for a stated feature, which names no extension', async (t) => {
    const idsFor = (states: FeatureStates): ReadonlySet<string> => {
      const answer = upstreamAnswer(catalogue, 'rds-postgresql', ['16.6'], states);
      return new Set(answer?.matches.filter(isReported).map(({ bug }) => bug.id));
    };
    const { assets } = await scanFiles(t, {
      'main.tf':
        'resource "aws_db_instance" "a" {\n  engine = "postgres"\n  engine_version = "16.6"\n' +
        '  instance_class = "db.r6g.large"\n}\n',
      'a.sql': 'create extension pgcrypto;\ncreate extension pg_stat_statements;\n',
    });
    const [asset] = assets;
    assert.ok(asset);
    const none = idsFor(NOTHING);
    const named = idsFor(featureStates(asset));
    // CVE-2026-2005 is in pgcrypto.
    assert.ok(named.has('ca4650a4cf') && !none.has('ca4650a4cf'));
    for (const feature of FEATURES)
      assert.deepEqual([...named.difference(idsFor(featureStates(asset, [feature])))], [], feature);
    for (const feature of ['extensions', 'special-indexes'] as const)
      assert.deepEqual(idsFor(new Map([[feature, 'on']])), none);
    assert.ok(idsFor(new Map([['foreign-data-wrappers', 'on']])).size > none.size);
  });

  test("exclude those in Aurora's own notes", () => {
    const answer = upstreamAnswer(catalogue, 'aurora-postgresql', ['16.6'], NOTHING);
    const own = new Set(
      catalogue.bugs.filter(({ product }) => product === 'aurora-postgresql').flatMap(({ cves }) => cves),
    );
    const both = answer?.matches.filter(
      ({ bug }) => bug.cves.length > 0 && bug.cves.every((cve) => own.has(cve)),
    );
    assert.deepEqual(both, []);
    // Aurora 12.6 has the fix of 12.7, and links to the commit.
    const early = upstreamAnswer(catalogue, 'aurora-postgresql', ['12.6'], NOTHING);
    assert.ok(early?.matches.every(({ bug }) => bug.commits?.main.includes('25936fd46') !== true));
  });

  test('and those of RDS name each CVE in one place: its notes on their lines, else those of PostgreSQL', () => {
    const cvesOf = (matches: readonly BugMatch[]): string[] =>
      matches.filter(({ confidence }) => confidence !== 'low').flatMap(({ bug }) => bug.cves);
    for (const version of ['11.22-rds.20240418', '13.14', '13.23', '14.10', '16.6', '17.4']) {
      const { matches, upstream } = versionAnswer(catalogue, 'rds-postgresql', version, DAY);
      const both = new Set(matches.flatMap(({ bug }) => bug.cves)).intersection(
        new Set(upstream?.matches.flatMap(({ bug }) => bug.cves)),
      );
      assert.deepEqual([...both], [], version);
    }
    const [old, current] = ['13.14', '16.6'].map((version) =>
      versionAnswer(catalogue, 'rds-postgresql', version, DAY),
    );
    // Fixed in Extended Support of 13, and in 16.12.
    const cve = 'CVE-2026-2004';
    assert.ok(cvesOf(old?.matches ?? []).includes(cve));
    assert.ok(cvesOf(current?.upstream?.matches ?? []).includes(cve));
  });

  test('left out include those of extensions that only the notes of RDS list', () => {
    // CVE-2026-2005 of pgcrypto and CVE-2026-6637 of spi, after the last notes of PostgreSQL 13.
    const { upstream } = versionAnswer(catalogue, 'rds-postgresql', '13.23', DAY);
    assert.deepEqual(upstream?.leftOut, [{ reason: 'extension', count: 2 }]);
  });

  test('count for the server if it needs no extension', () => {
    const isCounted = (states: FeatureStates): boolean => {
      const answer = upstreamAnswer(catalogue, 'rds-postgresql', ['17.6'], states);
      const match = answer?.matches.find(({ bug }) => bug.cves.includes('CVE-2026-14661'));
      return match !== undefined && isReported(match);
    };
    assert.ok(isCounted(NOTHING));
    assert.ok(isCounted(new Map([['logical-replication', 'on']])));
    const off = ['logical-replication', 'foreign-data-wrappers'] as const;
    assert.ok(!isCounted(new Map(off.map((feature) => [feature, 'off']))));
  });

  test('do not depend on the order of queries', () => {
    const asked = [['aurora-postgresql', '13.9'] as const, ['rds-postgresql', '13.9'] as const];
    const [there, back] = [asked, asked.toReversed()].map((order) => {
      const fresh = { ...catalogue, bugs: [...catalogue.bugs] };
      return order.map(([product, version]) => upstreamAnswer(fresh, product, [version], NOTHING)?.counts);
    });
    assert.ok(there?.every((counts) => counts !== undefined));
    assert.deepEqual(there, back?.toReversed());
  });

  test("follow Aurora's own bugs in text and JSON, outside other counts", () => {
    const answer = versionAnswer(catalogue, 'aurora-postgresql', '16.6', DAY);
    const json = bugsJson(answer, 'en') as {
      upstream: { listed: number; from: string; to: string };
      bugs: { source: string; upstreamVersion?: string }[];
    };
    const sources = json.bugs.map(({ source }) => source);
    assert.equal(sources.indexOf('upstream'), answer.matches.length);
    assert.ok(sources.slice(answer.matches.length).every((source) => source === 'upstream'));
    assert.equal(json.bugs.at(-1)?.upstreamVersion, '16.6');
    const text = bugsText(answer, OPTIONS);
    assert.match(
      text,
      /PostgreSQL 16\.6 in it: \d+ more known bugs, \d+ urgent, fixed in PostgreSQL 16\.7 to 16\.14\./,
    );
    assert.match(text, /Not counted: \d+ in clients/);
    assert.match(text, /After the update: REINDEX affected indexes \(BRIN, numeric_minmax_multi_ops\)/);
    assert.match(bugsText(answer, { ...OPTIONS, language: 'ja' }), /内包する PostgreSQL 16\.6/);
  });

  test('follow a product without bugs of its own after one blank line', () => {
    for (const version of ['16.13', '16.14']) {
      const answer = versionAnswer(catalogue, 'rds-postgresql', version, DAY);
      const matches = answer.matches.filter(isReported);
      assert.deepEqual(matches, []);
      const words = bugsText({ ...answer, matches }, OPTIONS);
      assert.doesNotMatch(words, /\n\n\n|\n\n$/);
    }
  });

  test('are absent without a known PostgreSQL release, and for other products', () => {
    const releases = catalogue.releases.map((release) => ({ ...release, communityVersion: null }));
    assert.equal(upstreamAnswer({ ...catalogue, releases }, 'aurora-postgresql', ['16.6'], NOTHING), null);
    assert.equal(upstreamAnswer(catalogue, 'aurora-mysql', ['2.11.1'], NOTHING), null);
    const { upstream: _, ...without } = catalogue;
    assert.equal(upstreamAnswer(without, 'aurora-postgresql', ['16.6'], NOTHING), null);
  });
});

describe('bugs of PostgreSQL in a range of releases', () => {
  const style = { language: 'en', paint: createPaint(false), limit: 1, width: null, verbose: false } as const;

  for (const product of ['rds-postgresql', 'aurora-postgresql']) {
    test(`are those of any release of ${product}, each with the releases of PostgreSQL that have it`, () => {
      const answer = versionAnswer(catalogue, product, '16', DAY);
      const { covered, upstream } = answer;
      assert.ok(upstream);
      assert.deepEqual(
        [upstream.version, upstream.newest, upstream.later?.to],
        ['16.1', product === 'rds-postgresql' ? '16.15' : '16.14', '16.14'],
      );
      const known = (version: string): string[] =>
        (upstreamAnswer(catalogue, product, [version], NOTHING)?.matches ?? [])
          .filter(({ confidence }) => confidence !== 'low')
          .map(({ bug }) => bug.id);
      const any = new Set(covered.versions.flatMap(known));
      const reported = upstream.matches.filter(({ confidence }) => confidence !== 'low');
      assert.deepEqual(new Set(reported.map(({ bug }) => bug.id)), any);
      assert.equal(upstream.counts.listed, any.size);
      const at16 = new Set(known('16.6'));
      for (const { bug, inVersions } of reported)
        assert.equal(inVersions?.includes('16.6'), at16.has(bug.id), bug.id);
      assert.equal(answer.scope, null);
      assertSchema('bugs.schema.json', JSON.parse(JSON.stringify(bugsJson(answer, 'en'))));
    });
  }

  test('are among the known bugs of RDS, and counted apart for Aurora', () => {
    const rds = versionAnswer(catalogue, 'rds-postgresql', '16', DAY);
    const { listed = 0, urgent = 0 } = rds.upstream?.counts ?? {};
    const { listed: all, urgent: allUrgent } = rds.counts;
    const own = rds.matches.filter(({ confidence }) => confidence !== 'low').length;
    assert.equal(all, own + listed);
    assert.match(
      bugsText(rds, style),
      new RegExp(
        `16: ${all} known bugs listed, ${allUrgent} urgent: ${own} in RDS's notes, ${listed} in PostgreSQL's`,
      ),
    );
    assert.match(
      bugsText(rds, style),
      new RegExp(`PostgreSQL 16\\.1 to 16\\.15 in it: ${listed} of these bugs, ${urgent} urgent`),
    );
    assert.match(bugsText(rds, { ...style, language: 'ja' }), /PostgreSQL 16\.1～16\.15: このうち/);
    const aurora = versionAnswer(catalogue, 'aurora-postgresql', '16', DAY);
    assert.match(
      bugsText(aurora, style),
      /PostgreSQL 16\.1 to 16\.14 in it: \d+ more known bugs, .* Counted apart/,
    );
    assert.doesNotMatch(bugsText(aurora, style), /not counted\.$/m);
  });

  test('are counted in advice for the releases that new databases can use', () => {
    const { counted, scope } = upgradeAnswer(catalogue, 'rds-postgresql', '16', { day: DAY });
    const newest = upstreamAnswer(catalogue, 'rds-postgresql', counted, NOTHING);
    assert.equal(scope?.key, 'upgrade.scope.counted');
    assert.match(
      say(scope, 'en'),
      new RegExp(`^${newest?.counts.listed} of the counted bugs, \\d+ urgent, are PostgreSQL's`),
    );
  });
});

describe('advice for an upgrade with an upstream', () => {
  test('counts the same bugs of RDS in its reason, its targets and the finding', () => {
    const { advice } = upgradeAnswer(catalogue, 'rds-postgresql', '16.6', { day: DAY });
    const counted = countedBugs(catalogue, 'rds-postgresql', '16.6', NOTHING);
    const step = advice?.advice?.now;
    const target = advice?.targets.find(({ version }) => version === step?.version);
    assert.ok(target && step?.fixes);
    const { clears, remains, undetermined } = target;
    assert.equal(clears.length + remains.length + undetermined.length, counted.length);
    assert.deepEqual(
      [clears.length, urgentAmong(clears).length, counted.length, urgentAmong(counted).length],
      [step.fixes.all, step.fixes.urgent, step.fixes.of.all, step.fixes.of.urgent],
    );
    assert.equal(advice?.counts?.listed, counted.length);
  });

  test('judges a release of the upstream that is newer than its notes by the newest one with notes', () => {
    const [newest, newer] = ['16.14', '16.15'].map((version) =>
      upstreamAnswer(catalogue, 'rds-postgresql', [version], NOTHING),
    );
    assert.equal(newer?.version, '16.15');
    assert.deepEqual([newer.later, newer.counts.listed], [null, 0]);
    assert.ok(newer.counts.undetermined > 0);
    assert.ok(newer.matches.every(({ bug }) => newest?.matches.some((match) => match.bug.id === bug.id)));
  });

  test('lists the actions that included minor releases of PostgreSQL require', () => {
    const advice = upgradeAnswer(catalogue, 'aurora-postgresql', '16.9', { day: DAY });
    const json = JSON.stringify(upgradeJson(advice, 'en'));
    assert.match(
      json,
      /REINDEX affected indexes \(BRIN, numeric_minmax_multi_ops\), see the notes of 16\.10/,
    );
    assert.doesNotMatch(json, /see the notes of 16\.9"/);
  });

  // Read by hand in the migration notes of each release on the way.
  const STEPS: readonly [product: string, from: string, to: string, tasks: string][] = [
    ['rds-postgresql', '16.6', '16.15', '16.10 reindex, 16.9 self-keys, 16.9 reindex'],
    [
      'rds-postgresql',
      '16.6',
      '18.6',
      '18.2 reindex, 18.0 text-search, 17.0 search-path, 16.10 reindex, 16.9 self-keys, 16.9 reindex',
    ],
    ['rds-postgresql', '17.11', '18.6', '18.2 reindex, 18.0 text-search'],
    [
      'rds-postgresql',
      '14.3',
      '14.24',
      [
        ...['14.19 reindex', '14.18 self-keys', '14.18 reindex', '14.14 detached-keys'],
        ...['14.12 script', '14.11 reindex', '14.10 reindex', '14.9 reindex', '14.4 reindex'],
      ].join(', '),
    ],
    // The views that the script of 14.12 corrects are new in another major version.
    [
      'aurora-postgresql',
      '14.6',
      '17.7.5',
      [
        ...['17.0 search-path', '15.0 lexemes'],
        ...['14.19 reindex', '14.18 self-keys', '14.18 reindex', '14.14 detached-keys'],
        ...['14.11 reindex', '14.10 reindex', '14.9 reindex'],
      ].join(', '),
    ],
    // Only databases made by 18.0 to 18.2 have the functions that an item of 18.3 corrects.
    ['rds-postgresql', '18.1', '18.6', '18.3 catalog, 18.2 reindex'],
    // Replicas of Aurora share its storage, so they have no order.
    ['rds-postgresql', '11.13', '11.14', '11.14 standbys-first, 11.14 reindex'],
    ['aurora-postgresql', '11.13', '11.14', '11.14 reindex'],
    // 13 has no BRIN indexes of the kinds that 16.9 and 16.10 name.
    ['rds-postgresql', '13.14', '16.14', '15.0 lexemes, 13.21 self-keys, 13.17 detached-keys'],
    // The notes of 12 end before 13.21.
    ['rds-postgresql', '12.22', '16.14', '15.0 lexemes, 13.21 self-keys'],
  ];
  for (const [product, from, to, expected] of STEPS) {
    test(`collects the tasks over the step of ${product} from ${from} to ${to}`, () => {
      const tasks = upstreamTasks(catalogue, product, from, to).flatMap((release) =>
        release.tasks.map(({ task }) => `${release.version} ${task}`),
      );
      assert.equal(tasks.join(', '), expected);
    });
  }
});

describe('notes of an upstream', () => {
  const release = releaseOf('31.1', '2031-01-01', { product: 'postgresql', line: '31', branch: '31' });
  const flat = catalogueOf(
    [['2.11.1', '2023-02-14'], release],
    [bugOf('a', ['2.11.1']), bugOf('b', ['31.1'], { product: 'postgresql' })],
  );

  test('are kept apart until a caller requests all notes', () => {
    const apart = withUpstreamOnDemand(flat);
    assert.deepEqual(
      apart.bugs.map(({ id }) => id),
      ['a'],
    );
    assert.deepEqual(
      apart.upstream?.().bugs.map(({ id }) => id),
      ['b'],
    );
    assert.deepEqual(wholeCatalogue(apart).releases.length, 2);
    assert.equal(wholeCatalogue(flat), flat);
  });
});
