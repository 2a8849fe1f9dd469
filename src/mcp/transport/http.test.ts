import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { ReadableFolders, serveHttp } from '../index.ts';

const HALF_AN_HOUR = 30 * 60_000;
const INITIALIZE = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
};

/** A server with a fake clock, and a function that sends requests. */
async function open(t: TestContext) {
  const clock = { now: 0 };
  const context = {
    ...({ version: '', language: 'en', today: () => '2026-01-01', readAccounts: null } as const),
    catalogue: () => Promise.reject(new Error('not asked')),
    folders: new ReadableFolders([]),
  };
  const door = await serveHttp(context, 0, 'secret', () => clock.now);
  t.after(() => door.close());
  const post = (body: string, session?: string): Promise<Response> =>
    fetch(door.url, {
      method: 'POST',
      body,
      headers: {
        ...{ authorization: 'Bearer secret', 'content-type': 'application/json' },
        accept: 'application/json, text/event-stream',
        ...(session === undefined ? {} : { 'mcp-session-id': session }),
      },
    });
  const initialize = async (): Promise<string> => {
    const response = await post(JSON.stringify(INITIALIZE));
    await response.text();
    assert.equal(response.status, 200);
    return response.headers.get('mcp-session-id') ?? '';
  };
  const ping = async (session: string): Promise<number> => {
    const response = await post(JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'ping' }), session);
    await response.text();
    return response.status;
  };
  return { clock, post, initialize, ping };
}

void test('replaces the least recently used session when all are taken', async (t) => {
  const { clock, initialize, ping } = await open(t);
  const sessions: string[] = [];
  for (let nth = 0; nth < 16; nth++, clock.now++) sessions.push(await initialize());
  const [first = '', second = ''] = sessions;
  assert.equal(await ping(first), 200);
  for (let nth = 0; nth < 40; nth++, clock.now++) {
    await initialize();
    assert.equal(await ping(first), 200);
  }
  assert.equal(await ping(second), 404);
});

void test('ends a session half an hour after its last answer', async (t) => {
  const { clock, initialize, ping } = await open(t);
  const session = await initialize();
  clock.now += HALF_AN_HOUR;
  assert.equal(await ping(session), 200);
  clock.now += HALF_AN_HOUR + 1;
  assert.equal(await ping(session), 404);
});

void test('answers one request that is too long with an error, and keeps the session', async (t) => {
  const { post, initialize, ping } = await open(t);
  const session = await initialize();
  const long = await post(JSON.stringify({ ...INITIALIZE, more: 'x'.repeat(15_000_000) }), session);
  assert.equal(long.status, 413);
  assert.match(await long.text(), /longer than 4 MB/);
  const broken = await post('{', session);
  assert.equal(broken.status, 400);
  await broken.text();
  assert.equal(await ping(session), 200);
});
