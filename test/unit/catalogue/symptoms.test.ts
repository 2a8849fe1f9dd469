import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { conceptsIn, errorNumbers, signTerms } from '../../../src/catalogue/index.ts';
import { packTerms, termTable, unpackTerms } from '../../../src/catalogue/snapshot/term-table.ts';

describe('what a text speaks of', () => {
  test('is the same in English and Japanese', () => {
    for (const [english, japanese] of [
      ['connections are dropped in a surge of new connections', 'アクセス集中で接続が切れる'],
      ['the reader restarts again and again', 'リーダーが再起動を繰り返す'],
      ['a full-text index and OPTIMIZE TABLE', '全文検索と OPTIMIZE TABLE'],
      ['freeable memory shrinks', '空きメモリが減る'],
      ['write forwarding is on and the writer hangs', '書き込み転送が有効でライターが固まる'],
    ] as const) {
      const missing = conceptsIn(japanese).filter((concept) => !conceptsIn(english).includes(concept));
      assert.ok(conceptsIn(japanese).length > 1, japanese);
      assert.deepEqual(missing, [], japanese);
    }
  });

  test('of two terms the longer one speaks alone', () => {
    assert.deepEqual(conceptsIn('スキーマ変更'), ['ddl', 'alter-table']);
    assert.ok(!conceptsIn('再起動後').includes('restart'));
    assert.ok(conceptsIn('再起動').includes('restart'));
  });

  test('error numbers, symbols and states are one thing, and years are none', () => {
    assert.deepEqual(errorNumbers('ERROR 1146 (42S02): no such thing'), [1146]);
    assert.deepEqual(errorNumbers('SQLSTATE[HY000] [2013] Lost connection'), [2013]);
    assert.deepEqual(errorNumbers('ER_LOCK_DEADLOCK'), [1213]);
    assert.deepEqual(errorNumbers('SQLState: 40001'), [1213]);
    assert.deepEqual(errorNumbers('since 2013 and 2006 it used 1040 bytes'), []);
  });

  test('log lines speak by their fixed phrases', () => {
    for (const [line, concept] of [
      ["Lost connection to MySQL server at 'reading initial communication packet'", 'before-established'],
      ['Communications link failure', 'connection-lost'],
      ['InnoDB: Semaphore wait has lasted > 600 seconds', 'semaphore-wait'],
      ['InnoDB: Failing assertion: page_is_comp(page)', 'assertion'],
      ['wait/synch/cond/sql/MDL_context::COND_wait_status', 'metadata-lock'],
      ['AuroraReplicaLagMaximum', 'lag'],
      ['Waiting for table metadata lock', 'metadata-lock'],
    ] as const) {
      assert.ok(conceptsIn(line).includes(concept), line);
    }
  });

  test('names of the user’s own objects, addresses and times are no part of it', () => {
    const terms = signTerms(
      "2026-11-24T01:02:03.4Z 12 [Note] Aborted connection 12 to db: 'memory_leak' user: 'restart' host: '10.0.1.2'",
    );
    assert.ok(terms.includes('@connection-lost'));
    assert.deepEqual(
      terms.filter((term) => /memory|restart|10\.0/.test(term)),
      [],
    );
    assert.ok(signTerms("Table 'mysql.slow_log_backup' is missing").includes('#slow_log_backup'));
    assert.ok(!signTerms("Table 'shop.order_items' is missing").some((term) => term.includes('order_items')));
  });

  test('is a sorted set: the order of the words is not kept', () => {
    const terms = signTerms('KILL of a query on a view restarts the reader');
    assert.deepEqual(terms, [...new Set(terms)].sort());
    assert.deepEqual(terms, signTerms('The reader restarts: on a view KILL of a query'));
  });
});

test('packed signatures come out as they went in, and a number without a term is refused', () => {
  const signatures = [
    ['#max_connections', '@restart', 'zombi'],
    ['@hang', '@restart'],
  ];
  const table = termTable(signatures);
  assert.equal(table[0], '@restart');
  const numbers = new Map(table.map((term, number) => [term, number]));
  for (const signature of signatures) {
    assert.deepEqual(unpackTerms(packTerms(signature, numbers), table), signature);
  }
  assert.throws(() => unpackTerms('__', table), RangeError);
});
