import assert from 'node:assert/strict';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import { decodeUserData } from './user-data.ts';

const encoded = (text: string): string => Buffer.from(text).toString('base64');

test('decodes base64 user data, plain or compressed', () => {
  const script = '#!/bin/bash\ndnf upgrade --releasever=2023.5.20240708 # é\n';
  assert.equal(decodeUserData(encoded(script)), script);
  assert.equal(decodeUserData(gzipSync(script).toString('base64')), script);
  assert.equal(decodeUserData(''), '');
});

test('returns nothing for user data that it cannot decompress', () => {
  assert.equal(decodeUserData(Buffer.from([0x1f, 0x8b, 8, 0, 1]).toString('base64')), '');
  // A few kilobytes that decompress to more than a script can have.
  assert.equal(decodeUserData(gzipSync(Buffer.alloc(2_000_000)).toString('base64')), '');
});
