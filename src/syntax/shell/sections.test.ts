import assert from 'node:assert/strict';
import test from 'node:test';
import { assertRows } from '../../../test/support/code/values.ts';
import { scriptOf } from './script.ts';
import { mayHaveSections, sectionsOf } from './sections.ts';

const PARTS = [
  'Content-Type: multipart/mixed; boundary="b"',
  'MIME-Version: 1.0',
  '',
  '--b',
  'Content-Type: text/x-shellscript',
  '',
  '#!/bin/sh',
  'a',
  '--b',
  'Content-Type: text/cloud-config',
  '',
  '#cloud-config',
  'packages: [c]',
  '--b--',
  '',
].join('\r\n');

const sections = (text: string) =>
  sectionsOf(scriptOf({ file: 'a', text })).map(({ name, script }) => [name, script.text.trim()]);

test('names a text by its format, and leaves a script without a name', () => {
  assertRows(
    [
      ['#!/bin/sh\na', null],
      ['#cloud-config\npackages: [a]', 'user-data.yaml'],
      ['[settings.host-containers]\na = 1', 'user-data.toml'],
      ['apiVersion: v1\nkind: Pod', 'manifest.yaml'],
      ['Resources:\n  A:\n    Type: AWS::RDS::DBCluster', 'template.yaml'],
      ['', null],
    ],
    (text) => sections(text)[0]?.[0] ?? null,
  );
});

test('reads parts of a multipart message without headers', () => {
  const found = sections(PARTS).filter(([, text]) => text !== '');
  assert.deepEqual(found, [
    [null, '#!/bin/sh\r\na'],
    ['user-data.yaml', '#cloud-config\r\npackages: [c]'],
  ]);
});

test('decodes an encoded text, and places it at the whole value', () => {
  const written = Buffer.from('#!/bin/sh\nyum install -y httpd\n').toString('base64');
  const [section] = sectionsOf(scriptOf({ file: 'a', text: written }));
  assert.match(section?.script.text ?? '', /yum install/);
  const { start, end } = section?.script.span({ start: 0, end: 3 }) ?? { start: 1, end: 1 };
  assert.equal(written.slice(start, end), written);
});

test('skips the search in a plain script', () => {
  assert.equal(mayHaveSections('#!/bin/sh\nyum install a\n'), false);
  assert.equal(mayHaveSections(PARTS), true);
});
