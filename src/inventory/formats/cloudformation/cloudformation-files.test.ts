import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cloudformation } from './format.ts';
import { assetsOf, readUnit, textAt } from '../../../../test/support/code/format.ts';

const CHILD = `Parameters:
  Version: { Type: String, Default: 8.0.mysql_aurora.3.04.0 }
Resources:
  Db:
    Type: AWS::RDS::DBCluster
    Properties: { Engine: aurora-mysql, EngineVersion: !Ref Version }
Outputs:
  Id: { Value: !Ref Db }
`;

describe('nested stacks of CloudFormation', () => {
  const files = {
    'infra/root.yaml': `Parameters:
  Aurora: { Type: String, Default: 8.0.mysql_aurora.3.10.2 }
Resources:
  Orders:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ./db/child.yaml
      Parameters: { Version: !Ref Aurora }
  Stock:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: db/child.yaml
      Parameters: { Version: 8.0.mysql_aurora.3.08.1 }
  Plain:
    Type: AWS::Serverless::Application
    Properties: { Location: ../infra/db/child.yaml }
  Reader:
    Type: AWS::RDS::DBInstance
    Properties: { Engine: aurora-mysql, DBClusterIdentifier: !GetAtt Orders.Outputs.Id }
  Remote:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: 'https://example.com/child.yaml' }
  Gone:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: gone.yaml }
`,
    'infra/db/child.yaml': CHILD,
  };
  const assets = assetsOf(cloudformation, 'infra/root.yaml', files);

  test('take parameters from their parent, located in its file', () => {
    const orders = assets.get('Orders.Db');
    assert.equal(orders?.version, '3.10.2');
    assert.equal(orders.id, 'infra/root.yaml#Orders.Db');
    assert.equal('file' in orders.location && orders.location.file, 'infra/root.yaml');
    assert.deepEqual(
      orders.uses.map((use) => [use.name, textAt(files, use.location)]),
      [
        ['Orders', 'Aurora'],
        ['Orders.Db', 'Version'],
      ],
    );
    const stock = assets.get('Stock.Db');
    assert.equal(stock?.version, '3.08.1');
    assert.equal(stock.resolution, 'variable');
  });

  test('keep defaults that the parent does not set', () => {
    const plain = assets.get('Plain.Db');
    assert.equal(plain?.version, '3.04.0');
    assert.equal('file' in plain.location && plain.location.file, 'infra/db/child.yaml');
  });

  test('pass outputs to their parent', () => {
    assert.equal(assets.get('Reader')?.version, '3.10.2');
  });

  test('are listed as files to read again', () => {
    assert.deepEqual(readUnit(cloudformation, 'infra/root.yaml', files).includes, ['infra/db/child.yaml']);
    const latin1 = Buffer.from(files['infra/root.yaml']).toString('latin1');
    assert.ok(cloudformation.refersTo?.('infra/root.yaml', latin1).includes('infra/db/child.yaml'));
  });

  test('stop at a stack that contains itself', () => {
    const text = CHILD.replace(
      'Outputs:',
      '  Self: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: a.yaml } }\nOutputs:',
    );
    assert.deepEqual([...assetsOf(cloudformation, 'a.yaml', { 'a.yaml': text }).keys()], ['Db']);
  });
});

test('resolves nested templates of a CDK template', () => {
  const files = {
    'cdk.out/App.template.json': JSON.stringify({
      Resources: {
        Data: {
          Type: 'AWS::CloudFormation::Stack',
          Properties: { TemplateURL: { 'Fn::Join': ['', ['https://s3.', { Ref: 'AWS::URLSuffix' }]] } },
          Metadata: { 'aws:asset:path': 'AppData.nested.template.json' },
        },
      },
    }),
    'cdk.out/AppData.nested.template.json': JSON.stringify({
      Resources: {
        Db: {
          Type: 'AWS::RDS::DBCluster',
          Properties: { Engine: 'aurora-mysql', EngineVersion: '8.0.mysql_aurora.3.07.1' },
        },
      },
    }),
  };
  assert.equal(
    assetsOf(cloudformation, 'cdk.out/App.template.json', files).get('Data.Db')?.version,
    '3.07.1',
  );
  const latin1 = Buffer.from(files['cdk.out/App.template.json']).toString('latin1');
  assert.deepEqual(cloudformation.refersTo?.('cdk.out/App.template.json', latin1), [
    'cdk.out/AppData.nested.template.json',
  ]);
});

describe('a service of the Serverless Framework', () => {
  const files = {
    'shop/serverless.yml': `service: shop
provider: { name: aws, stage: "\${opt:stage, 'dev'}" }
custom:
  versions: { dev: 8.0.mysql_aurora.3.10.0, prod: 8.0.mysql_aurora.3.08.2 }
  pinned: 5.7.mysql_aurora.2.12.1
resources:
  - Resources:
      Inline:
        Type: AWS::RDS::DBCluster
        Properties: { Engine: aurora-mysql, EngineVersion: '\${self:custom.pinned}' }
      ByStage:
        Type: AWS::RDS::DBCluster
        Properties: { Engine: aurora-mysql, EngineVersion: '\${self:custom.versions.\${self:provider.stage}}' }
      Fallback:
        Type: AWS::RDS::DBCluster
        Properties: { Engine: aurora-mysql, EngineVersion: "\${opt:db, '8.0.mysql_aurora.3.04.1'}" }
      Elsewhere:
        Type: AWS::RDS::DBCluster
        Properties: { Engine: aurora-mysql, EngineVersion: "\${file(./versions.yml):mysql.main}" }
      Open:
        Type: AWS::RDS::DBCluster
        Properties: { Engine: aurora-mysql, EngineVersion: '\${env:DB_VERSION}' }
  - \${file(resources/db.yml)}
  - Resources: \${file(resources/bare.yml)}
`,
    'shop/versions.yml': 'mysql:\n  main: "8.0.mysql_aurora.3.05.2"\n',
    'shop/resources/db.yml': `Resources:
  Included:
    Type: AWS::RDS::DBCluster
    Properties: { Engine: aurora-mysql, EngineVersion: '\${self:custom.pinned}' }
`,
    'shop/resources/bare.yml': `Bare:
  Type: AWS::RDS::DBCluster
  Properties: { Engine: aurora, EngineVersion: 5.6.mysql_aurora.1.22.2 }
`,
  };
  const assets = assetsOf(cloudformation, 'shop/serverless.yml', files);
  const cases: [name: string, engineVersion: string, file: string][] = [
    ['Inline', '5.7.mysql_aurora.2.12.1', 'shop/serverless.yml'],
    ['ByStage', '8.0.mysql_aurora.3.10.0', 'shop/serverless.yml'],
    ['Fallback', '8.0.mysql_aurora.3.04.1', 'shop/serverless.yml'],
    ['Elsewhere', '8.0.mysql_aurora.3.05.2', 'shop/versions.yml'],
    ['Included', '5.7.mysql_aurora.2.12.1', 'shop/serverless.yml'],
    ['Bare', '5.6.mysql_aurora.1.22.2', 'shop/resources/bare.yml'],
  ];
  for (const [name, engineVersion, file] of cases) {
    test(`has resource ${name} with a version`, () => {
      const asset = assets.get(name);
      assert.equal(asset?.engineVersion, engineVersion);
      assert.equal(textAt(files, asset.location), engineVersion);
      assert.equal('file' in asset.location && asset.location.file, file);
    });
  }

  test('offers each stage as an environment for a variable of the deployment', () => {
    const text = `service: shop
custom: { aurora: { dev: 8.0.mysql_aurora.3.10.0, prod: 8.0.mysql_aurora.3.08.2 } }
resources:
  Resources:
    Db:
      Type: AWS::RDS::DBCluster
      Properties: { Engine: aurora-mysql, EngineVersion: '\${self:custom.aurora.\${sls:stage}}' }
`;
    const rows = [...assetsOf(cloudformation, 'serverless.yml', { 'serverless.yml': text }, 'id').values()];
    assert.deepEqual(
      rows.map(({ environment, version }) => [environment, version]),
      [
        ['dev', '3.10.0'],
        ['prod', '3.08.2'],
      ],
    );
  });

  test('leaves other variables of the deployment unknown', () => {
    assert.equal(assets.get('Open')?.reason?.key, 'inventory.cfn.variable');
  });

  test('lists included files', () => {
    const { includes } = readUnit(cloudformation, 'shop/serverless.yml', files);
    assert.deepEqual(includes, ['shop/resources/db.yml', 'shop/resources/bare.yml']);
    assert.equal(
      assetsOf(cloudformation, 'shop/resources/bare.yml', files).get('Bare')?.engineVersion,
      '5.6.mysql_aurora.1.22.2',
    );
    const latin1 = Buffer.from(files['shop/serverless.yml']).toString('latin1');
    assert.deepEqual(cloudformation.refersTo?.('shop/serverless.yml', latin1), [
      'shop/versions.yml',
      'shop/resources/db.yml',
      'shop/resources/bare.yml',
    ]);
  });
});

test('claims files by their names', () => {
  for (const file of ['a.yaml', 'b/c.YML', 'x.json', 'stack.template', 'cdk.out/A.template.json']) {
    assert.ok(cloudformation.claims(file), file);
  }
  for (const file of ['a.tf', 'README.md', 'template', 'a.yaml.md'])
    assert.ok(!cloudformation.claims(file), file);
});

test('names a single-resource file after itself, or by the service that includes it', () => {
  const files = {
    'serverless.yml': 'service: shop\nresources:\n  Resources:\n    Orders: ${file(./db/cluster.yml)}\n',
    'db/cluster.yml':
      'Type: AWS::RDS::DBCluster\nProperties:\n  Engine: aurora-mysql\n  EngineVersion: 8.0.mysql_aurora.3.08.1\n',
  };
  assert.deepEqual([...assetsOf(cloudformation, 'db/cluster.yml', files).keys()], ['cluster']);
  assert.deepEqual([...assetsOf(cloudformation, 'serverless.yml', files).keys()], ['Orders']);
  assert.deepEqual(readUnit(cloudformation, 'serverless.yml', files).includes, ['db/cluster.yml']);
});

describe('nested stacks with an uploaded template', () => {
  const root = (url: string) => `Parameters:
  Bucket: { Type: String }
  Prefix: { Type: String, Default: orders/ }
Resources:
  Data:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ${url}
      Parameters: { Version: 8.0.mysql_aurora.3.10.2 }
`;
  const caller = 'infra/templates/root.yaml';
  const readWith = (url: string, ...children: string[]) => {
    const files = {
      [caller]: root(url),
      ...Object.fromEntries(children.map((file) => [file, CHILD])),
    };
    const reading = readUnit(cloudformation, caller, files);
    const refersTo = cloudformation.refersTo?.(caller, Buffer.from(root(url)).toString('latin1'));
    for (const file of reading.includes) assert.ok(refersTo?.includes(file), file);
    return reading.includes;
  };
  const cases: [url: string, child: string][] = [
    ["!Sub '${Bucket}/child.yaml'", 'infra/templates/child.yaml'],
    ['https://s3.amazonaws.com/acme/any/templates/db/child.yaml', 'infra/templates/db/child.yaml'],
    [
      '!Sub https://${Bucket}.s3.${AWS::URLSuffix}/${Prefix}submodules/db/child.yaml',
      'submodules/db/child.yaml',
    ],
    [
      "!Join ['/', [https://s3.amazonaws.com, !Ref Bucket, templates/child.yaml]]",
      'infra/templates/child.yaml',
    ],
  ];
  for (const [url, child] of cases) {
    test(`resolve ${url} to a local file`, () => {
      assert.deepEqual(readWith(url, child, 'elsewhere/child.yaml'), [child]);
    });
  }

  test('resolve to the file with the longest common path, and to none of several equal ones', () => {
    const url = 'https://acme.s3.amazonaws.com/x/db/child.yaml';
    assert.deepEqual(readWith(url, 'db/child.yaml', 'child.yaml'), ['db/child.yaml']);
    assert.deepEqual(readWith(url, 'db/child.yaml', 'infra/db/child.yaml'), []);
    assert.deepEqual(readWith('https://acme.s3.amazonaws.com/x', 'x'), []);
  });
});

test("assigns the row that a parameter file selects to the file's environment", () => {
  const files = {
    'db.yaml': `Parameters: { Kind: { Type: String, Default: small } }
Mappings: { Kinds: { small: { v: 8.0.mysql_aurora.3.04.0 }, large: { v: 8.0.mysql_aurora.3.08.0 } } }
Resources:
  Db:
    Type: AWS::RDS::DBCluster
    Properties: { Engine: aurora-mysql, EngineVersion: !FindInMap [Kinds, !Ref Kind, v] }
`,
    'parameters/prod.json': '{ "Parameters": { "Kind": "large" } }',
    'parameters/dev.json': '{ "Parameters": { "Kind": "small" } }',
  };
  const rows = [...assetsOf(cloudformation, 'db.yaml', files, 'id').values()];
  assert.deepEqual(
    rows.map(({ environment, version }) => [environment, version]),
    [
      [null, '3.04.0'],
      ['prod', '3.08.0'],
    ],
  );
});
