import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { foldedAssets, findingsOf, foldFindings, placesOfSameVersion } from '../../index.ts';
import { EMPTY_CONFIG } from '../../../config/index.ts';
import { say } from '../../../l10n/index.ts';
import { isFileLocation, type Finding, type Location } from '../../../model/index.ts';
import { junit, sarif, scanCsv, scanJson, NO_ROOTS } from '../../../report/index.ts';
import { bugOf, catalogueOf, supportOf } from '../../../../test/support/catalogue/catalogue.ts';
import { readSarif } from '../../../../test/support/surfaces/sarif.ts';
import { scanFiles } from '../../../../test/support/workspace.ts';

const CATALOGUE = {
  ...catalogueOf(
    [
      ['2.31.0', '2030-01-01'],
      ['2.31.1', '2030-02-01'],
    ],
    [bugOf('crash', ['2.31.1'], { severity: 'critical' })],
  ),
  support: [supportOf('2.31', { standardEnds: '2030-04-30' })],
};

function cluster(before = ''): string {
  return `${before}resource "aws_rds_cluster" "main" {\n  engine = "aurora-mysql"\n  engine_version = "5.7.mysql_aurora.2.31.0"\n}\n`;
}

async function scanned(t: TestContext, files: Record<string, string>) {
  const inventory = await scanFiles(t, files);
  const each = findingsOf(CATALOGUE, inventory, { today: '2030-05-01', config: EMPTY_CONFIG });
  return { inventory, each, folded: foldFindings(each, inventory.assets) };
}

function filesOf({ places = [] }: Finding): string[] {
  return places.map(({ location }) => fileOf(location));
}

function fileOf(location: Location): string {
  return isFileLocation(location) ? location.file : location.arn;
}

const TEMPLATE =
  'Resources:\n  Main:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      Engine: aurora-mysql\n      EngineVersion: 5.7.mysql_aurora.2.31.0\n';

describe('assets with the same version in several places', () => {
  test('change together in one edit, except suppressed and example places', async (t) => {
    const comment = '  # errata-lens:ignore known-bugs, end-of-support -- goes next month\n';
    const { inventory, each } = await scanned(t, {
      'db.tf': cluster(),
      'db.yaml': TEMPLATE,
      'examples/db.tf': cluster(),
      'old/db.tf': cluster().replace('  engine_version', `${comment}$&`),
    });
    const placesFrom = (file: string): string[] => {
      const own = each.find((finding) => fileOf(finding.location) === file);
      assert.ok(own !== undefined, file);
      const ids = foldedAssets(each, inventory.assets, own);
      return placesOfSameVersion(inventory, ids).map(fileOf);
    };
    assert.deepEqual(placesFrom('db.tf'), ['db.tf', 'db.yaml']);
    assert.deepEqual(placesFrom('db.yaml'), ['db.yaml', 'db.tf']);
    assert.deepEqual(placesFrom('examples/db.tf'), ['examples/db.tf']);
    assert.deepEqual(placesFrom('old/db.tf'), ['old/db.tf']);
  });

  test('have one finding for bugs and support at all places', async (t) => {
    const { inventory, each, folded } = await scanned(t, { 'a/db.tf': cluster(), 'b/db.tf': cluster('\n') });
    assert.equal(each.length, 2);
    const [finding, ...others] = folded;
    assert.ok(finding !== undefined);
    assert.deepEqual(others, []);
    assert.deepEqual(filesOf(finding), ['a/db.tf', 'b/db.tf']);
    assert.deepEqual(finding.places?.[0]?.location, finding.location);
    assert.equal(finding.assetIds.length, 2);
    assert.match(say(finding.message, 'en'), /2\.31\.0: .* standard support ended 2030-04-30/);
    assert.deepEqual([finding.ruleId, finding.alsoRules], ['known-bugs', ['end-of-support']]);
    const result = { catalogue: CATALOGUE, inventory, findings: folded, problems: [], paths: NO_ROOTS };
    const json = JSON.parse(JSON.stringify(scanJson(result, 'en'))) as {
      findings: { location: Location; places: { location: Location; name: string }[] }[];
    };
    assert.deepEqual(
      json.findings[0]?.places.map(({ name }) => name),
      ['aws_rds_cluster.main', 'aws_rds_cluster.main'],
    );
    assert.match(scanCsv(folded, 'en'), /a\/db\.tf:3 b\/db\.tf:4/);
    assert.match(junit(folded, 'low', 'en'), /tests="1"[^]*a\/db\.tf:3\nb\/db\.tf:4/);
  });

  test('have one SARIF result with all places', async (t) => {
    const { folded } = await scanned(t, { 'a/db.tf': cluster(), 'b/db.tf': cluster() });
    const { results } = readSarif(
      sarif(folded, { language: 'en', version: '1.2.3', bugs: CATALOGUE.bugs, inRepository: String }),
    );
    const places = results.map(({ locations }) =>
      locations.map(({ physicalLocation }) => physicalLocation?.artifactLocation.uri),
    );
    assert.deepEqual(places, [['a/db.tf', 'b/db.tf']]);
  });

  test('are joined only if their versions are known and equal', async (t) => {
    const { folded } = await scanned(t, {
      'db.tf': cluster() + cluster().replace('"main"', '"other"'),
      Dockerfile: [
        'FROM amazonlinux:2017.03.1.20170812',
        'FROM amazonlinux:2018.03.0.20180424',
        'FROM amazonlinux:2018.03.0.20180424',
        'FROM amazonlinux:latest',
        'FROM public.ecr.aws/amazonlinux/amazonlinux:latest',
        '',
      ].join('\n'),
    });
    const { results } = readSarif(
      sarif(folded, { language: 'en', version: '1.2.3', bugs: CATALOGUE.bugs, inRepository: String }),
    );
    const messages = results.map(({ relatedLocations = [] }) =>
      relatedLocations.map(({ message }) => message.text),
    );
    assert.deepEqual(messages, [
      ['The same holds here', 'The same holds here'],
      ['The same holds here'],
      ['The same version'],
    ]);
    const japanese = readSarif(
      sarif(folded, { language: 'ja', version: '1.2.3', bugs: CATALOGUE.bugs, inRepository: String }),
    );
    assert.equal(japanese.results[1]?.relatedLocations?.[0]?.message.text, 'ここにも当てはまります');
  });

  test('are kept apart if a place is an example or suppressed', async (t) => {
    const ignored = cluster('# errata-lens:ignore-file known-bugs -- known to us\n');
    const { folded } = await scanned(t, {
      'a/db.tf': cluster(),
      'b/db.tf': cluster(),
      'c/db.tf': ignored,
      'examples/db.tf': cluster(),
    });
    const rows = folded.map((finding) => [filesOf(finding), finding.isExample === true]);
    assert.deepEqual(rows.slice(0, 1), [[['a/db.tf', 'b/db.tf'], false]]);
    assert.ok(rows.some(([files, isExample]) => isExample === true && String(files) === 'examples/db.tf'));
    assert.ok(
      folded.every((finding) => finding.suppressed === null || String(filesOf(finding)) === 'c/db.tf'),
    );
  });

  test('have one finding for a program and the template that a tool wrote from it', async (t) => {
    const template = TEMPLATE.replace(
      'EngineVersion',
      'EnableHttpEndpoint: false\n      BacktrackWindow: 0\n      EngineVersion',
    );
    const json = (of: string): string =>
      JSON.stringify({
        Resources: {
          Main: {
            Type: 'AWS::RDS::DBCluster',
            Properties: { Engine: 'aurora-mysql', EngineVersion: of, EnableHttpEndpoint: false },
          },
        },
      });
    const program = `import * as rds from 'aws-cdk-lib/aws-rds';\nexport const version = rds.AuroraMysqlEngineVersion.of('5.7.mysql_aurora.2.31.0');\nnew rds.DatabaseCluster(this, 'Db', { engine: rds.DatabaseClusterEngine.auroraMysql({ version }) });\n`;
    const files = {
      'app/lib/db.ts': program,
      'app/cdk.out/Db.template.json': json('5.7.mysql_aurora.2.31.0'),
    };
    const { folded } = await scanned(t, {
      ...files,
      'other/cdk.out/Db.template.json': json('5.7.mysql_aurora.2.31.0'),
      'b.yaml': template,
    });
    const [finding] = folded.filter((each) => filesOf(each).includes('app/lib/db.ts'));
    assert.ok(finding !== undefined);
    assert.ok(filesOf(finding).includes('app/cdk.out/Db.template.json'));
  });

  test('have one finding with a default that every caller replaces', async (t) => {
    const module =
      cluster().replace('"5.7.mysql_aurora.2.31.0"', 'var.v') +
      'variable "v" {\n  default = "5.7.mysql_aurora.2.31.0"\n}\n';
    const call = 'module "db" {\n  source = "../m"\n  v      = "5.7.mysql_aurora.2.31.0"\n}\n';
    const { folded } = await scanned(t, { 'm/main.tf': module, 'prod/main.tf': call });
    assert.deepEqual(folded.map(filesOf), [['prod/main.tf', 'm/main.tf']]);
    const other = await scanned(t, { 'm/main.tf': module, 'prod/main.tf': call.replace('2.31.0', '2.31.1') });
    assert.deepEqual(
      other.folded.map((each) => [filesOf(each), each.level]),
      [[['prod/main.tf'], 'warning']],
    );
    assert.deepEqual(
      other.folded[0]?.related.map(({ location, message }) => [fileOf(location), say(message, 'en')]).at(-1),
      ['m/main.tf', 'The default here, 2.31.0, is replaced by all scanned callers.'],
    );
    const uncalled = await scanned(t, {
      'm/main.tf': module,
      'n/main.tf': module,
      'prod/main.tf': call.replace('2.31.0', '2.31.1'),
    });
    assert.deepEqual(uncalled.folded.map(filesOf).sort(), [['n/main.tf'], ['prod/main.tf']]);
  });

  test('have no single asset in the message if automatic upgrades affect several', async (t) => {
    const upgraded = (name: string): string =>
      `${cluster().replace('main', name)}resource "aws_rds_cluster_instance" "${name}" {\n  cluster_identifier = aws_rds_cluster.${name}.id\n  auto_minor_version_upgrade = true\n}\n`;
    const { each, folded } = await scanned(t, { 'a.tf': upgraded('a'), 'b.tf': upgraded('b') });
    assert.match(
      say(each[0]?.message ?? assert.fail(), 'en'),
      /aws_rds_cluster_instance\.a lets AWS upgrade minor/,
    );
    assert.deepEqual(folded.map(filesOf), [['a.tf', 'b.tf']]);
    assert.match(say(folded[0]?.message ?? assert.fail(), 'en'), /The code lets AWS upgrade minor versions/);
  });

  test('have one finding if one step makes all their versions known', async (t) => {
    const of = (name: string, version: string): string =>
      `resource "aws_db_instance" "${name}" {\n  engine = "postgres"\n${version}}\n`;
    const variable = 'variable "a" {}\nvariable "b" {}\n';
    const { folded } = await scanned(t, {
      'a.tf': `${variable}${of('a', '  engine_version = var.a\n')}${of('b', '  engine_version = var.b\n')}`,
      'b.tf': of('c', '') + of('d', ''),
      'c.tf': of('e', '').replace('postgres', 'mysql'),
    });
    assert.deepEqual(
      folded.map((finding) => [...new Set(filesOf(finding)), finding.places?.length]),
      [
        ['a.tf', 2],
        ['b.tf', 2],
        ['c.tf', 1],
      ],
    );
  });

  test('have one finding for images that are unknown for the same reason', async (t) => {
    const instance = (name: string, image: string): string =>
      `resource "aws_instance" "${name}" {\n  ami = "${image}"\n}\n`;
    const alike = instance('a', 'ami-07eb36e50da2fcccd') + instance('b', 'ami-0d8e665f120c20253');
    const { folded } = await scanned(t, {
      'a.tf': cluster() + alike,
      'b/c.tf': cluster() + instance('c', 'ami-0868b322f8ed469b6'),
    });
    const messages = folded.flatMap(({ unknown, message }) => (unknown ? [say(message, 'en')] : []));
    assert.match(
      messages[0] ?? '',
      /^aws_instance\.a\.ami and 2 more: .* \(For example: ami-07eb36e50da2fcccd /,
    );
    assert.equal(messages.length, 1);
  });

  test('have one finding for unpinned images, whatever selects their release', async (t) => {
    const { folded } = await scanned(t, {
      'a/Dockerfile': 'FROM amazonlinux:2023\n',
      'b/main.tf': `data "aws_ssm_parameter" "ami" {
  name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"
}
resource "aws_instance" "a" {
  ami = data.aws_ssm_parameter.ami.value
}
`,
      'examples/Dockerfile': 'FROM amazonlinux:2023\n',
    });
    assert.deepEqual(folded.map(filesOf), [['a/Dockerfile', 'b/main.tf', 'examples/Dockerfile']]);
    const [finding] = folded;
    assert.ok(finding !== undefined);
    assert.match(
      say(finding.message, 'en'),
      /^stage\.0 and 1 more: Amazon Linux 2023, version unknown \(For example: amazonlinux:2023 means /,
    );
    assert.match(
      say(finding.message, 'ja'),
      /^stage\.0 ほか 1 件: Amazon Linux 2023、バージョン不明（例: amazonlinux:2023 /,
    );
  });

  test('have separate findings if another setting changes the list of bugs', async (t) => {
    const { folded } = await scanned(t, {
      'a/db.tf': cluster(),
      'b/db.tf': cluster().replace('2.31.0', '2.31.1'),
    });
    assert.equal(folded.length, 2);
  });
});
