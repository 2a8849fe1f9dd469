import assert from 'node:assert/strict';
import test from 'node:test';
import { serviceOf, TemplateCode } from '../../../test/support/code/template-code.ts';
import { assertRows, sketch, type Sketch } from '../../../test/support/code/values.ts';
import { decisionKey } from './template/scope.ts';

const TEMPLATE = 'Resources: { Cluster: { Type: AWS::RDS::DBCluster } }';
const SELF = `
custom:
  version: 8.0
  name: "shop-\${opt:stage, 'dev'}"
  versions: { dev: "8.0", prod: "5.7" }
  loop: \${self:custom.loop}
  map: { a: "\${self:custom.version}" }
`;
const variables = serviceOf(SELF, { './versions.yml': 'mysql: 8.4\nlist: [a]\n' });
const CODE = new TemplateCode(TEMPLATE, { variables });

const VARIABLES: readonly [code: string, result: Sketch][] = [
  ['${self:custom.version}', 8],
  ['v${self:custom.version}', 'v8.0'],
  ['${self:custom.none}', '?'],
  ["${self:custom.none, '5.7'}", '5.7'],
  ['${opt:version, 8.0}', '8.0'],
  ['${opt:version, self:custom.version}', 8],
  ['${opt:version}', '?'],
  ['${self:custom.name}', 'shop-dev'],
  ["${self:custom.versions.${opt:stage, 'prod'}}", '5.7'],
  ['${self:custom.versions.${opt:stage}}', '?'],
  ['${self:custom.map}', { a: 8 }],
  ['${file(./versions.yml):mysql}', 8.4],
  ['${file(./versions.yml):list}', ['a']],
  ['${file(./none.yml):mysql}', '?'],
  ["${file(./none.yml):mysql, '5.7'}", '5.7'],
  ['${self:custom.loop}', '?'],
  ['${ssm:/own/version}', '?'],
  ['${aws:region}', '?'],
  // A placeholder of CloudFormation, and plain text.
  ['${AWS::Region}', '${AWS::Region}'],
  ['8.0', 8],
];

test('resolves variables of a Serverless service', () => {
  assertRows(VARIABLES, (code) => sketch(CODE.valueOf(code === '8.0' ? code : JSON.stringify(code))));
});

test('reports the stage as the choice among rows of a map, and uses an assumed stage', () => {
  const value = CODE.valueOf('"${self:custom.versions.${opt:stage}}"');
  assert.deepEqual(value?.kind === 'unknown' && value.decidedBy, {
    ...{ kind: 'parameter', name: 'opt:stage' },
    choices: ['dev', 'prod'],
  });
  const assumed = new Map([[decisionKey(CODE.stack, 'parameter', 'opt:stage'), 'prod']]);
  assert.equal(sketch(CODE.valueOf('"${self:custom.versions.${opt:stage}}"', assumed)), '5.7');
});

test('locates the fallback of a service variable where the code writes it', () => {
  const value = CODE.valueOf('"${opt:version, \'5.7\'}"');
  assert.equal(value?.kind === 'scalar' && CODE.written(value.span), '5.7');
});

test('leaves service variables unknown in a template without a service', () => {
  assert.equal(sketch(new TemplateCode(TEMPLATE).valueOf('"${self:custom.version}"')), '?');
});

test('leaves a text with too many variables unknown', () => {
  assert.equal(sketch(CODE.valueOf(JSON.stringify('${self:custom.version}'.repeat(30)))), '?');
});
