import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parseDocument } from 'yaml';
import { say, text } from '../../src/l10n/index.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

for (const file of ['package.json', 'package.nls.json', 'package.nls.ja.json']) {
  test(`${file} has no duplicate key, of which the second would hide the first`, () => {
    const { errors } = parseDocument(readFileSync(path.join(ROOT, file), 'utf8'), { uniqueKeys: true });
    assert.deepEqual(
      errors.map(({ message }) => message.split('\n')[0]),
      [],
    );
  });
}

test('no text promises that no request leaves the machine with the watch off: an account scan calls AWS', () => {
  const written = ['package.nls.json', 'package.nls.ja.json', 'README.md', 'docs/watch.md']
    .map((file) => readFileSync(path.join(ROOT, file), 'utf8'))
    .concat(say(text('news.check.off'), 'en'), say(text('news.check.off'), 'ja'));
  for (const words of written)
    assert.doesNotMatch(words, /no requests? leaves? (?:the|this) machine|要求は(?:一切)?送信されません/i);
});
