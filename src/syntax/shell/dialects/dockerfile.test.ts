import test from 'node:test';
import { assertRows } from '../../../../test/support/code/values.ts';
import { instructionsIn } from './dockerfile.ts';

const FILES: readonly [text: string, instructions: string[][]][] = [
  [
    'FROM a:1\nRUN b\n',
    [
      ['FROM', 'a:1'],
      ['RUN', 'b'],
    ],
  ],
  [
    'from a\r\nrun b\r\n',
    [
      ['FROM', 'a\r'],
      ['RUN', 'b\r'],
    ],
  ],
  [
    'RUN a \\\n  b\nRUN c',
    [
      ['RUN', 'a \\\n  b'],
      ['RUN', 'c'],
    ],
  ],
  ['RUN a \\\n# comment\n  b', [['RUN', 'a \\\n# comment\n  b']]],
  ['# escape=`\nRUN a `\n  b', [['RUN', 'a `\n  b']]],
  [
    'RUN <<EOF\nFROM x\nEOF\nFROM y',
    [
      ['RUN', '<<EOF', 'FROM x\n'],
      ['FROM', 'y'],
    ],
  ],
  [
    'RUN <<EOF\nFROM x',
    [
      ['RUN', '<<EOF'],
      ['FROM', 'x'],
    ],
  ],
  ['# FROM a\n\n', []],
  ['RUN a \\', [['RUN', 'a \\']]],
];

test('finds ranges of arguments and heredocs of instructions', () => {
  assertRows(FILES, (text) =>
    instructionsIn(text).map(({ keyword, arguments: own, heredocs }) => [
      keyword,
      text.slice(own.start, own.end),
      ...heredocs.map(({ start, end }) => text.slice(start, end)),
    ]),
  );
});
