import assert from 'node:assert/strict';
import test from 'node:test';
import { valueOf } from '../../../syntax/index.ts';
import { TemplateCode } from '../../../../test/support/code/template-code.ts';
import { assertRows, sketch, type Sketch } from '../../../../test/support/code/values.ts';
import { maxTextParts } from '../../limits.ts';
import { decisionKey } from './scope.ts';

const CODE = new TemplateCode(`
Parameters:
  Version: { Type: String, Default: 8.0 }
  Open: { Type: String }
  Zones: { Type: CommaDelimitedList, Default: "a, b" }
  Many: { Type: CommaDelimitedList, Default: "${'a,'.repeat(maxTextParts + 1)}" }
  Image: { Type: AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>, Default: /aws/service/ami/x }
  Own: { Type: AWS::SSM::Parameter::Value<String>, Default: /own/version }
Resources:
  Cluster: { Type: AWS::RDS::DBCluster, Properties: { DBClusterIdentifier: shop } }
  Unnamed: { Type: AWS::RDS::DBCluster }
`);

const NAMES: readonly [code: string, result: Sketch][] = [
  ['!Ref Version', 8],
  ['!Ref Open', '?'],
  ['!Ref Zones', ['a', 'b']],
  ['!Ref Many', '?'],
  ['!Ref Image', '/aws/service/ami/x'],
  ['!Ref Own', '?'],
  ['!Ref AWS::Region', '?'],
  ['!Ref AWS::Partition', 'aws'],
  ['!Ref Nothing', '?'],
  ['!Ref Cluster', 'shop'],
  ['!Ref Unnamed', '?'],
  ['!GetAtt Cluster.Endpoint.Address', '?'],
  ['!GetAtt [Cluster, Endpoint.Address]', '?'],
];

test('resolves names to parameters and resources, and leaves others unknown', () => {
  assertRows(NAMES, (code) => sketch(CODE.valueOf(code)));
});

test("locates a parameter's default where the template writes it", () => {
  const value = CODE.valueOf('!Ref Version');
  assert.equal(value?.kind, 'scalar');
  assert.deepEqual([CODE.written(value.span), value.text, value.origin], ['8.0', '8.0', 'default']);
  assert.deepEqual(
    value.uses.map(({ name }) => name),
    ['Cluster'],
  );
});

test('links a reference to its resource if only the generated name is unknown', () => {
  const resourcesOf = (code: string) => {
    const value = CODE.valueOf(code);
    return value?.kind === 'unknown' ? [value.resources, value.attribute] : null;
  };
  assert.deepEqual(resourcesOf('!Ref Unnamed'), [['Unnamed'], undefined]);
  assert.deepEqual(resourcesOf('!GetAtt Unnamed.Endpoint.Address'), [['Unnamed'], 'Endpoint.Address']);
});

test('uses the assumed value of a parameter', () => {
  const assumed = new Map([[decisionKey(CODE.stack, 'parameter', 'Open'), 'prod']]);
  assert.equal(sketch(CODE.valueOf('!Ref Open', assumed)), 'prod');
});

test('reads parameters of the parent stack in a nested one, and its outputs in the parent', () => {
  const parent = new TemplateCode(`
Parameters:
  Wanted: { Type: String, Default: "8.0" }
Resources:
  Db: { Type: AWS::CloudFormation::Stack, Properties: { Parameters: { Version: !Ref Wanted, Size: 2 } } }
`);
  const parameters = valueOf(parent.stack.template.resources.get('Db')?.properties ?? null, 'Parameters');
  const child = new TemplateCode(
    `
Parameters:
  Version: { Type: String, Default: "5.7" }
  Size: { Type: Number }
  Name: { Type: String, Default: shop }
Resources:
  Cluster: { Type: AWS::RDS::DBCluster }
Outputs:
  Engine: { Value: !Sub "mysql-\${Version}" }
`,
    { prefix: 'Db.', parent: { stack: parent.stack, logicalId: 'Db', parameters } },
  );
  parent.stack.children.set('Db', child.stack);
  assert.deepEqual(
    ['!Ref Version', '!Ref Size', '!Ref Name'].map((code) => sketch(child.valueOf(code))),
    ['8.0', 2, 'shop'],
  );
  assert.equal(sketch(parent.valueOf('!GetAtt Db.Outputs.Engine')), 'mysql-8.0');
  assert.equal(sketch(parent.valueOf('!GetAtt Db.Outputs.None')), '?');
});
