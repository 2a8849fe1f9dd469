import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { scanFiles, textAt } from '../../test/support/workspace.ts';
import { isFileLocation } from '../model/index.ts';

const VERSION = '8.0.mysql_aurora.3.04.0';

/** Notations between `key: ` and the text of a folded or literal block, with the indentation of the text. */
const HEADERS: [name: string, write: (indent: string) => string][] = [
  ['folded', (i) => `>\n${i}${VERSION}\n`],
  ['stripped', (i) => `>-\n${i}${VERSION}\n`],
  ['kept', (i) => `>+\n${i}${VERSION}\n`],
  ['kept, with blank lines behind', (i) => `>+\n${i}${VERSION}\n\n\n`],
  ['literal', (i) => `|-\n${i}${VERSION}\n`],
  ['an indentation indicator', (i) => `>2-\n${i}${VERSION}\n`],
  ['the indicator last', (i) => `>-2\n${i}${VERSION}\n`],
  ['a leading blank line', (i) => `>-\n\n${i}${VERSION}\n`],
  ['leading lines of blanks', (i) => `>-\n${i}\n${i}\n\n${i}${VERSION}\n`],
  ['a comment behind the header', (i) => `>- # the ${VERSION} of the field\n${i}${VERSION}\n`],
  ['a tag in front', (i) => `!!str >-\n${i}${VERSION}\n`],
  ['an anchor in front', (i) => `&pin >-\n${i}${VERSION}\n`],
  ['more indented than needed', (i) => `>-\n${i}    ${VERSION}\n`],
];

/** Formats: the file, its text around the block, and the indentation of the block's text (two more than its key). */
const FORMATS: [name: string, file: string, write: (block: (indent: string) => string) => string][] = [
  [
    'CloudFormation',
    'stack.yaml',
    (block) =>
      `Resources:\n  Db:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      EngineVersion: ${block('        ')}      Engine: aurora-mysql\n`,
  ],
  [
    'a task of Ansible',
    'play.yml',
    (block) =>
      `- hosts: localhost\n  tasks:\n    - name: db\n      amazon.aws.rds_cluster:\n        engine_version: ${block('          ')}        cluster_id: orders\n        engine: aurora-mysql\n`,
  ],
  [
    'a variable of Ansible',
    'play.yml',
    (block) =>
      `- hosts: localhost\n  vars:\n    pin: ${block('      ')}  tasks:\n    - amazon.aws.rds_cluster:\n        cluster_id: orders\n        engine: aurora-mysql\n        engine_version: "{{ pin }}"\n`,
  ],
  [
    'Kubernetes',
    'db.yaml',
    (block) =>
      `apiVersion: rds.services.k8s.aws/v1alpha1\nkind: DBCluster\nmetadata:\n  name: orders\nspec:\n  engineVersion: ${block('    ')}  engine: aurora-mysql\n`,
  ],
  [
    'a Helm template',
    'chart/templates/db.yaml',
    (block) =>
      `{{- if .Values.db }}\napiVersion: rds.services.k8s.aws/v1alpha1\nkind: DBCluster\nmetadata:\n  name: {{ .Release.Name }}-db\nspec:\n  {{- with .Values.tags }}\n  tags: {{ toYaml . | nindent 4 }}\n  {{- end }}\n  engineVersion: ${block('    ')}  engine: aurora-mysql\n{{- end }}\n`,
  ],
];

describe('versions in folded and literal scalars', () => {
  for (const [format, file, write] of FORMATS) {
    for (const lineBreak of ['\n', '\r\n']) {
      test(`are located in ${format} with ${lineBreak === '\n' ? 'LF' : 'CRLF'}`, async (t) => {
        for (const [name, block] of HEADERS) {
          // Only the line with the version alone is right.
          const lines = write(block).split('\n');
          const expected = lines.findIndex((line) => line.trim() === VERSION) + 1;
          const files: Record<string, string> = { [file]: lines.join(lineBreak) };
          const { assets } = await scanFiles(t, files);
          const cluster = assets.find(({ kind }) => kind === 'database');
          assert.ok(cluster && isFileLocation(cluster.location), `${name}: a cluster is found`);
          assert.equal(cluster.version, '3.04.0', name);
          const { location } = cluster;
          assert.deepEqual([location.line, textAt(files, location)], [expected, VERSION], name);
        }
      });
    }
  }
});

describe('versions assembled in a folded scalar', () => {
  const head =
    'Parameters:\n  Pin:\n    Type: String\n    Default: 3.04.0\nResources:\n  Db:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      Engine: aurora-mysql\n      EngineVersion: ';
  const cases: [name: string, block: string, version: string][] = [
    ['!Sub of a parameter', '!Sub >-\n        8.0.mysql_aurora.${Pin}\n', '3.04.0'],
    [
      '!Sub after a comment and a blank line',
      '!Sub >- # pinned\n\n        8.0.mysql_aurora.${Pin}\n',
      '3.04.0',
    ],
    ['!Sub without a variable', `!Sub >-\n        ${VERSION}\n`, '3.04.0'],
    ['Fn::Sub', 'Fn::Sub: >-\n          8.0.mysql_aurora.${Pin}\n'.replace(/^/, '\n        '), '3.04.0'],
  ];
  for (const [name, block, version] of cases) {
    for (const lineBreak of ['\n', '\r\n']) {
      test(`are resolved from ${name} with ${lineBreak === '\n' ? 'LF' : 'CRLF'}`, async (t) => {
        const text = `${head}${block}`.replaceAll('\n', lineBreak);
        const files: Record<string, string> = { 'stack.yaml': text };
        const { assets } = await scanFiles(t, files);
        const cluster = assets.find(({ kind }) => kind === 'database');
        assert.ok(cluster && isFileLocation(cluster.location));
        assert.equal(cluster.version, version);
        // The deciding text is the parameter's default, or the version in the block.
        assert.match(
          textAt(files, cluster.location),
          /^(?:8\.0\.mysql_aurora\.(?:3\.04\.0|\$\{Pin\})|3\.04\.0)$/,
        );
      });
    }
  }
});
