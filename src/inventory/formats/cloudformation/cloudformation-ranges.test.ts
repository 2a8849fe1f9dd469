import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isFileLocation } from '../../../model/index.ts';
import { cloudformation } from './format.ts';
import { assetsOf, readUnit, textAt } from '../../../../test/support/code/format.ts';

const VERSION = '8.0.mysql_aurora.3.04.0';

/** Range of the version of the resource `Db`, and its text. */
function place(text: string, file = 'a.yaml'): { range: string; text: string } {
  const asset = assetsOf(cloudformation, file, { [file]: text }).get('Db');
  assert.ok(asset && isFileLocation(asset.location));
  assert.equal(asset.engineVersion, VERSION);
  const { line, column, endLine, endColumn } = asset.location;
  return {
    range: `${line}:${column}-${endLine}:${endColumn}`,
    text: textAt({ [file]: text }, asset.location),
  };
}

function yaml(value: string, head = ''): string {
  return `${head}Resources:
  Db:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      EngineVersion: ${value}
`;
}

describe('range of a version in YAML', () => {
  const cases: [name: string, text: string, range: string][] = [
    ['plain', yaml(VERSION), '6:22-6:45'],
    ['single quotes', yaml(`'${VERSION}'`), '6:23-6:46'],
    ['double quotes and a comment', yaml(`"${VERSION}" # "${VERSION}"`), '6:23-6:46'],
    ['CRLF', yaml(VERSION).replaceAll('\n', '\r\n'), '6:22-6:45'],
    ['folded block', yaml(`>-\n        ${VERSION}\n`), '7:9-7:32'],
    ['literal block with CRLF', yaml(`|-\n        ${VERSION}\n`).replaceAll('\n', '\r\n'), '7:9-7:32'],
    ['on the next line', yaml(`\n        ${VERSION}`), '7:9-7:32'],
    ['emoji before it', yaml(VERSION, '# 🚀🚀 rocket\n'), '7:22-7:45'],
    ['tag of the language', yaml(`!!str ${VERSION}`), '6:28-6:51'],
    ['anchor', yaml(`&v ${VERSION}`), '6:25-6:48'],
    ['tabs around it', yaml(`\t${VERSION}\t# tab`), '6:23-6:46'],
    [
      'emoji on its line, in a flow map',
      `Resources: { Db: { Type: AWS::RDS::DBCluster, Properties: { Engine: aurora-mysql, Tags: "🚀", EngineVersion: ${VERSION} } } }`,
      '1:110-1:133',
    ],
  ];
  for (const [name, text, range] of cases) {
    test(`is exact: ${name}`, () => assert.deepEqual(place(text), { range, text: VERSION }));
  }
});

test('locates an alias at its anchor, and lists it as a use', () => {
  const files = { 'a.yaml': yaml('*version', `Metadata:\n  Pin: &version '${VERSION}'\n`) };
  const asset = assetsOf(cloudformation, 'a.yaml', files).get('Db');
  assert.ok(asset);
  assert.equal(asset.resolution, 'variable');
  assert.deepEqual(place(files['a.yaml']), { range: '2:18-2:41', text: VERSION });
  assert.deepEqual(
    asset.uses.map((use) => textAt(files, use.location)),
    ['*version'],
  );
});

test('resolves merge keys', () => {
  const text = `Shared: &shared
  Engine: aurora-mysql
  EngineVersion: ${VERSION}
Resources:
  Db:
    Type: AWS::RDS::DBCluster
    Properties:
      <<: *shared
      DeletionProtection: true
`;
  assert.deepEqual(place(text), { range: '3:18-3:41', text: VERSION });
});

describe('range of a version in JSON', () => {
  const body = `{"Resources":{"Db":{"Type":"AWS::RDS::DBCluster","Properties":{"Engine":"aurora-mysql","EngineVersion":"${VERSION}"}}}}`;

  test('is exact on one line', () => {
    assert.deepEqual(place(body, 'a.json'), { range: '1:105-1:128', text: VERSION });
  });

  test('is exact on one line of a megabyte', () => {
    const filler = Array.from(
      { length: 20_000 },
      (_, i) => `"F${i}":{"Type":"AWS::SNS::Topic","Properties":{"DisplayName":"🙂 ${i}"}}`,
    );
    const text = body.replace('"Db"', `${filler.join(',')},"Db"`);
    assert.ok(text.length > 900_000);
    const column = text.lastIndexOf(VERSION) + 1;
    assert.deepEqual(place(text, 'a.json'), {
      range: `1:${column}-1:${column + VERSION.length}`,
      text: VERSION,
    });
  });

  test('is exact with comments, trailing commas, tabs and CRLF', () => {
    const text = body.replaceAll(',', ', // next\r\n\t').replace('"}}}}', '",},},},}');
    assert.equal(place(text, 'stack.template').text, VERSION);
  });

  test('is exact after escapes', () => {
    const text = body.replace('{"Resources"', '{"Description":"\\u00e9\\"","Resources"');
    assert.deepEqual(place(text, 'a.json'), { range: '1:130-1:153', text: VERSION });
  });
});

describe('unreadable templates', () => {
  test('report broken JSON with its line, and keep the part before it', () => {
    const text = `{ "Resources": {\n "Db": { "Type": "AWS::RDS::DBCluster", "Properties": { "Engine": "aurora-mysql",\n "EngineVersion": "${VERSION}" } }\n "Next": [ }`;
    const { problems } = readUnit(cloudformation, 'a.json', { 'a.json': text });
    assert.equal(problems[0]?.text.args.line, 4);
    assert.equal(place(text, 'a.json').text, VERSION);
  });

  test('leave output of a Go template unknown, and keep the rest', () => {
    const text = `Resources:
{{- range .Databases }}
  {{ safe .Name }}Db:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      EngineVersion: {{ .Version }}
  {{ safe .Name }}Reader:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: aurora-mysql
      DBClusterIdentifier: !Ref {{ safe .Name }}Db
{{- end }}
  Db:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      EngineVersion: ${VERSION}
`;
    const { problems } = readUnit(cloudformation, 'a.yaml', { 'a.yaml': text });
    assert.deepEqual(
      problems.map((problem) => problem.text.key),
      ['problem.textTemplate'],
    );
    assert.deepEqual(place(text), { range: '18:22-18:45', text: VERSION });
    const assets = assetsOf(cloudformation, 'a.yaml', { 'a.yaml': text });
    const written = assets.get('{{ safe .Name }}Db');
    assert.equal(written?.reason?.key, 'inventory.templated');
    assert.equal(textAt({ 'a.yaml': text }, written.location), '{{ .Version }}');
    assert.deepEqual(assets.get('{{ safe .Name }}Reader')?.links, [
      { role: 'member-of', assetId: 'a.yaml#{{ safe .Name }}Db' },
    ]);
  });

  test('include every branch of a Go template', () => {
    const text = `Mappings:
  {{ safe .Name }}Map: {{ range $env := .Envs }}
    {{ $env }}: { Min: 1 }
    {{ end }}
    All: { Min: 2 }
Resources:
  Db:
    Type: AWS::RDS::DBCluster
    Properties:
      MasterUsername: !Join ['', [{{ \`'{{resolve:secretsmanager:'\` }}, !Ref Secret, ':SecretString:user}}']]
      Port: {{ if eq .Engine "MySQL" }}3306{{ else }}5432{{ end }}
      {{- if eq .Engine "MySQL" }}
      Engine: aurora-mysql
      EngineVersion: ${VERSION}
      {{- else }}
      Engine: mariadb
      EngineVersion: '14.4'
      {{- end }}
      DBClusterParameterGroupName: {{- if .Group }} {{ .Group }} {{- else }} !Ref {{ safe .Name }}Group {{- end }}
`;
    const files = { 'a.yaml': text };
    assert.deepEqual(
      readUnit(cloudformation, 'a.yaml', files).problems.map((problem) => problem.text.key),
      ['problem.textTemplate'],
    );
    assert.deepEqual(place(text), { range: '14:22-14:45', text: VERSION });
    const read = assetsOf(cloudformation, 'a.yaml', files);
    assert.equal(read.size, 1);
    assert.deepEqual(read.get('Db')?.unknownSettings.toSorted(), ['dbClusterParameterGroupName', 'port']);
  });

  test('report nothing about irrelevant resources', () => {
    const others = `  Name:
    Type: AWS::Route53::RecordSet
    Properties:
      Name: db.example.com
      Type: CNAME
  Document: {
    Type: AWS::SSM::Document
  }
`;
    const text = `${yaml(VERSION)}${others}Outputs:\n  Id: { Value: !Ref Db }\n`;
    for (const each of [text, text.replaceAll('\n', '\r\n')]) {
      assert.deepEqual(readUnit(cloudformation, 'a.yaml', { 'a.yaml': each }).problems, []);
      assert.deepEqual(place(each), { range: '6:22-6:45', text: VERSION });
    }
  });

  test('stop at aliases of aliases', () => {
    const levels = Array.from({ length: 40 }, (_, i) => `  L${i + 1}: &l${i + 1} [*l${i}, *l${i}, *l${i}]`);
    const text = `Bomb:\n  L0: &l0 [a, b]\n${levels.join('\n')}\n${yaml(VERSION)}      EnableCloudwatchLogsExports: *l40\n`;
    const asset = assetsOf(cloudformation, 'a.yaml', { 'a.yaml': text }).get('Db');
    assert.equal(asset?.version, '3.04.0');
    assert.deepEqual(asset.unknownSettings, ['enabledCloudwatchLogsExports']);
  });

  test('resolve an alias inside its own anchor to nothing', () => {
    const text = `${yaml(VERSION)}      AvailabilityZones: &a [x, *a]\n`;
    const asset = assetsOf(cloudformation, 'a.yaml', { 'a.yaml': text }).get('Db');
    assert.deepEqual(asset?.settings.availabilityZones, ['x', null]);
  });

  test('exclude other YAML and JSON', () => {
    for (const text of [
      '',
      '# nothing',
      'a: b',
      '- 1',
      '[]',
      '{}',
      '"AWS::RDS::DBCluster"',
      'Type: AWS::RDS::DBCluster',
    ]) {
      assert.deepEqual(readUnit(cloudformation, 'a.yaml', { 'a.yaml': text }).drafts, []);
    }
  });
});
