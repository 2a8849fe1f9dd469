import test from 'node:test';
import { assertRows } from '../../../../test/support/code/values.ts';
import { templatesNamed } from './nested-templates.ts';

const ADDRESSES: readonly [written: string, files: string[][]][] = [
  ['db.yaml', [['infra/db.yaml']]],
  ['./nested/db.yaml', [['infra/nested/db.yaml']]],
  ['../db.yaml', [['db.yaml']]],
  ['db', [['infra/db']]],
  [
    'https://bucket.s3.amazonaws.com/nested/db.yaml',
    [
      ['infra/nested/db.yaml', 'nested/db.yaml'],
      ['infra/db.yaml', 'db.yaml'],
    ],
  ],
  ['s3://bucket/db.template', [['infra/db.template', 'db.template']]],
  [
    'https://${Bucket}.s3.amazonaws.com/${Prefix}nested/db.json',
    [
      ['infra/nested/db.json', 'nested/db.json'],
      ['infra/db.json', 'db.json'],
    ],
  ],
  ['https://example.com/page.html', []],
  ['https://example.com', []],
  ['/etc/passwd', []],
  ['{{ template_url }}/db.yaml', []],
  ['${Url}', []],
  ['', [['infra']]],
];

test('resolves the address of a nested template to files of the repository', () => {
  assertRows(ADDRESSES, (written) => templatesNamed('infra/main.yaml', written));
});

test('limits the candidate files of a long address', () => {
  const folder = 'a/'.repeat(100);
  const found = templatesNamed(`${folder}main.yaml`, `https://x.com/${'b/'.repeat(100)}db.yaml`);
  assertRows([['candidates', [6, 6]]], () => [found.length, Math.max(...found.map((files) => files.length))]);
});
