import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createFetcher } from '../../../src/catalogue/fetch/fetcher.ts';
import type { FetchEvent, FetcherOptions } from '../../../src/catalogue/fetch/fetcher.ts';
import { FetchFailure } from '../../../src/products/index.ts';
import { startMirror } from '../../support/mirror/mirror.ts';
import type { Fault, Mirror, MirrorOptions } from '../../support/mirror/mirror.ts';
import { memoryCache } from '../../support/pages/page-cache.ts';

const HOST = 'docs.aws.amazon.com';
const PAGES = {
  '/a.html': '<!DOCTYPE html><html><body>Page A</body></html>',
  '/b.html': '<html><body>Page B</body></html>',
  '/c.html': '<p>Page C, a fragment',
  '/notes.md': '# Notes',
  '/toc.json': '{"contents":[]}',
};
const A = `https://${HOST}/a.html`;
const B = `https://${HOST}/b.html`;

/** A clock that advances only during sleep. */
function fakeClock() {
  const waits: number[] = [];
  let nowMs = Date.parse('2026-03-01T12:00:00Z');
  return {
    waits,
    nowMs: () => nowMs,
    random: () => 0,
    sleep(ms: number) {
      waits.push(ms);
      nowMs += ms;
      return Promise.resolve();
    },
  };
}

describe('the fetcher', () => {
  let mirror: Mirror;
  before(async () => {
    mirror = await startMirror({ pages: PAGES });
  });
  after(() => mirror.close());
  beforeEach(() => {
    mirror.behave();
    mirror.moveTo('9999-12-31');
    mirror.forget();
  });

  function setUp(options: Partial<FetcherOptions> = {}) {
    const clock = fakeClock();
    const cache = memoryCache();
    const fetcher = createFetcher({
      hosts: [HOST],
      origins: { [HOST]: mirror.origin },
      userAgent: 'errata-lens-test',
      cache,
      clock,
      ...options,
    });
    return { ...fetcher, clock, cache };
  }

  async function failureOf(reading: Promise<unknown>): Promise<FetchFailure> {
    const error: unknown = await reading.then(
      () => assert.fail('was read'),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof FetchFailure, String(error));
    return error;
  }

  test('returns a page under its vendor URL from any origin, and names itself in the request', async () => {
    const { read } = setUp();
    assert.deepEqual(await read(`${A}#top`), {
      url: A,
      body: PAGES['/a.html'],
      contentType: 'text/html; charset=UTF-8',
    });
    assert.equal(mirror.requests[0]?.headers['user-agent'], 'errata-lens-test');
  });

  test('reads Markdown, JSON and fragments as pages', async () => {
    const { read } = setUp();
    assert.equal((await read(`https://${HOST}/notes.md`)).contentType, 'text/markdown');
    assert.equal((await read(`https://${HOST}/toc.json`)).body, PAGES['/toc.json']);
    assert.equal((await read(`https://${HOST}/c.html`)).body, PAGES['/c.html']);
  });

  test('accepts Markdown of an unknown type from a file server, but no HTML', async () => {
    const unknown = { kind: 'answer', body: '# Notes', contentType: 'application/octet-stream' } as const;
    mirror.misbehave(/./, unknown);
    const { read } = setUp();
    assert.equal((await read(`https://${HOST}/notes.md`)).body, '# Notes');
    assert.equal((await failureOf(read(A))).reason, 'content-type');
  });

  test('requests a page once in an update, however often it is read', async () => {
    const { read, stats } = setUp();
    await Promise.all([read(A), read(A), read(`${A}#part`)]);
    await read(A);
    assert.equal(mirror.requests.length, 1);
    assert.deepEqual(stats, { requests: 1, bodies: 1, bytes: PAGES['/a.html'].length, unchanged: 0 });
  });

  for (const validators of ['both', 'etag', 'last-modified'] satisfies MirrorOptions['validators'][]) {
    test(`does not transfer an unchanged page again (${validators})`, async () => {
      const server = await startMirror({ pages: PAGES, validators });
      try {
        const origins = { [HOST]: server.origin };
        const { cache, read } = setUp({ origins });
        const first = await read(A);
        server.forget();
        const again = setUp({ origins, cache });
        assert.deepEqual(await again.read(A), first);
        assert.deepEqual(server.bodies(), []);
        assert.deepEqual(again.stats, { requests: 1, bodies: 0, bytes: 0, unchanged: 1 });
        server.change('/a.html', '<html>New</html>', '2026-02-01');
        assert.equal((await setUp({ origins, cache }).read(A)).body, '<html>New</html>');
      } finally {
        await server.close();
      }
    });
  }

  test('sends validators of one server to no other', async () => {
    const { cache, read } = setUp();
    await read(A);
    const other = await startMirror({ pages: { '/a.html': '<html>Another server</html>' } });
    try {
      const page = await setUp({ cache, origins: { [HOST]: other.origin } }).read(A);
      assert.equal(page.body, '<html>Another server</html>');
      assert.equal(other.requests[0]?.conditional, false);
    } finally {
      await other.close();
    }
  });

  test('limits concurrent requests', async () => {
    let open = 0;
    let most = 0;
    const onProgress = ({ state }: FetchEvent) => {
      if (state === 'asking') most = Math.max(most, ++open);
      if (state === 'read') open--;
    };
    const urls = Array.from({ length: 20 }, (_, i) => `https://${HOST}/page-${i}.html`);
    for (const url of urls) mirror.change(new URL(url).pathname, `<html>${url}</html>`);
    const { read } = setUp({ onProgress, concurrency: 3 });
    await Promise.all(urls.map((url) => read(url)));
    assert.equal(most, 3);
    assert.equal(mirror.bodies().length, 20);
  });

  test('backs off from a busy server and tries again', async () => {
    for (const status of [429, 500, 502, 503, 504]) {
      mirror.misbehave(/a\.html/, { kind: 'status', status }, 3);
      const { read, clock } = setUp();
      assert.equal((await read(A)).body, PAGES['/a.html']);
      assert.deepEqual(clock.waits, [500, 1000, 2000]);
    }
  });

  test('waits as long as Retry-After demands, in seconds or until a date', async () => {
    mirror.misbehave(/a\.html/, { kind: 'status', status: 429, retryAfter: '7' }, 1);
    const seconds = setUp();
    await seconds.read(A);
    assert.ok((seconds.clock.waits[0] ?? 0) >= 7_000, String(seconds.clock.waits));
    mirror.misbehave(
      /a\.html/,
      { kind: 'status', status: 503, retryAfter: 'Sun, 01 Mar 2026 12:01:00 GMT' },
      1,
    );
    const date = setUp();
    await date.read(A);
    assert.ok((date.clock.waits[0] ?? 0) >= 60_000, String(date.clock.waits));
  });

  test('fails instead of a long wait, and sends no more requests to a server that limits them', async () => {
    mirror.misbehave(/a\.html/, { kind: 'status', status: 429, retryAfter: '3600' });
    const { read, clock } = setUp();
    const failure = await failureOf(read(A));
    assert.equal(failure.text.key, 'catalogue.fetch.busy');
    assert.deepEqual(failure.text.args, { status: 429, seconds: 3600 });
    await failureOf(read(B));
    assert.deepEqual(clock.waits, []);
    assert.equal(mirror.requests.length, 1);
  });

  test('reads other pages during a long maintenance of one', async () => {
    mirror.misbehave(/a\.html/, { kind: 'status', status: 503, retryAfter: '3600' });
    const { read } = setUp();
    await failureOf(read(A));
    assert.equal((await read(B)).body, PAGES['/b.html']);
  });

  test('gives up a page after five attempts, and limits requests to a broken server', async () => {
    mirror.misbehave(/page-/, { kind: 'status', status: 503 });
    const { read } = setUp({ concurrency: 1 });
    const failures = await Promise.all(
      Array.from({ length: 10 }, (_, i) => failureOf(read(`https://${HOST}/page-${i}.html`))),
    );
    assert.deepEqual(
      new Set(failures.map(({ reason, status }) => `${reason} ${status}`)),
      new Set(['overloaded 503']),
    );
    assert.equal(mirror.requests.length, 3 * 5 + 7);
    assert.equal((await read(B)).body, PAGES['/b.html']);
  });

  test('repeats requests for any number of pages that finally answer', async () => {
    const urls = Array.from({ length: 12 }, (_, i) => `https://${HOST}/flaky-${i}.html`);
    for (const [i, url] of urls.entries()) {
      mirror.change(new URL(url).pathname, `<html>${url}</html>`);
      mirror.misbehave(new RegExp(`flaky-${i}\\.`), { kind: 'status', status: 503 }, 3);
    }
    const { read, stats } = setUp();
    await Promise.all(urls.map((url) => read(url)));
    assert.equal(stats.requests, 12 * 4);
  });

  test('requests each page only once from a server where every other page stays broken', async () => {
    mirror.misbehave(/broken/, { kind: 'status', status: 500 });
    const { read, stats } = setUp({ concurrency: 1 });
    const urls = Array.from(
      { length: 20 },
      (_, i) => `https://${HOST}/${i % 2 ? 'broken' : 'good'}-${i}.html`,
    );
    for (const url of urls) mirror.change(new URL(url).pathname, `<html>${url}</html>`);
    const results = await Promise.allSettled(urls.map((url) => read(url)));
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 10);
    assert.equal(stats.requests, 10 + 4 * 5 + 6);
  });

  test('requests a missing page once', async () => {
    const { read } = setUp();
    const failure = await failureOf(read(`https://${HOST}/none.html`));
    assert.equal(failure.reason, 'gone');
    assert.equal(mirror.requests.length, 1);
  });

  const afterFaults: [string, Fault, string, number][] = [
    ['refuses', { kind: 'status', status: 403 }, 'status', 1],
    ['never answers', { kind: 'hang' }, 'timeout', 2],
    ['never ends', { kind: 'trickle' }, 'timeout', 2],
    ['breaks off', { kind: 'cut', declares: 'whole' }, 'truncated', 5],
    ['breaks off and declares the shorter length', { kind: 'cut', declares: 'half' }, 'truncated', 5],
    // A host that never answered is given up after four seconds.
    ['closes the connection', { kind: 'reset' }, 'connection', 4],
    ['sends a page above the limit', { kind: 'oversize', bytes: 300_000 }, 'too-large', 1],
    ['sends a zip bomb', { kind: 'oversize', bytes: 30_000_000, gzip: true }, 'too-large', 1],
    ['sends a picture', { kind: 'answer', body: 'GIF89a', contentType: 'image/gif' }, 'content-type', 1],
    ['redirects to another host', { kind: 'redirect', to: 'https://example.com/a.html' }, 'refused', 1],
    ['redirects to plain http', { kind: 'redirect', to: `http://${HOST}/a.html` }, 'refused', 1],
    ['redirects to an invalid address', { kind: 'redirect', to: 'http://[' }, 'refused', 1],
    ['redirects to itself', { kind: 'redirect', to: '/a.html', status: 301 }, 'refused', 6],
  ];
  for (const [name, fault, reason, requests] of afterFaults) {
    test(`loses only one page to a server that ${name} (${reason})`, async () => {
      mirror.misbehave(/a\.html/, fault);
      const { read, cache } = setUp({
        timeoutMs: fault.kind === 'hang' || fault.kind === 'trickle' ? 150 : 20_000,
        maxBytes: 200_000,
      });
      const failure = await failureOf(read(A));
      assert.equal(failure.reason, reason);
      assert.equal(mirror.requests.length, requests);
      assert.equal(cache.pages.size, 0);
      mirror.behave();
      assert.equal((await setUp().read(A)).body, PAGES['/a.html']);
    });
  }

  test('names the host of an unreachable server', async () => {
    const server = await startMirror();
    await server.close();
    const failure = await failureOf(setUp({ origins: { [HOST]: server.origin } }).read(A));
    assert.equal(failure.reason, 'connection');
    assert.deepEqual(failure.text.args, { host: new URL(server.origin).host, error: 'ECONNREFUSED' });
  });

  test('follows a redirect within the host, by path or with the name of the host', async () => {
    mirror.misbehave(/a\.html/, { kind: 'redirect', to: 'b.html#part' }, 1);
    assert.deepEqual(await setUp().read(A), {
      url: B,
      body: PAGES['/b.html'],
      contentType: 'text/html; charset=UTF-8',
    });
    mirror.misbehave(/a\.html/, { kind: 'redirect', to: B }, 1);
    const { read, cache } = setUp();
    assert.equal((await read(A)).url, B);
    assert.deepEqual([...cache.pages.keys()], [B]);
  });

  test('sends no request to a host outside the list', async () => {
    const failure = await failureOf(setUp().read('https://example.com/a.html'));
    assert.equal(failure.reason, 'refused');
    assert.equal(mirror.requests.length, 0);
  });

  test('cancels the current request and the waiting ones', async () => {
    const controller = new AbortController();
    const { read } = setUp({
      signal: controller.signal,
      concurrency: 1,
      onProgress: ({ state }) => {
        if (state === 'asking') setImmediate(() => controller.abort(new Error('enough')));
      },
    });
    mirror.misbehave(/a\.html/, { kind: 'hang' });
    const both = await Promise.allSettled([read(A), read(B)]);
    assert.deepEqual(
      both.map((result) => result.status === 'rejected' && String(result.reason)),
      ['Error: enough', 'Error: enough'],
    );
    assert.ok(!mirror.requests.some((request) => request.path === '/b.html'));
  });

  test('cancels a wait', async () => {
    const controller = new AbortController();
    mirror.misbehave(/a\.html/, { kind: 'status', status: 503, retryAfter: '60' });
    const { read } = setUp({
      signal: controller.signal,
      clock: {
        ...fakeClock(),
        sleep: (_ms, signal) =>
          new Promise((_, reject) => {
            signal?.addEventListener('abort', () => reject(new Error('woken')));
            controller.abort(new Error('enough'));
          }),
      },
    });
    await assert.rejects(read(A), /enough/);
    assert.equal(mirror.requests.length, 1);
  });

  test('stops at the time limit of the update', async () => {
    mirror.misbehave(/a\.html/, { kind: 'status', status: 503, retryAfter: '100' });
    const { read, clock } = setUp({ totalMs: 150_000 });
    const failure = await failureOf(read(A));
    assert.equal(failure.reason, 'out-of-time');
    assert.equal(mirror.requests.length, 2);
    await clock.sleep(150_000);
    assert.equal((await failureOf(read(B))).reason, 'out-of-time');
    assert.equal(mirror.requests.length, 2);
  });

  test('reports its progress', async () => {
    const events: FetchEvent[] = [];
    mirror.misbehave(/a\.html/, { kind: 'status', status: 503 }, 1);
    const { read, cache } = setUp({ onProgress: (event) => events.push(event) });
    await read(A);
    await setUp({ cache, onProgress: (event) => events.push(event) }).read(A);
    await failureOf(setUp({ onProgress: (event) => events.push(event) }).read(`https://${HOST}/none.html`));
    assert.deepEqual(
      events.map(({ state, waitMs }) => (waitMs === null ? state : `${state} ${waitMs}`)),
      ['asking', 'waiting 500', 'read', 'asking', 'unchanged', 'asking', 'failed'],
    );
  });
});
