import assert from 'node:assert/strict';
import test from 'node:test';
import { normalise, withPlainSigns } from './normalise.ts';
import { stemOf } from './stem.ts';

test('returns one normal form for all spellings of a text', () => {
  for (const [written, normal] of [
    ['The `Table`  doesn’t\n exist', "the 'table' does not exist"],
    ["Can't connect — it WON'T", 'cannot connect - it will not'],
    ['“Zero‑downtime” patching…', '"zero-downtime" patching...'],
    ['ＣＰＵ １００％', 'cpu 100%'],
    ['  ', ''],
  ] as const)
    assert.equal(normalise(written), normal);
});

test('keeps the case of names and replaces typographic signs', () => {
  assert.equal(withPlainSigns('FreeableMemory isn’t'), "FreeableMemory isn't");
});

test('removes the endings of words', () => {
  for (const [stem, ...words] of [
    ['restart', 'restarts', 'restarted', 'restarting'],
    ['scal', 'scale', 'scales', 'scaling'],
    ['kil', 'kill', 'kills', 'killed', 'killing'],
    ['recogniz', 'recognise', 'recognised', 'recognizing'],
    ['comment', 'comment', 'comments'],
    ['fil', 'file', 'files'],
    ['queri', 'query', 'queries'],
    ['copi', 'copy', 'copies', 'copied'],
    ['server_audit_logging', 'server_audit_logging'],
    ['5.7', '5.7'],
  ] as const)
    for (const word of words) assert.equal(stemOf(word), stem, word);
});

test('normalises a long text in linear time', () => {
  assert.equal(normalise("isn't ".repeat(100_000)).length, 'is not '.length * 100_000 - 1);
});
