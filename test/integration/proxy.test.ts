import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { createFetcher } from '../../src/catalogue/fetch/fetcher.ts';
import { useEnvironmentProxy } from '../../src/catalogue/fetch/proxy.ts';
import { startMirror } from '../support/mirror.ts';
import { memoryCache } from '../support/page-cache.ts';

const HOST = 'docs.aws.amazon.com';

/** A proxy that leads every host to one server, and remembers which hosts were asked for. */
async function startProxy(target: string) {
  const asked: string[] = [];
  const proxy = http.createServer();
  proxy.on('connect', (request: http.IncomingMessage, socket: net.Socket) => {
    asked.push(request.url ?? '');
    const { hostname, port } = new URL(target);
    const upstream = net.connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  return { asked, url, proxy };
}

function fetcherFor(origin: string) {
  return createFetcher({
    hosts: [HOST],
    origins: { [HOST]: origin },
    userAgent: 'test',
    cache: memoryCache(),
  });
}

test('requests go through the proxy of the environment, but not to this machine', async () => {
  const mirror = await startMirror({ pages: { '/a.html': '<html>A</html>' } });
  const { asked, url, proxy } = await startProxy(mirror.origin);
  const { problem, restore } = useEnvironmentProxy({ HTTP_PROXY: url, HTTPS_PROXY: url });
  try {
    assert.equal(problem, null);
    const behind = await fetcherFor('http://mirror.invalid').read(`https://${HOST}/a.html`);
    assert.equal(behind.body, '<html>A</html>');
    assert.deepEqual(asked, ['mirror.invalid:80']);
    await fetcherFor(mirror.origin).read(`https://${HOST}/a.html`);
    assert.equal(asked.length, 1);
  } finally {
    restore();
    proxy.close();
    proxy.closeAllConnections();
    await mirror.close();
  }
});

test('an address that is none is reported without repeating it', () => {
  const { problem, restore } = useEnvironmentProxy({ HTTPS_PROXY: 'http://user:secret@[' });
  restore();
  assert.deepEqual(problem?.text, {
    key: 'catalogue.fetch.proxyInvalid',
    args: { variables: ['HTTPS_PROXY'] },
  });
});

test('no proxy in the environment changes nothing', () => {
  const agent = http.globalAgent;
  assert.equal(useEnvironmentProxy({ NO_PROXY: '*', HTTP_PROXY: '' }).problem, null);
  assert.equal(http.globalAgent, agent);
});
