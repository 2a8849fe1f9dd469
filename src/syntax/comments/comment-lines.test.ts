import assert from 'node:assert/strict';
import test from 'node:test';
import { assertRows } from '../../../test/support/code/values.ts';
import { CommentLines, positionForComment } from './comment-lines.ts';
import { commentsOf } from './comments.ts';

const SCRIPT = [
  '# one',
  'aws rds \\',
  '  --engine mysql',
  '  # two',
  '',
  'cat <<EOF',
  'a',
  'EOF',
  '# three',
  '',
];

const linesOfScript = (): CommentLines =>
  new CommentLines(commentsOf({ file: 'run.sh', text: SCRIPT.join('\r\n') }));

test('finds lines without code: blank ones and comments', () => {
  const lines = linesOfScript();
  const withCode = SCRIPT.map((_, nth) => nth + 1).filter((line) => lines.hasCode(line));
  assert.deepEqual(withCode, [2, 3, 6, 7, 8]);
  assert.deepEqual([lines.hasCode(0), lines.hasCode(99)], [false, false]);
  assert.deepEqual(
    [lines.nextLineWithCode(1), lines.nextLineWithCode(3), lines.nextLineWithCode(8)],
    [2, 6, null],
  );
});

test('finds the first and last line of joined lines and heredocs', () => {
  const lines = linesOfScript();
  assert.deepEqual([lines.lastLineOf(6), lines.firstLineOf(7), lines.firstLineOf(8)], [8, 6, 6]);
  assert.deepEqual([lines.lastLineOf(2), lines.firstLineOf(3)], [3, 2]);
  assert.deepEqual([lines.firstLineOf(1), lines.lastLineOf(9)], [1, 9]);
});

test('places a comment about a line before the whole construct that contains it', () => {
  const lineFor = (file: string, text: string, line: number): number =>
    positionForComment({ file, text }, line).line;
  assertRows(
    [
      [['main.tf', 'a = <<EOT\n8.0\nEOT\nb = 1\n', 2], 1],
      [['main.tf', 'a = <<EOT\n8.0\nEOT\nb = 1\n', 4], 4],
      [['run.sh', 'aws rds \\\n  --engine mysql\n', 2], 1],
      [['a.yaml', 'run: |\n  aws rds\n  a\n', 3], 1],
      [['app.ts', 'const a = `\nx`;\n', 2], 1],
    ] as const,
    ([file, text, line]) => lineFor(file, text, line),
  );
  assert.equal(positionForComment({ file: 'main.tf', text: 'a = 1\r\nb = 2\r\n' }, 2).offset, 7);
});
