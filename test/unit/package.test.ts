import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parseDocument } from 'yaml';

const ROOT = path.resolve(import.meta.dirname, '../..');

for (const file of ['package.json', 'package.nls.json', 'package.nls.ja.json']) {
  test(`${file} says nothing twice: the second would silence the first`, () => {
    const { errors } = parseDocument(readFileSync(path.join(ROOT, file), 'utf8'), { uniqueKeys: true });
    assert.deepEqual(
      errors.map(({ message }) => message.split('\n')[0]),
      [],
    );
  });
}
