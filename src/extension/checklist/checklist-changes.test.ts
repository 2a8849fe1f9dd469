import assert from 'node:assert/strict';
import test from 'node:test';
import { SentList } from './sent-list.ts';
import { ReceivedList } from '../webview/checklist/received-list.ts';

interface Item {
  key: string;
  label: string;
}
const items = (...names: string[]): Item[] => names.map((key) => ({ key, label: key }));

test('sends only changed items of a list, from which the page rebuilds the whole list', () => {
  const sent = new SentList<Item>();
  const received = new ReceivedList<Item>();
  const pass = (list: readonly Item[]): number => {
    const change = sent.changesTo(list);
    // structuredClone, because a message carries the change.
    assert.deepEqual(received.take(structuredClone(change)), list);
    return change.changed.length;
  };
  assert.equal(pass(items('a', 'b', 'c')), 3);
  assert.equal(pass(items('a', 'b', 'c')), 0);
  assert.equal(pass([...items('a'), { key: 'b', label: 'other' }, ...items('c')]), 1);
  assert.equal(pass(items('c', 'a', 'd')), 1, 'one is gone, one is new, the order is another');
  assert.equal(pass(items('a', 'b')), 1, 'what comes back is sent again');
  assert.equal(pass([]), 0);
});

test('sends the order of a list only if it has changed', () => {
  const sent = new SentList<Item>();
  assert.deepEqual(sent.changesTo(items('a', 'b')).keys, ['a', 'b']);
  assert.equal(sent.changesTo(items('a', 'b')).keys, null);
  assert.deepEqual(sent.changesTo(items('b', 'a')).keys, ['b', 'a']);
});

test('sends everything to a new page', () => {
  const sent = new SentList<Item>();
  sent.changesTo(items('a', 'b'));
  sent.clear();
  assert.deepEqual(new ReceivedList<Item>().take(sent.changesTo(items('a', 'b'))), items('a', 'b'));
});
