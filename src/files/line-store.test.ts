import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { jsonLine, LineStore } from './index.ts';

const MEGABYTE = 1024 * 1024;

test('keeps the facts of forty thousand files, and no data above the limit', (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'errata-lens-lines-'));
  t.after(() => {
    rmSync(folder, { recursive: true });
  });
  const keptOf = (megabytes: number): number | undefined => {
    const store = new LineStore(folder, `${megabytes} MB`, 'rules');
    store.save([Buffer.alloc(megabytes * MEGABYTE, 'a')]);
    return store.load()?.text(0)?.length;
  };
  assert.equal(keptOf(20), 20 * MEGABYTE);
  assert.equal(keptOf(51), undefined);
});

test('writes the same line in parts as at once', (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'errata-lens-lines-'));
  t.after(() => {
    rmSync(folder, { recursive: true });
  });
  const store = new LineStore(folder, 'in parts', 'rules');
  const values = [
    {},
    null,
    { none: [], some: ['é\n', { deep: [1, null] }], not: null, left: undefined, text: '🌱' },
    { many: Array.from({ length: 20_000 }, (_, nth) => ({ nth, text: 'ü'.repeat(9) })) },
  ];
  store.save(values.map(jsonLine));
  const kept = store.load();
  assert.deepEqual(
    values.map((_, nth) => kept?.text(nth)),
    values.map((value) => JSON.stringify(value)),
  );
});
