import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { en } from '../../src/l10n/en/index.ts';
import { bugTitle, languageOf, say, text } from '../../src/l10n/index.ts';
import { ja } from '../../src/l10n/ja/index.ts';
import { browserManifest } from '../../src/extension/manifest/index.ts';

describe('two languages', () => {
  test('have the same sentences', () => {
    assert.deepEqual(Object.keys(ja).sort(), Object.keys(en).sort());
  });

  test('the Japanese of a sentence without arguments is Japanese, or a name', () => {
    const same = Object.entries(en).filter(([key, message]) => {
      if (typeof message === 'function') return false;
      const english = say({ key, args: {} }, 'en');
      return english === say({ key, args: {} }, 'ja') && /[a-z]{4} [a-z]{3}/.test(english);
    });
    assert.deepEqual(same, []);
  });

  test('contributed titles stand in both package.nls files, and every one that the manifest names', () => {
    const root = path.resolve(import.meta.dirname, '../..');
    const read = (file: string): Record<string, unknown> =>
      JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Record<string, unknown>;
    const english = Object.keys(read('package.nls.json')).sort();
    assert.deepEqual(Object.keys(read('package.nls.ja.json')).sort(), english);
    const manifests =
      readFileSync(path.join(root, 'package.json'), 'utf8') + JSON.stringify(browserManifest());
    const named = manifests.match(/(?<="%)[^%"]+(?=%")/g) ?? [];
    assert.deepEqual([...new Set(named)].sort(), english);
  });

  test('the title of a check states a demand, so that it is no claim beside a failure', () => {
    const titles = Object.keys(en).filter((key) => /^check\..*\.title$/.test(key));
    assert.ok(titles.length > 50);
    const claims = (language: 'en' | 'ja', demand: RegExp): string[] =>
      titles.map((key) => say({ key, args: {} }, language)).filter((title) => !demand.test(title));
    assert.deepEqual(claims('en', /\bshould\b/), []);
    assert.deepEqual(claims('ja', /(?:る|ない|う)$/), []);
  });

  test('every file of messages has its twin', () => {
    const files = (language: string): string[] =>
      readdirSync(path.resolve(import.meta.dirname, '../../src/l10n', language)).sort();
    assert.deepEqual(files('ja'), files('en'));
  });
});

test('a sentence inside a sentence is said in the same language', () => {
  const advice = text('hover.next', {
    advice: text('advice.when.urgent'),
    reason: text('bug.reason.ownBranch', { branch: '2.12' }),
  });
  assert.match(say(advice, 'en'), /^Now\. fixed later on 2\.12$/);
  assert.match(say(advice, 'ja'), /2\.12 系の後続リリースで修正/);
});

test('a key of a newer version is shown, not thrown', () => {
  assert.equal(say({ key: 'from.the.future', args: {} }, 'en'), 'from.the.future');
});

test('any Japanese locale is Japanese, all others English', () => {
  assert.deepEqual(['ja', 'ja-JP', 'JA_jp.UTF-8', 'en', 'de', 'C'].map(languageOf), [
    'ja',
    'ja',
    'ja',
    'en',
    'en',
    'en',
  ]);
});

test('a bug has its title in the language of the reader, else the English one', () => {
  const bug = { title: 'Readers hang', titleIn: { ja: 'リーダーがハングする' } };
  assert.equal(say(bugTitle(bug), 'ja'), 'リーダーがハングする');
  assert.equal(say(bugTitle(bug), 'en'), 'Readers hang');
  assert.equal(say(bugTitle({ title: 'Readers hang' }), 'ja'), 'Readers hang');
});
