import assert from 'node:assert/strict';
import test from 'node:test';
import { assertRows } from '../../../../test/support/code/values.ts';
import { hasTemplateLineBetweenKeys, hasTemplating, isMasked, maskTemplating } from './mask.ts';

test('distinguishes templating from brackets of other tools', () => {
  assertRows(
    [
      ['a: {{ .Values.x }}', true],
      ['{% if x %}', true],
      ['%{ if var.x }a%{ endif }', true],
      ['%{http_code} %{time_total}', false],
      ['${name}', false],
      ['a: 1', false],
    ],
    hasTemplating,
  );
});

test('keeps offsets and lines under a mask', () => {
  for (const text of [
    'a: {{ .x }}\nb: 1\n',
    '{{- if .x }}\r\na: 1\r\n{{- end }}\r\n',
    'a: {{ if .x }}3306{{ else }}5432{{ end }}\n',
    '{% raw %}{{ no }}{% endraw %}\n',
    'a: {{ open\n',
  ]) {
    const masked = maskTemplating(text);
    assert.equal(masked.length, text.length, text);
    assert.equal(masked.split('\n').length, text.split('\n').length, text);
  }
});

test('masks output and conditions of templates, and leaves CloudFormation unchanged', () => {
  assert.ok(isMasked(maskTemplating('a: {{ .x }}')));
  assert.equal(maskTemplating('{{ if .x }}\na: 1\n{{ end }}\n').trim(), 'a: 1');
  assert.equal(maskTemplating('a: {{resolve:ssm:/x}}'), 'a: {{resolve:ssm:/x}}');
});

test('detects a template line only below a key', () => {
  assert.equal(hasTemplateLineBetweenKeys('a: 1\n{{ include "b" . }}\n'), true);
  assert.equal(hasTemplateLineBetweenKeys('{{ include "b" . }}\na: 1\n'), false);
});

test('masks hostile templates in bounded time', () => {
  for (const unit of ['{{', '{% if ', '%{ if x', '{#', '{{ if x }}'])
    assert.equal(maskTemplating(unit.repeat(4000)).length, unit.length * 4000, unit);
});
