import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FORMATS } from './formats.ts';
import { needlesOf } from '../reading/needles.ts';
import { literalWords } from '../../model/index.ts';
import { readExamples } from '../../../test/support/forms/forms.ts';

test('finds the longest part of each alternative that every match contains', () => {
  const cases: Readonly<Record<string, string | null>> = {
    'aurora-mysql|amzn2?-ami': 'aurora\\-mysql|amzn',
    'Aurora(?:Mysql)?EngineVersion': 'Aurora',
    '[Aa]mazon_?[Ll]inux(?:_?2|Image|\\()': 'mazon',
    '\\/aws\\/service\\/|/aws': '\\/aws',
    '["\'`]aurora["\'`]|(?:a|b)': null,
    'ab+cde|abc*|a{2}long': null,
    'abc+def|ghi*jkl|mno.{3}p|q\\dst': null,
    'abcd+efg|hij{2,}klmno': null,
    'one|[|]two|three': 'one|two|three',
    'a(?:x|y)bcd': null,
    'image/amazon-linux-|/aws/service|64bit Amazon|version-lock':
      'zon\\-linux\\-|ws\\/service|64bit Amazon|version\\-lock',
    'CfnGlobalCluster|rds\\.NewCluster|ServerlessCluster': 'Cluster',
    'rds\\.Cluster\\(|a\\.?bcd|e\\[f': 'Cluster\\(|bcd|e\\[f',
  };
  for (const [pattern, parts] of Object.entries(cases)) {
    const [found] = literalWords([new RegExp(pattern)]);
    assert.equal(found?.join('|'), parts ?? pattern, pattern);
  }
});

test("finds a literal part in every example file that a format's pattern matches", () => {
  const texts = readExamples().flatMap(({ files }) => Object.values(files));
  const words = literalWords(FORMATS.map(needlesOf));
  for (const [nth, format] of FORMATS.entries()) {
    const parts = new RegExp(words[nth]?.join('|') ?? '');
    const missed = texts.filter((text) => needlesOf(format).test(text) && !parts.test(text));
    assert.deepEqual(missed, [], format.id);
  }
  const withoutWords = FORMATS.filter((format, nth) => words[nth]?.[0] === needlesOf(format).source);
  assert.deepEqual(withoutWords, [], 'a pass for these takes several times longer');
});
