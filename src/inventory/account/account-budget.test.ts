import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { RegionReader } from './region-reader.ts';
import { LIMITS, AccountRun, type Limits } from './run.ts';
import { say } from '../../l10n/index.ts';

const PLACE = { partition: 'aws', account: '111111111111', region: 'eu-west-1' };
const PAGE_BYTES = 100_000;

/** Reader of a service that answers every call with one page of a fixed size and a token, or never. */
async function readerOf(t: TestContext, limits: Partial<Limits>, answers: boolean) {
  let calls = 0;
  const server = createServer((request, response) => {
    request.resume();
    calls++;
    if (!answers) return;
    const filler = `<!--${' '.repeat(PAGE_BYTES)}-->`;
    const result = `<DBClusters><DBCluster><DBClusterIdentifier>c${calls}</DBClusterIdentifier></DBCluster></DBClusters>`;
    response.setHeader('content-type', 'text/xml');
    response.end(
      `<DescribeDBClustersResponse><DescribeDBClustersResult>${result}<Marker>m${calls}</Marker>${filler}` +
        `</DescribeDBClustersResult></DescribeDBClustersResponse>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const run = new AccountRun('checklist', new AbortController().signal, { ...LIMITS, ...limits });
  const time = { connectionTimeout: 5_000, requestTimeout: 60_000, throwOnRequestTimeout: true };
  const config = {
    region: PLACE.region,
    credentials: () => Promise.resolve({ accessKeyId: 'a', secretAccessKey: 'b' }),
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...({ maxAttempts: 1, retryMode: 'adaptive', requestHandler: time } as const),
  };
  return { run, reader: () => new RegionReader(run, PLACE, config), calls: () => calls };
}

const clusters = (reader: RegionReader) =>
  reader.pages(
    'rds:DescribeDBClusters',
    (rds, options, Marker) => rds.describeDBClusters({ Marker }, options),
    ({ Marker }) => Marker,
  );

void test('stops endless pages at the byte limit of a service, and keeps the pages read', async (t) => {
  const { run, reader, calls } = await readerOf(t, { serviceBytes: 10.5 * PAGE_BYTES }, true);
  const { pages, isComplete } = await clusters(reader());
  assert.deepEqual([pages.length, isComplete], [10, false]);
  assert.ok(pages.every(({ DBClusters }) => DBClusters?.length === 1));
  // Other readers of the Region and other calls of the service share the used-up budget.
  assert.equal((await clusters(reader())).pages.length, 0);
  const engines = await reader().ask('rds:DescribeEvents', (rds, options) => rds.describeEvents({}, options));
  assert.equal(engines, null);
  assert.equal(calls(), 11);
  assert.deepEqual(
    run.unreadable.map(({ operation, reason }) => [operation, reason]),
    [
      ['rds:DescribeDBClusters', 'OverBudget'],
      ['rds:DescribeEvents', 'OverBudget'],
    ],
  );
  const [sentence] = run.unreadableProblems().map(({ text }) => say(text, 'en'));
  assert.match(sentence ?? '', /not readable to the end: rds:DescribeDBClusters in 111111111111 eu-west-1/);
});

void test('waits for a silent service only within its time budget', async (t) => {
  const { run, reader, calls } = await readerOf(t, { serviceTime: 200 }, false);
  await Promise.all([clusters(reader()), clusters(reader())]);
  await clusters(reader());
  assert.ok(calls() <= 2);
  assert.deepEqual(
    run.unreadable.map(({ reason }) => reason),
    ['OverBudget'],
  );
});
