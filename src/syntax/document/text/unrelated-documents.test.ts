import assert from 'node:assert/strict';
import test from 'node:test';
import { assertRows } from '../../../../test/support/code/values.ts';
import { hasRelevantDocument, withoutUnrelatedDocuments } from './unrelated-documents.ts';

const read = (text: string): string => withoutUnrelatedDocuments({ file: 'a.yaml', text });

test('blanks documents without AWS resources, and keeps positions in the others', () => {
  const ours = '---\nkind: DBCluster # rds\n';
  assertRows(
    [
      [`kind: Größe\n${ours}`, `           \n${ours}`],
      [`---\r\nkind: Pod\r\n${ours}`, `---\r\n         \r\n${ours}`],
      [`${ours}---\nkind: Pod\n`, `${ours}---\n         \n`],
      // A file with one document only is left to the caller.
      ['kind: Pod\n', 'kind: Pod\n'],
      ['', ''],
    ],
    read,
  );
});

test('treats a file with directives as one document', () => {
  const text = '%YAML 1.2\n---\nkind: Pod\n---\nkind: Pod\n';
  assert.equal(read(text), text);
});

test('ignores a document that consists of comments and separators', () => {
  const matters = (text: string): boolean =>
    hasRelevantDocument({ file: 'a.yaml', text }, (part) => part.includes('rds'));
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
