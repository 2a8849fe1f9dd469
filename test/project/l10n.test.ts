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

  test('differ in every sentence without arguments, except for names', () => {
    const same = Object.entries(en).filter(([key, message]) => {
      if (typeof message === 'function') return false;
      const english = say({ key, args: {} }, 'en');
      return english === say({ key, args: {} }, 'ja') && /[a-z]{4} [a-z]{3}/.test(english);
    });
    assert.deepEqual(same, []);
  });

  test('have the same contributed titles in both package.nls files, exactly those that the manifests name', () => {
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

  test('state the title of a check as a requirement, which is true beside a failure as well', () => {
    const titles = Object.keys(en).filter((key) => /^check\..*\.title$/.test(key));
    assert.ok(titles.length > 50);
    const claims = (language: 'en' | 'ja', demand: RegExp): string[] =>
      titles.map((key) => say({ key, args: {} }, language)).filter((title) => !demand.test(title));
    assert.deepEqual(claims('en', /\bshould\b/), []);
    assert.deepEqual(claims('ja', /(?:る|ない|う)$/), []);
  });

  test('have the same files of messages', () => {
    const files = (language: string): string[] =>
      readdirSync(path.resolve(import.meta.dirname, '../../src/l10n', language)).sort();
    assert.deepEqual(files('ja'), files('en'));
  });
});

test('renders an embedded sentence in the language of the outer one', () => {
  const advice = text('hover.next', {
    advice: text('advice.when.urgent'),
    reason: text('bug.reason.ownBranch', { branch: '2.12' }),
  });
  assert.match(say(advice, 'en'), /^Now\. fixed later on 2\.12$/);
  assert.match(say(advice, 'ja'), /2\.12 系の後続リリースで修正/);
});

test('shows the key of an unknown sentence, as of a newer version, without throwing', () => {
  assert.equal(say({ key: 'from.the.future', args: {} }, 'en'), 'from.the.future');
});

test('chooses Japanese for every Japanese locale, and English for all others', () => {
  assert.deepEqual(['ja', 'ja-JP', 'JA_jp.UTF-8', 'en', 'de', 'C'].map(languageOf), [
    'ja',
    'ja',
    'ja',
    'en',
    'en',
    'en',
  ]);
});

test("shows the title of a bug in the reader's language, or else in English", () => {
  const bug = { title: 'Readers hang', titleIn: { ja: 'リーダーがハングする' } };
  assert.equal(say(bugTitle(bug), 'ja'), 'リーダーがハングする');
  assert.equal(say(bugTitle(bug), 'en'), 'Readers hang');
  assert.equal(say(bugTitle({ title: 'Readers hang' }), 'ja'), 'Readers hang');
});
