import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isFileLocation, type Location } from '../../../src/model/index.ts';
import { buildAssets } from '../../../src/inventory/resources/assets.ts';
import { ansible } from '../../../src/inventory/formats/ansible/format.ts';
import { cloudformation } from '../../../src/inventory/formats/cloudformation/format.ts';
import { kubernetes } from '../../../src/inventory/formats/kubernetes/format.ts';
import type { Format } from '../../../src/inventory/reading/format.ts';
import { isInside, viewOf } from '../../support/code/format.ts';
import { RUNS } from '../../support/hostile/fuzz.ts';

const SEEDS = [
  `AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  V: { Type: String, Default: 8.0.mysql_aurora.3.04.0 }
Mappings: { M: { a: { v: 8.0.mysql_aurora.3.05.2 } } }
Conditions: { C: !Equals [!Ref V, x] }
Resources:
  A: &a
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      EngineVersion: !If [C, !FindInMap [M, a, v], !Ref V]
      DBClusterIdentifier: !Sub '\${B}-\${AWS::Region}'
  B: *a
  I:
    Type: AWS::RDS::DBInstance
    Properties: { Engine: aurora-mysql, DBClusterIdentifier: !Ref A, EngineVersion: >-
        8.0.mysql_aurora.3.04.0 }
  L:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData: { ImageId: '{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64}}' }
  N: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: f.yaml } }
`,
  '{"Resources":{"A":{"Type":"AWS::RDS::DBCluster","Properties":{"Engine":"aurora-mysql","EngineVersion":{"Fn::Join":[".",["8.0.mysql_aurora",{"Ref":"P"}]]}}}},"Parameters":{"P":{"Default":"3.04.0"}}}',
  `service: x
custom: { v: "\${self:custom.w}", w: "\${self:custom.v}" }
resources:
  - Resources: { A: { Type: AWS::RDS::DBCluster, Properties: { Engine: aurora, EngineVersion: "\${self:custom.v, '5.6.10a'}" } } }
  - \${file(f.yaml)}
`,
  `{{ range . }}
Resources:
  {{ .Name }}Db:
    Type: AWS::RDS::DBCluster
    Properties:
      {{- if .X }}
      Engine: aurora-mysql
      EngineVersion: {{ .V }}
      {{- else }}
      Engine: aurora
      EngineVersion: {{ if .Y }}5.6.10a{{ else }}5.7{{ end }}
      {{- end }}
{{ end }}
`,
  `apiVersion: rds.aws.upbound.io/v1beta1
kind: Cluster
metadata: { name: {{ .Name }} }
spec: { forProvider: &f { engine: aurora-mysql, engineVersion: "8.0.mysql_aurora.3.05.2" } }
---
apiVersion: rds.aws.upbound.io/v1beta1
kind: ClusterInstance
spec: { forProvider: { <<: *f, clusterIdentifierSelector: { matchControllerRef: true } } }
`,
  `- hosts: all
  vars: { v: "{{ w }}", w: "{{ v | default('8.0.mysql_aurora.3.04.2') }}", engine: aurora-mysql, engine_version: 5.7 }
  tasks:
    - amazon.aws.rds_cluster: { cluster_id: a, engine: aurora-mysql, engine_version: "{{ v }}" }
      loop: [a, b]
`,
];

const SNIPPETS = [
  '!Ref ',
  '!Sub ',
  '*a',
  '&a ',
  '{{',
  '}}',
  '${',
  '}',
  '[',
  ']',
  '{',
  '"',
  "'",
  '\r\n',
  '\t',
  '🚀',
  '\u2028',
  ': ',
  '- ',
  '|\n',
  '<<: *a',
  'Fn::If',
  '\uE000',
  '---\n',
  '!',
];

/** One of the seeds with pieces removed, doubled or inserted. */
const mutated = fc
  .tuple(
    fc.constantFrom(...SEEDS),
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        cut: fc.nat(12),
        put: fc.oneof(fc.constantFrom(...SNIPPETS), fc.string({ maxLength: 4, unit: 'binary' })),
      }),
      { maxLength: 8 },
    ),
  )
  .map(([seed, edits]) =>
    edits.reduce((text, { at, cut, put }) => {
      const from = Math.floor(at * text.length);
      return text.slice(0, from) + put + text.slice(from + cut);
    }, seed),
  );

function check(file: string, text: string): void {
  for (const format of [cloudformation, kubernetes, ansible]) checkFormat(format, file, text);
}

function checkFormat(format: Format, file: string, text: string): void {
  const reading = format.read(file, viewOf({ [file]: text }));
  const places: (Location | null)[] = reading.drafts.flatMap((draft) => [
    draft.at,
    draft.version?.at ?? null,
    ...(draft.version?.state === 'known' ? draft.version.uses.map((use) => use.location) : []),
    ...Object.values(draft.settings).map((value) => value.at ?? null),
  ]);
  for (const place of places) {
    if (place === null) continue;
    assert.ok(isFileLocation(place) && place.file === file && isInside(text, place), JSON.stringify(place));
  }
  buildAssets(reading.drafts);
}

test('mutated templates never throw, and places stay inside the file', () => {
  fc.assert(
    fc.property(mutated, fc.constantFrom('f.yaml', 'f.json'), (text, file) => check(file, text)),
    RUNS,
  );
});

test('any text never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => check('f.yaml', text)),
    RUNS,
  );
});
