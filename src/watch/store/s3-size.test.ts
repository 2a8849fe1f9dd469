import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { createS3Store, StoreUnreachableError } from '../index.ts';
import { useAws } from '../../../test/support/accounts/s3.ts';

const MAX_BYTES = 64 * 1024;

test('aborts the download of an endless object at the size limit', async (t) => {
  let sent = 0;
  const server = http.createServer((_, response) => {
    response.writeHead(200, { ETag: '"one"' });
    const part = Buffer.alloc(MAX_BYTES / 4);
    const send = (): void => {
      if (response.destroyed) return;
      sent += part.length;
      if (response.write(part)) setImmediate(send);
      else response.once('drain', send);
    };
    send();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  useAws(t, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const store = createS3Store({ bucket: 'errata-lens-tests', prefix: '' }, MAX_BYTES);
  await assert.rejects(store.get('catalogue.json'), (error) => {
    assert.ok(error instanceof StoreUnreachableError);
    assert.match(error.message, /larger than 0\.0625 MB/);
    return true;
  });
  assert.ok(sent > MAX_BYTES);
});
