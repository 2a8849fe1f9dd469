import assert from 'node:assert/strict';
import test from 'node:test';
import { parseShell, plainText } from '../../syntax/shell/index.ts';
import { assertRows } from '../../../test/support/code/values.ts';
import { QueryAnswers } from './queries.ts';

/** True if the first command with the word `X` is idle. */
function isIdle(text: string): boolean {
  const commands = parseShell(text);
  const at = commands.findIndex(({ words }) => words.some((word) => plainText(word) === 'X'));
  const command = commands[at];
  assert.ok(command !== undefined, text);
  return new QueryAnswers(commands, text).isUnusedQuery(command, commands[at + 1]);
}

const SCRIPTS: readonly [text: string, isIdle: boolean][] = [
  ['aws ec2 describe-images --owners X', true],
  ['aws ec2 describe-images --image-ids X > /dev/null', true],
  ['aws ec2 describe-images --image-ids X > answer.json', false],
  ['aws ec2 run-instances --image-id X', false],
  ['V=$(aws ec2 describe-images --image-ids X)\necho "$V"', true],
  ['V=$(aws ec2 describe-images --image-ids X)\nrun "$V"', false],
  ['V=$(aws ec2 describe-images --image-ids X)', false],
  ['V=$(aws ec2 describe-images --image-ids X)\nW=$V', false],
  ['V=$(aws ec2 describe-images --image-ids X)\necho "$V" > file', false],
  ['echo "$(aws ec2 describe-images --image-ids X)"', true],
  ['run "$(aws ec2 describe-images --image-ids X)"', false],
  ['aws ec2 describe-images --image-ids X | xargs run', false],
  ['aws ec2 describe-images --image-ids X | jq .', true],
  ['latest() {\n  aws ec2 describe-images --image-ids X\n}\nrun $(latest)', false],
  ['latest() {\n  aws ec2 describe-images --image-ids X\n}\nlatest', true],
  ['dnf check-update X', true],
  ['dnf list X', true],
  ['dnf install X', false],
  ['sudo dnf list X', true],
  ['docker images X', true],
  ['docker run X', false],
  ['/usr/bin/aws rds describe-db-clusters X', true],
];

test('reports a query as idle unless the script uses its output', () => {
  assertRows(SCRIPTS, isIdle);
});

test('distinguishes printed variables from used and unused ones', () => {
  const text = 'V=1\nW=2\necho $V\nrun $W\nU=3';
  const answers = new QueryAnswers(parseShell(text), text);
  assert.deepEqual(
    ['V', 'W', 'U'].map((name) => answers.isOnlyPrinted(name)),
    [true, false, false],
  );
});
