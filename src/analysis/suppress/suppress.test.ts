import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { suppressionProblems, findingsOf } from '../index.ts';
import { createSuppressor, resourcesToName } from './suppress.ts';
import { EMPTY_CONFIG, readConfig } from '../../config/index.ts';
import { addIgnoreEntries } from '../../edits/index.ts';
import { say } from '../../l10n/index.ts';
import { EMPTY_INVENTORY, type Inventory, type Suppression } from '../../model/index.ts';
import { bugOf, catalogueOf } from '../../../test/support/catalogue/catalogue.ts';
import { scanFiles } from '../../../test/support/workspace.ts';

const PLACE = { file: 'db.tf', line: 5, column: 1, endLine: 5, endColumn: 7 };

function comment(more: Partial<Suppression> = {}): Suppression {
  return {
    target: 'known-bugs',
    scope: { file: 'db.tf', lines: { first: 5, last: 5 } },
    reason: 'why not',
    until: null,
    location: { ...PLACE, line: 4, endLine: 4 },
    ...more,
  };
}

describe('suppressions of a team', () => {
  test('suppress one rule on one line by a comment, with place and reason', () => {
    const suppressor = createSuppressor([comment({ until: '2027-01-01' })], [], '2026-11-24');
    assert.deepEqual(suppressor.finding('known-bugs', PLACE, []), {
      by: 'db.tf',
      reason: 'why not',
      until: '2027-01-01',
    });
    assert.equal(suppressor.finding('end-of-support', PLACE, []), null);
    assert.equal(suppressor.finding('known-bugs', { ...PLACE, line: 6 }, []), null);
  });

  test('have no effect and are reported without a reason or with an invalid date', () => {
    const comments = [
      comment({ reason: null }),
      comment({ until: '2026-11-23' }),
      comment({ until: 'soon' }),
    ];
    const suppressor = createSuppressor(comments, [], '2026-11-24');
    assert.equal(suppressor.finding('known-bugs', PLACE, []), null);
    assert.deepEqual(
      suppressor.problems.map(({ text }) => text.key),
      ['suppression.noReason', 'suppression.expired', 'suppression.badDate'],
    );
  });

  test('last through their last day', () => {
    const suppressor = createSuppressor([comment({ until: '2026-11-24' })], [], '2026-11-24');
    assert.notEqual(suppressor.finding('known-bugs', PLACE, []), null);
  });

  test('match older ids of a merged bug', () => {
    const suppressor = createSuppressor([comment({ target: 'old-id' })], [], '2026-11-24');
    assert.notEqual(suppressor.bug(bugOf('new-id', ['2.12.1'], { aliases: ['old-id'] }), PLACE, []), null);
    assert.equal(suppressor.bug(bugOf('other', ['2.12.1']), PLACE, []), null);
  });

  test('in the configuration can name a prefix of rules', () => {
    const ignore = { rule: 'check/', reason: 'later', line: 3 };
    const suppressor = createSuppressor([], [ignore], '2026-11-24');
    assert.equal(suppressor.finding('check/replacement-loop', PLACE, [])?.reason, 'later');
  });
});

describe('mistakes in suppressions, reported once with a correction', () => {
  async function problemsOf(
    comments: readonly Suppression[],
    ignore: string,
    isWhole = true,
  ): Promise<string[]> {
    const { config } = readConfig(ignore, 'x');
    const assets = [assetOf('main.tf#aws_rds_cluster.shop'), assetOf('t.yaml#Db')];
    const inventory: Inventory = { ...EMPTY_INVENTORY, assets, suppressions: comments };
    const options = { today: '2026-11-24', config: { ...EMPTY_CONFIG, ignore: config.ignore } };
    const problems = await suppressionProblems(inventory, options, isWhole);
    return problems.map((problem) => say(problem.text, 'en'));
  }

  test('in comments', async () => {
    const problems = await problemsOf(
      [
        comment({ target: '' }),
        comment({ target: 'a', reason: null }),
        comment({ target: 'b', reason: null }),
        comment({ target: 'known-bugs', until: 'until 2027-01-01' }),
        comment({ target: 'knwon-bugs' }),
        comment({ target: 'aurora-log-export-error' }),
        comment({ target: 'cc37f5e2b0' }),
        comment({ target: 'check/' }),
      ],
      '',
    );
    assert.deepEqual(
      problems.map((words) => words.replace(/^Line 4: /, '').slice(0, 62)),
      [
        'this suppression names no rule; write “errata-lens:ignore known',
        'this suppression has no effect without a reason; add “-- why”.',
        '“until 2027-01-01” is not a day; write until=YYYY-MM-DD.',
        'there is no rule “knwon-bugs” to suppress; write “known-bugs”.',
        'there is no rule “aurora-log-export-error” to suppress; write “check',
      ].map((words) => words.slice(0, 62)),
    );
  });

  test('in the configuration: unknown rules and resources', async () => {
    const entries = [
      ['known-bug', 'aws_rds_cluster.shop'],
      ['known-bugs', 'aws_rds_cluster.shp'],
      ['known-bugs', 'aws_rds_cluster.elsewhere'],
      ['known-bugs', 'orders-prod'],
      ['known-bugs', 'arn:aws:rds:eu-west-1:1:cluster:x.y'],
    ];
    const ignore = `ignore:\n${entries.map(([rule, resource]) => `  - { rule: ${rule}, resource: "${resource}", reason: a }\n`).join('')}`;
    assert.deepEqual(
      (await problemsOf([], ignore)).map((words) => /^Line (\d)[^“]*“([^”]*)”/.exec(words)?.slice(1)),
      [
        ['2', 'known-bug'],
        ['3', 'aws_rds_cluster.shp'],
        ['4', 'aws_rds_cluster.elsewhere'],
      ],
    );
    assert.equal((await problemsOf([], ignore, false)).length, 1);
  });
});

function assetOf(id: string): Inventory['assets'][number] {
  return {
    ...{ id, kind: 'database', product: 'aurora-mysql', name: id.split('#')[1] ?? '' },
    ...{ source: 'terraform', engineVersion: null, version: null, versionPrefix: null },
    ...{ resolution: 'unknown', reason: null, versions: { declared: null, running: null, pending: null } },
    ...{ mayRunNewer: null, settings: {}, unknownSettings: [], links: [], location: PLACE, uses: [] },
    ...{ count: 1, environment: null },
  };
}

describe('a configuration entry for a finding about several assets', () => {
  const catalogue = catalogueOf(
    [
      ['2.11.1', '2023-01-01'],
      ['2.11.2', '2023-03-01'],
    ],
    [bugOf('b1', ['2.11.2'])],
  );
  const VERSION = '"5.7.mysql_aurora.2.11.1"';
  const cluster = (name: string, version: string, more = ''): string =>
    `resource "aws_rds_cluster" "${name}" {\n${more}  engine = "aurora-mysql"\n  engine_version = ${version}\n}\n`;
  const FILES: Readonly<Record<string, Record<string, string>>> = {
    members: {
      'a.tf':
        cluster('x', VERSION) +
        'resource "aws_rds_cluster_instance" "i" {\n  count = 2\n  cluster_identifier = aws_rds_cluster.x.id\n' +
        '  engine = "aurora-mysql"\n  engine_version = aws_rds_cluster.x.engine_version\n}\n',
    },
    shared: {
      'a.tf': `variable "v" {\n  default = ${VERSION}\n}\n${cluster('x', 'var.v')}${cluster('y', 'var.v')}`,
    },
    keys: { 'a.tf': cluster('x', VERSION, '  for_each = toset(["a", "b"])\n') },
    module: {
      'a.tf': 'module "a" {\n  source = "./c"\n}\n',
      'c/b.tf': cluster('x', VERSION),
    },
    template: {
      'a/t.yaml':
        'Resources:\n  Db:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      Engine: aurora-mysql\n' +
        `      EngineVersion: ${VERSION}\n`,
    },
    program: {
      's.ts': `new rds.CfnDBCluster(this, 'Db', { engine: 'aurora-mysql', engineVersion: ${VERSION.replaceAll('"', "'")} });\n`,
    },
  };

  /** State of the only finding: suppressed or not, and its number of assets. */
  async function left(
    t: TestContext,
    files: string,
    ...resources: string[]
  ): Promise<[isLeftOut: boolean, assets: number]> {
    const content =
      addIgnoreEntries('', { rule: 'known-bugs', reason: 'gone', until: null, resources }) ?? '';
    const [finding] = await findings(t, files, content);
    return [finding?.suppressed?.reason === 'gone', finding?.assetIds.length ?? 0];
  }

  async function findings(t: TestContext, files: string, content: string) {
    const inventory = await scanFiles(t, FILES[files] ?? {});
    const { config } = readConfig(content, 'x');
    return findingsOf(catalogue, inventory, { today: '2026-11-24', config }).filter(
      ({ ruleId }) => ruleId === 'known-bugs',
    );
  }

  test("suppresses it by the cluster's name, but not by a member's", async (t) => {
    assert.deepEqual(await left(t, 'members', 'aws_rds_cluster.x'), [true, 2]);
    assert.deepEqual(await left(t, 'members', 'aws_rds_cluster_instance.i'), [false, 2]);
  });

  test('suppresses it only if all its clusters are named', async (t) => {
    assert.deepEqual(await left(t, 'shared', 'aws_rds_cluster.x'), [false, 1]);
    assert.deepEqual(await left(t, 'shared', 'aws_rds_cluster.x', 'aws_rds_cluster.y'), [true, 2]);
    assert.deepEqual(await left(t, 'shared', 'aws_rds_cluster.*'), [true, 2]);
    assert.deepEqual(await left(t, 'keys', 'aws_rds_cluster.x["a"]', 'aws_rds_cluster.x["b"]'), [true, 2]);
    assert.deepEqual(await left(t, 'keys', 'aws_rds_cluster.x["a"]'), [false, 1]);
  });

  test('matches addresses only at a boundary', async (t) => {
    assert.deepEqual(await left(t, 'keys', 'aws_rds_cluster.x'), [true, 2]);
    assert.deepEqual(await left(t, 'keys', 'aws_rds_cluster'), [true, 2]);
    assert.deepEqual(await left(t, 'keys', 'aws_rds_clus'), [false, 2]);
    assert.deepEqual(await left(t, 'module', 'module.a'), [true, 1]);
    assert.deepEqual(await left(t, 'module', 'module'), [true, 1]);
    assert.deepEqual(await left(t, 'template', 'a/t.yaml#Db'), [true, 1]);
    assert.deepEqual(await left(t, 'template', 'Db'), [true, 1]);
    assert.deepEqual(await left(t, 'program', 'Db'), [true, 1]);
  });

  test('suppresses it with the entries that the quick fix writes', async (t) => {
    for (const files of Object.keys(FILES)) {
      const { assets } = await scanFiles(t, FILES[files] ?? {});
      const [finding] = await findings(t, files, '');
      const about = assets.filter(({ id }) => finding?.assetIds.includes(id));
      const resources = resourcesToName(about, assets);
      assert.equal((await left(t, files, ...resources))[0], true, `${files}: ${resources.join()}`);
    }
  });

  test('includes the file in a name that another file also contains', () => {
    const assets = [assetOf('a.yaml#Db'), assetOf('b.yaml#Db'), assetOf('b.yaml#Other')];
    assert.deepEqual(resourcesToName(assets.slice(0, 1), assets), ['a.yaml#Db']);
    assert.deepEqual(resourcesToName(assets.slice(1), assets), ['b.yaml#Db', 'Other']);
  });
});
