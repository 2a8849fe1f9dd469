import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breakLines, displayWidth, wrapText, padToWidth, wrapSentence } from './wrap.ts';

const SENTENCE =
  'グループ shop-web は DB の遅延時にインスタンスの入れ替えを繰り返すおそれがあります（猶予期間 0 秒）。parameter_group_name を確認してください。';

test('fills lines of Japanese, and breaks no Latin word', () => {
  const lines = wrapSentence(SENTENCE, 44, '  ', '');
  assert.ok(lines.length > 2, lines.join('\n'));
  assert.ok(
    lines.every((line) => displayWidth(line) <= 46),
    lines.join('\n'),
  );
  assert.ok(
    lines.slice(0, -1).every((line) => displayWidth(line) > 30),
    lines.join('\n'),
  );
  assert.ok(
    lines.every((line) => !/^ *[、。）]/.test(line)),
    'no line begins with a stop',
  );
  assert.ok(lines.some((line) => line.includes('parameter_group_name')));
  assert.equal(
    lines
      .map((line) => line.trim())
      .join('')
      .replace(/ /g, ''),
    SENTENCE.replace(/ /g, ''),
  );
});

test('indents items below their mark, keeps rows of a table, and changes nothing without a width', () => {
  const text = `  - ${'word '.repeat(20)}end\n3.10.6 (recommended)  5 of 10      87 of 164  77     39   2028-04-30  offline while it runs`;
  const [first, second, ...rest] = wrapText(text, 60).split('\n');
  assert.match(first ?? '', /^ {2}- word/);
  assert.match(second ?? '', /^ {4}word/);
  assert.match(rest.at(-1) ?? '', /^3\.10\.6 .* offline while it runs$/);
  assert.equal(wrapText(text, null), text);
});

test('breaks lines at blanks only, ignores colours, and counts wide characters as two columns', () => {
  const [dim, off] = ['\u001b[2m', '\u001b[22m'];
  assert.deepEqual(breakLines(`${dim}fixed in 3.10.4${off}  and later  `, 15), [
    `${dim}fixed in 3.10.4${off}`,
    'and later',
  ]);
  assert.deepEqual(breakLines('a-long-name of it', 4), ['a-long-name', 'of', 'it']);
  assert.equal(displayWidth('데이터 🚀 ｶﾅ'), 6 + 1 + 2 + 1 + 2);
});

test('pads by columns', () => {
  assert.equal(padToWidth('緊急', 8), '緊急    ');
  assert.equal(padToWidth('urgent', 8), 'urgent  ');
});
