import assert from 'node:assert/strict';
import test from 'node:test';
import { assertRows } from '../../../../test/support/code/values.ts';
import { asShell, hasInCode, hasShellShebang } from './dialects.ts';

test('converts assignments and references of a makefile to shell form', () => {
  const text = 'VERSION ?= 8.0\nexport NAME := a\nall:\n\tdeploy $(VERSION) $$(pwd)\n';
  const { text: shell } = asShell({ file: 'Makefile', text });
  assert.equal(shell.length, text.length);
  assert.match(shell, /VERSION=8\.0/);
  assert.match(shell, /export NAME=a/);
  assert.match(shell, /deploy \$\{VERSION\} \$\$\(pwd\)/);
});

test('leaves other scripts unchanged', () => {
  const source = { file: 'run.sh', text: 'A ?= 1\n' };
  assert.equal(asShell(source), source);
});

test('ignores a match in a comment', () => {
  assertRows(
    [
      ['aws rds', true],
      ['# aws rds', false],
      ['  # aws rds\n', false],
      ['# aws\naws rds', true],
      ['true # aws rds', true],
      ['', false],
    ],
    (text) => hasInCode(/aws rds/, text),
  );
});

test('recognises a shell in the first line', () => {
  assertRows(
    [
      ['#!/bin/bash', true],
      ['#!/usr/bin/env -S zsh', true],
      ['#!/usr/bin/env python3', false],
      ['# sh', false],
      ['\n#!/bin/sh', false],
    ],
    hasShellShebang,
  );
});
