import assert from 'node:assert/strict';
import http from 'node:http';
import { test } from 'node:test';
import { createFetcher } from '../../../src/catalogue/fetch/fetcher.ts';
import { useEnvironmentProxy } from '../../../src/catalogue/fetch/proxy.ts';
import { startMirror } from '../../support/mirror/mirror.ts';
import { memoryCache } from '../../support/pages/page-cache.ts';
import { startProxy } from '../../support/accounts/proxy.ts';

const HOST = 'docs.aws.amazon.com';

function fetcherFor(origin: string) {
  return createFetcher({
    hosts: [HOST],
    origins: { [HOST]: origin },
    userAgent: 'test',
    cache: memoryCache(),
  });
}

test('requests go through the proxy of the environment, except to this machine', async () => {
  const mirror = await startMirror({ pages: { '/a.html': '<html>A</html>' } });
  const proxy = await startProxy(mirror.origin);
  const { problem, restore } = useEnvironmentProxy({ HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url });
  try {
    assert.equal(problem, null);
    const behind = await fetcherFor('http://mirror.invalid').read(`https://${HOST}/a.html`);
    assert.equal(behind.body, '<html>A</html>');
    assert.deepEqual(proxy.asked, ['mirror.invalid:80']);
    await fetcherFor(mirror.origin).read(`https://${HOST}/a.html`);
    assert.equal(proxy.asked.length, 1);
  } finally {
    restore();
    proxy.close();
    await mirror.close();
  }
});

test('reports an invalid proxy address without repeating it', () => {
  const { problem, restore } = useEnvironmentProxy({ HTTPS_PROXY: 'http://user:secret@[' });
  restore();
  assert.deepEqual(problem?.text, {
    key: 'catalogue.fetch.proxyInvalid',
    args: { variables: ['HTTPS_PROXY'] },
  });
});

test('changes nothing without a proxy in the environment', () => {
  const agent = http.globalAgent;
  assert.equal(useEnvironmentProxy({ NO_PROXY: '*', HTTP_PROXY: '' }).problem, null);
  assert.equal(http.globalAgent, agent);
});
