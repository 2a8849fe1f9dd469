import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { LongLineFilter } from './long-lines.ts';

async function through(parts: readonly string[]) {
  const dropped: (number | string | null)[] = [];
  const lines = Readable.from(parts.map((part) => Buffer.from(part))).pipe(
    new LongLineFilter(40, (id) => dropped.push(id)),
  );
  return { passed: await text(lines), dropped };
}

void test('drops a line that is too long, reports its id, and passes the others on', async () => {
  const long = 'x'.repeat(100);
  const { passed, dropped } = await through([
    'a\nb',
    `b\n{"jsonrpc":"2.0","id":7,"params":"${long}`,
    `${long}"}\nc\n{"id":"q","method":"${long}"}\n`,
    `{"method":"${long}","jsonrpc":"2.0","id":9}\n${long}\nd`,
  ]);
  assert.equal(passed, 'a\nbb\nc\nd');
  assert.deepEqual(dropped, [7, 'q', 9, null]);
});
