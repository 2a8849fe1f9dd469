import assert from 'node:assert/strict';
import test from 'node:test';
import { FORMATS } from '../../formats/formats.ts';
import { claimingFormats, matchingFormats } from './needles.ts';
import { needlesOf } from '../../reading/needles.ts';
import type { Format } from '../../reading/format.ts';
import { typesOf } from '../../../vocabulary/index.ts';
import { isSupporting } from '../../../vocabulary/supporting-kinds.ts';

test('searches files for every relevant type of a resource, and for no other', () => {
  const needles = (id: string) => needlesOf(FORMATS.find((format) => format.id === id) ?? assert.fail(id));
  for (const tool of ['terraform', 'cloudformation'] as const) {
    const wrong = [...typesOf(tool)].filter(
      ([type, { kind }]) => needles(tool).test(`"${type}"`) === isSupporting(kind),
    );
    assert.deepEqual(wrong, [], tool);
  }
});

const claimed = { ...FORMATS[0], claims: () => true, refersTo: () => [] } as Format;
const named = (id: string, needles: Format['needles']): Format => ({ ...claimed, id, needles });

test('searches lines that are no comments, for each format separately', () => {
  const formats = [
    named('words', ['aurora-mysql', 'amzn2-ami']),
    named('pattern', /ami_?[fF]amily/),
    named('other', ['never']),
  ];
  const claiming = claimingFormats('a.go', formats);
  const found = (text: string): string[] | undefined =>
    matchingFormats(text, claiming, formats)?.map(({ id }) => id);
  assert.deepEqual(found('x\n// aurora-mysql\n  // amzn2-ami\ny'), []);
  assert.deepEqual(found('amily\n// aurora-mysql\nx := "amiFamily" // amzn2-ami'), ['words', 'pattern']);
  assert.deepEqual(found('engine = "aurora-mysql"\r\nami_family'), ['words', 'pattern']);
  assert.deepEqual(found('a family of generic things'), []);
  assert.equal(found('one thing'), undefined);
});

test('searches a line of megabytes once', () => {
  const formats = [named('pattern', /aws[-_]autoscaling(?!\w)/)];
  const line = 'aws_autoscalingx '.repeat(200_000);
  const claiming = claimingFormats('a.json', formats);
  const start = process.cpuUsage();
  assert.deepEqual(matchingFormats(line, claiming, formats), []);
  assert.deepEqual(matchingFormats(`${line}aws-autoscaling`, claiming, formats), formats);
  assert.ok(process.cpuUsage(start).user < 2_000_000);
});
