import assert from 'node:assert/strict';
import test from 'node:test';
import { TemplateCode } from '../../../../test/support/code/template-code.ts';
import { assertRows, sketch, type Sketch } from '../../../../test/support/code/values.ts';
import { maxTextParts } from '../../limits.ts';

const CODE = new TemplateCode(`
Parameters:
  Version: { Type: String, Default: 3.04.0 }
  Open: { Type: String }
  Zones: { Type: CommaDelimitedList, Default: "a,b" }
Resources:
  Topic: { Type: AWS::SNS::Topic }
`);

const FUNCTIONS: readonly [code: string, result: Sketch][] = [
  ['!Sub "8.0.mysql_aurora.${Version}"', '8.0.mysql_aurora.3.04.0'],
  ['!Sub "${Version}"', '3.04.0'],
  ['!Sub "${ Version }"', '3.04.0'],
  ['!Sub "v${!Version}"', 'v${Version}'],
  ['!Sub ""', ''],
  ['!Sub "8.0.${Open}"', '?8.0.${Open}'],
  ['!Sub ["${A}-${Version}", { A: x }]', 'x-3.04.0'],
  ['!Sub ["${Version}", { Version: !Ref AWS::NoValue }]', ''],
  ['!Sub "${Topic.TopicName}-x"', '?${Topic.TopicName}-x'],
  ['!Sub "arn:${AWS::Partition}:x"', 'arn:aws:x'],
  ['!Sub { a: b }', '?'],
  ['!Join [".", [8, 0, !Ref Version]]', '8.0.3.04.0'],
  ['!Join ["", [a, !Ref AWS::NoValue, b]]', 'ab'],
  ['!Join ["-", [a, !Ref Open]]', '?a-${Open}'],
  ['!Join ["-", []]', ''],
  ['!Join ["-", [a]]', 'a'],
  ['!Join ["-", !Ref Zones]', '?'],
  ['!Select [1, [a, b]]', 'b'],
  ['!Select ["1", [a, b]]', 'b'],
  ['!Select [1, !Ref Zones]', 'b'],
  ['!Select [0, [a, !Ref Open]]', 'a'],
  ['!Select [2, [a, b]]', '?'],
  ['!Select [-1, [a, b]]', '?'],
  ['!Select [x, [a, b]]', '?'],
  ['!Select ["", [a, b]]', '?'],
  ['!Select [!Ref Open, [a, b]]', '?'],
  ['!Select [0, !Ref Open]', '?'],
  ['!Select [0, !Split [".", !Ref Version]]', '3'],
  ['!Split [",", "a,b"]', ['a', 'b']],
  ['!Split [",", !Ref Open]', '?'],
  ['!Split ["", a]', '?'],
  [`!Split [",", "${'a,'.repeat(maxTextParts + 1)}"]`, '?'],
];

test('joins and splits texts as far as they are known', () => {
  assertRows(FUNCTIONS, (code) => sketch(CODE.valueOf(code)));
});

/** Place of the value of an expression. */
function placeOf(code: string): string {
  const value = CODE.valueOf(code);
  return value?.kind === 'scalar' ? CODE.written(value.span) : '?';
}

test('locates an assembled text at the part that contains the version', () => {
  assert.equal(placeOf('!Sub "8.0.mysql_aurora.${Version}"'), '3.04.0');
  assert.equal(placeOf('!Select [1, !Split ["-", aurora-8.0]]'), '8.0');
  assert.equal(placeOf('!Join ["-", [aurora]]'), 'aurora');
});
