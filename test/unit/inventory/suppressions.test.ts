import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readSuppressions } from '../../../src/inventory/workspace/suppressions.ts';

function read(text: string): unknown[] {
  return readSuppressions({ file: 'a.tf', text }).map(({ target, scope, reason, until }) => ({
    target,
    line: 'line' in scope ? scope.line : undefined,
    reason,
    until,
  }));
}

describe('suppressions in comments', () => {
  test('beside code it speaks of its line', () => {
    assert.deepEqual(read('x = 1\nv = "2.11.1" # errata-lens:ignore known-bugs -- moved in May\n'), [
      { target: 'known-bugs', line: 2, reason: 'moved in May', until: null },
    ]);
  });

  test('on a line of its own it speaks of the next line that is not a comment', () => {
    const text =
      '# errata-lens:ignore end-of-support until=2027-01-31 -- paid for\n\n// more\nv = "2.11.1"\n';
    assert.deepEqual(read(text), [
      { target: 'end-of-support', line: 4, reason: 'paid for', until: '2027-01-31' },
    ]);
  });

  test('for the whole file', () => {
    assert.deepEqual(read('// errata-lens:ignore-file known-bugs -- a sample\r\nv = 1\r\n'), [
      { target: 'known-bugs', line: null, reason: 'a sample', until: null },
    ]);
  });

  test('several targets, bug ids among them, in any comment syntax', () => {
    assert.deepEqual(read('v = 1 /* errata-lens:ignore cc37f5e2b0, check/x -- no surge here */'), [
      { target: 'cc37f5e2b0', line: 1, reason: 'no surge here', until: null },
      { target: 'check/x', line: 1, reason: 'no surge here', until: null },
    ]);
    assert.deepEqual(read('<!-- errata-lens:ignore known-bugs -- old -->\nv'), [
      { target: 'known-bugs', line: 2, reason: 'old', until: null },
    ]);
  });

  test('a missing reason is kept as missing: the analysis reports it', () => {
    assert.deepEqual(read('v = 1 # errata-lens:ignore known-bugs'), [
      { target: 'known-bugs', line: 1, reason: null, until: null },
    ]);
  });

  test('words that are no comment are no suppression', () => {
    assert.deepEqual(read('v = "errata-lens:ignore known-bugs -- x"'), []);
  });
});
