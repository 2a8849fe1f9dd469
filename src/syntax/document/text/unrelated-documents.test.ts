import assert from 'node:assert/strict';
import test from 'node:test';
import { assertRows } from '../../../../test/support/code/values.ts';
import { hasDocument, withoutUnrelatedDocuments } from './unrelated-documents.ts';

const read = (text: string): string => withoutUnrelatedDocuments({ file: 'a.yaml', text });

test('a document that names nothing of AWS is blanked, and all others keep their places', () => {
  const ours = '---\nkind: DBCluster # rds\n';
  assertRows(
    [
      [`kind: Größe\n${ours}`, `           \n${ours}`],
      [`---\r\nkind: Pod\r\n${ours}`, `---\r\n         \r\n${ours}`],
      [`${ours}---\nkind: Pod\n`, `${ours}---\n         \n`],
      // Only one document: the caller reads it.
      ['kind: Pod\n', 'kind: Pod\n'],
      ['', ''],
    ],
    read,
  );
});

test('a file with directives is one document', () => {
  const text = '%YAML 1.2\n---\nkind: Pod\n---\nkind: Pod\n';
  assert.equal(read(text), text);
});

test('a document with nothing but comments and separators does not matter', () => {
  const matters = (text: string): boolean =>
    hasDocument({ file: 'a.yaml', text }, (part) => part.includes('rds'));
  assertRows(
    [
      ['a: rds', true],
      ['# rds\n', false],
      ['--- # rds\n', false],
      ['# rds\n---\na: 1\n', false],
      ['# one\n---\n  # two\n  a: rds\n', true],
    ],
    matters,
  );
});
