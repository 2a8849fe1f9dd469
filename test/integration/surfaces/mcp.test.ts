import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { symlinkSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import * as z from 'zod';
import { CHECKS } from '../../../src/analysis/index.ts';
import { compiledCode } from '../../support/environment.ts';
import { installInspector } from '../../support/surfaces/inspector.ts';
import { temporaryFolder } from '../../support/workspace.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const CLI = path.join(ROOT, 'dist/cli.js');
/** The server that the extension offers to its editor. */
const WINDOW_SERVER = path.join(ROOT, 'dist/mcp-server.mjs');
const INCIDENT = path.join(ROOT, 'test/workspaces/incident');
const VERSION = { product: 'aurora-mysql', version: '5.7.mysql_aurora.2.11.1' };
const ENV = {
  ...compiledCode(),
  PATH: process.env.PATH ?? '',
  LC_ALL: 'C',
  ERRATA_LENS_DOCS_ORIGIN: 'http://127.0.0.1:9',
};

/**
 * A client like that of an assistant, with its open folders; null for one that does not support folders.
 * @param hear receives the standard error of the server
 */
async function connect(
  t: TestContext,
  roots: readonly string[] | null,
  args: readonly string[] = [],
  hear?: (said: string) => void,
  program = [CLI, 'mcp', '--cache-dir'],
) {
  const cache = temporaryFolder(t);
  const client = new Client(
    { name: 'test', version: '1' },
    { capabilities: roots === null ? {} : { roots: { listChanged: true } } },
  );
  if (roots !== null)
    client.setRequestHandler('roots/list', () => ({
      roots: roots.map((folder) => ({ uri: pathToFileURL(folder).href })),
    }));
  t.after(() => client.close());
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [...program, cache, ...args],
    env: ENV,
    cwd: cache,
    stderr: hear === undefined ? 'inherit' : 'pipe',
  });
  transport.stderr?.on('data', (part) => hear?.(String(part)));
  await client.connect(transport);
  return client;
}

/** Answer of a tool, checked by its schema; a refusal is a text. */
async function ask(client: Client, name: string, asked: Record<string, unknown>) {
  const result = await client.callTool({ name, arguments: asked });
  const [first] = result.content;
  const words = first?.type === 'text' ? first.text : '';
  return { isError: result.isError === true, words, answer: result.structuredContent ?? {} };
}

const Bugs = z.object({
  coverage: z.string(),
  counts: z.object({ urgent: z.number() }).nullable(),
  bugs: z.array(z.object({ id: z.string(), url: z.string().nullable(), urgency: z.string() })),
  total: z.number().nullable(),
  nextCursor: z.string().nullable(),
  asOf: z.string(),
});

test('lists read-only tools, and none for accounts without named profiles', async (t) => {
  const client = await connect(t, [INCIDENT]);
  const { tools } = await client.listTools();
  assert.deepEqual(
    tools.map(({ name }) => name),
    ['scan_workspace', 'known_bugs', 'cve', 'is_this_my_bug', 'upgrade_advice', 'checklist', 'whats_new'],
  );
  for (const { name, annotations, outputSchema } of tools) {
    assert.equal(annotations?.readOnlyHint, true, name);
    assert.ok(outputSchema !== undefined, name);
  }
  const named = await connect(t, [INCIDENT], ['--profile', 'nobody']);
  assert.equal((await named.listTools()).tools.length, 8);
});

test('the server of the extension answers like the command line about the folders of its window', async (t) => {
  const ofWindow = await connect(t, null, [INCIDENT], undefined, [WINDOW_SERVER, '1.2.3', 'en']);
  const ofTerminal = await connect(t, null, [INCIDENT]);
  assert.equal(ofWindow.getServerVersion()?.version, '1.2.3');
  for (const [tool, asked] of [
    ['known_bugs', VERSION],
    ['scan_workspace', {}],
  ] as const)
    assert.deepEqual((await ask(ofWindow, tool, asked)).answer, (await ask(ofTerminal, tool, asked)).answer);
  assert.deepEqual(
    (await ofWindow.listTools()).tools.map(({ name }) => name),
    (await ofTerminal.listTools()).tools.map(({ name }) => name),
  );
});

test('returns known bugs ten at a time, the urgent first, each with its page', async (t) => {
  const client = await connect(t, null);
  const first = Bugs.parse((await ask(client, 'known_bugs', VERSION)).answer);
  assert.equal(first.coverage, 'known');
  assert.equal(first.bugs.length, 10);
  assert.equal(first.bugs[0]?.urgency, 'urgent');
  assert.ok(first.bugs.every(({ url }) => url?.startsWith('https://docs.aws.amazon.com/')));
  const next = Bugs.parse((await ask(client, 'known_bugs', { ...VERSION, cursor: first.nextCursor })).answer);
  assert.equal(new Set([...first.bugs, ...next.bugs].map(({ id }) => id)).size, 20);
  const urgent = Bugs.parse(
    (await ask(client, 'known_bugs', { ...VERSION, urgency: 'urgent', limit: 100 })).answer,
  );
  assert.equal(urgent.total, first.counts?.urgent);
});

test('returns no count for a version outside the catalogue', async (t) => {
  const client = await connect(t, null);
  const newer = await ask(client, 'known_bugs', { product: 'aurora-mysql', version: '3.99.0' });
  const { coverage, counts, bugs, total } = Bugs.parse(newer.answer);
  assert.deepEqual([coverage, counts, bugs, total], ['newer', null, [], null]);
});

test('finds the bug of the incident for an error line', async (t) => {
  const client = await connect(t, null);
  const asked = { ...VERSION, symptom: 'connections dropped at peak before they are established' };
  const { answer } = await ask(client, 'is_this_my_bug', asked);
  const { fits } = z
    .object({ fits: z.array(z.object({ id: z.string(), match: z.string(), words: z.array(z.string()) })) })
    .parse(answer);
  assert.deepEqual([fits[0]?.id, fits[0]?.match], ['cc37f5e2b0', 'strong']);
});

test('names one recommended release first in upgrade advice', async (t) => {
  const client = await connect(t, null);
  const { answer } = await ask(client, 'upgrade_advice', VERSION);
  const Advice = z.object({
    recommended: z.string(),
    interim: z.string(),
    targets: z.array(z.object({ version: z.string(), clears: z.number() })),
  });
  const { recommended, interim, targets } = Advice.parse(answer);
  assert.deepEqual([recommended, interim], ['3.10.6', '2.12.6']);
  assert.equal(targets[0]?.version, recommended);
});

test('scans and judges the open folder, and reads nothing outside of it', async (t) => {
  const outside = temporaryFolder(t, { 'database.tf': '' });
  const folder = temporaryFolder(t, {});
  symlinkSync(outside, path.join(folder, 'link'));
  const client = await connect(t, [INCIDENT, folder], [outside]);
  const { answer } = await ask(client, 'scan_workspace', {});
  const { findings } = z
    .object({ findings: z.array(z.object({ message: z.string(), file: z.string().nullable() })) })
    .parse(answer);
  assert.ok(findings.some(({ message, file }) => /2\.11\.1/.test(message) && file !== null));
  const judged = await ask(client, 'checklist', {});
  assert.ok(z.object({ total: z.number() }).parse(judged.answer).total > 10);
  for (const closed of [outside, '..', path.join(folder, 'link'), '/etc/passwd']) {
    const { isError, words } = await ask(client, 'scan_workspace', { path: closed });
    assert.deepEqual([isError, /is not in a folder that may be read/.test(words)], [true, true], closed);
  }
});

test('reads every folder of the command line, and returns rows with all fields, unknown versions included', async (t) => {
  const unknown = temporaryFolder(t, {
    'db.tf':
      'variable "v" {}\nresource "aws_rds_cluster" "b" {\n  engine         = "aurora-mysql"\n  engine_version = var.v\n}\n',
  });
  const Row = z.object({
    rule: z.string(),
    name: z.string(),
    product: z.string().nullable(),
    version: z.string().nullable(),
    urgent: z.number().nullable(),
    file: z.string().nullable(),
    next: z.string().nullable(),
  });
  const Scan = z.object({
    findings: z.array(Row),
    unknown: z.array(z.object({ name: z.string(), reason: z.string(), next: z.string(), file: z.string() })),
  });
  for (const [roots, args] of [
    [null, [INCIDENT, unknown]],
    [[unknown, INCIDENT], []],
  ] as const) {
    const client = await connect(t, roots, args);
    const read = Scan.parse((await ask(client, 'scan_workspace', { limit: 100 })).answer);
    const bugs = read.findings.find(({ rule }) => rule === 'known-bugs');
    assert.deepEqual([bugs?.product, bugs?.version], ['aurora-mysql', '2.11.1']);
    assert.ok((bugs?.urgent ?? 0) > 0 && bugs?.name !== '');
    assert.ok(!read.findings.some(({ rule }) => rule === 'unknown-version'), 'counted apart');
    const row = read.unknown.find(({ name }) => name === 'aws_rds_cluster.b');
    assert.match(row?.reason ?? '', /var\.v has no value here/);
    assert.match(row?.next ?? '', /tfvars/);
    // A file name of an answer is accepted as an argument.
    const one = Scan.parse((await ask(client, 'scan_workspace', { path: row?.file })).answer);
    assert.deepEqual([one.findings, one.unknown.map(({ name }) => name)], [[], ['aws_rds_cluster.b']]);
    const checked = await ask(client, 'checklist', { limit: 100 });
    assert.ok(z.object({ total: z.number() }).parse(checked.answer).total > 10);
  }
});

test('returns the versions of a CVE, and no all-clear for one that nobody lists', async (t) => {
  const client = await connect(t, null);
  const Cve = z.object({
    listed: z.boolean(),
    says: z.string().nullable(),
    rows: z.array(
      z.object({ product: z.string(), branch: z.string().nullable(), firstFixed: z.string().nullable() }),
    ),
    total: z.number(),
  });
  const known = Cve.parse((await ask(client, 'cve', { cve: 'cve-2024-21096', limit: 100 })).answer);
  assert.equal(known.listed, true);
  assert.ok(known.rows.some(({ product, firstFixed }) => product === 'aurora-mysql' && firstFixed !== null));
  const none = Cve.parse((await ask(client, 'cve', { cve: 'CVE-1999-0001' })).answer);
  assert.deepEqual([none.listed, none.total], [false, 0]);
  assert.match(none.says ?? '', /It may still affect a version/);
  const { isError, words } = await ask(client, 'cve', { cve: 'log4shell' });
  assert.deepEqual([isError, /CVE-2024-21096/.test(words)], [true, true]);
});

test('states the number of checks in the description of the checklist', async (t) => {
  const { tools } = await (await connect(t, null)).listTools();
  const { description } = tools.find(({ name }) => name === 'checklist') ?? {};
  assert.match(description ?? '', new RegExp(`by ${CHECKS.length} checks`));
});

test('returns news since a day for the pinned versions of the folder', async (t) => {
  const client = await connect(t, [INCIDENT]);
  const New = z.object({ releases: z.array(z.object({ date: z.string() })), total: z.number() });
  const since = '2024-01-01';
  const some = New.parse((await ask(client, 'whats_new', { since })).answer);
  assert.ok(some.releases.length > 0 && some.releases.every(({ date }) => date >= since));
  const none = New.parse((await ask(client, 'whats_new', { since: '2099-01-01' })).answer);
  assert.deepEqual([none.releases, none.total], [[], 0]);
});

test('refuses a wrong argument, product, version or cursor with advice', async (t) => {
  const client = await connect(t, null);
  const cases: [string, Record<string, unknown>, RegExp][] = [
    ['known_bugs', { product: 'mysql', version: '8.0' }, /not a product.*aurora-mysql, rds-mysql/],
    ['known_bugs', { product: 'aurora-mysql', version: '9.9.9' }, /3\.10\.4/],
    ['known_bugs', { ...VERSION, cursor: 'x' }, /Ask again without it/],
    ['known_bugs', { ...VERSION, limit: 1000 }, /limit/],
    ['known_bugs', { ...VERSION, lmit: 3 }, /lmit/],
    ['whats_new', { since: 'yesterday' }, /YYYY-MM-DD/],
  ];
  for (const [name, asked, expected] of cases) {
    const { isError, words } = await ask(client, name, asked);
    assert.equal(isError, true, words);
    assert.match(words, expected);
  }
});

test('reads a folder once for many concurrent questions, and writes nothing to standard error', async (t) => {
  let said = '';
  const client = await connect(t, [INCIDENT], [], (part) => (said += part));
  const asked = Array.from({ length: 24 }, () => ask(client, 'checklist', {}));
  const answers = await Promise.all(asked);
  assert.ok(answers.every(({ isError }) => !isError));
  assert.equal(said, '');
});

test('answers known bugs while it reads and judges a large folder', async (t) => {
  const clusters = Array.from(
    { length: 4000 },
    (_, nth) =>
      `resource "aws_rds_cluster" "c${nth}" {\n  engine = "aurora-mysql"\n  engine_version = "5.7.mysql_aurora.2.11.1"\n}\n`,
  );
  const client = await connect(t, [temporaryFolder(t, { 'main.tf': clusters.join('') })]);
  // Loads the catalogue first, so that the order of answers is the order of the work.
  await ask(client, 'known_bugs', VERSION);
  const done: string[] = [];
  const asked = ['checklist', 'known_bugs'].map(async (tool) => {
    const { isError } = await ask(client, tool, tool === 'known_bugs' ? VERSION : {});
    assert.ok(!isError);
    done.push(tool);
  });
  await Promise.all(asked);
  assert.deepEqual(done, ['known_bugs', 'checklist']);
});

test('answers a line of 15 MB with an error, and the next question normally', async (t) => {
  const child = spawn(process.execPath, [CLI, 'mcp'], { env: ENV, stdio: ['pipe', 'pipe', 'inherit'] });
  t.after(() => child.kill());
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const Answer = z.object({
    id: z.number(),
    error: z.object({ message: z.string() }).optional(),
    result: z.object({}).optional(),
  });
  const ask = async (question: object): Promise<z.output<typeof Answer>> => {
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...question })}\n`);
    return Answer.parse(JSON.parse(String((await answers.next()).value)));
  };
  const clientInfo = { name: 'test', version: '1' };
  const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo };
  assert.ok((await ask({ id: 1, method: 'initialize', params })).result !== undefined);
  const long = await ask({ id: 2, method: 'tools/list', params: { cursor: 'x'.repeat(15_000_000) } });
  assert.deepEqual([long.id, /longer than 4 MB/.test(long.error?.message ?? '')], [2, true]);
  const next = await ask({ id: 3, method: 'ping' });
  assert.deepEqual([next.id, next.error], [3, undefined]);
  const closed = once(child, 'close');
  child.stdin.end();
  assert.deepEqual(await closed, [0, null]);
});

test('offers releases as resources', async (t) => {
  const client = await connect(t, null);
  const { resources } = await client.listResources();
  assert.ok(resources.length > 100);
  const { contents } = await client.readResource({ uri: 'errata-lens://catalogue/aurora-mysql/2.11.1' });
  const [content] = contents;
  const answer = Bugs.pick({ coverage: true }).parse(
    JSON.parse(content && 'text' in content ? content.text : ''),
  );
  assert.equal(answer.coverage, 'known');
});

test('serves HTTP only on this machine, with the token, and not to browsers', async (t) => {
  const child = spawn(process.execPath, [CLI, 'mcp', INCIDENT, '--http', '0'], {
    env: { ...ENV, ERRATA_LENS_MCP_TOKEN: 'secret' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  t.after(() => child.kill());
  const [said] = (await once(child.stderr.setEncoding('utf8'), 'data')) as [string];
  const url = new URL(/http:\S+\/mcp/.exec(said)?.[0] ?? '');
  const token = { authorization: 'Bearer secret' };
  const status = (headers: Record<string, string>, pathname = url.pathname): Promise<number | undefined> => {
    const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
    request({ host: url.hostname, port: url.port, path: pathname, method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end('{}');
    return promise;
  };
  assert.equal(await status({}), 401);
  assert.equal(await status({ authorization: 'Bearer secres' }), 401);
  assert.equal(await status({ ...token, origin: 'http://example.com' }), 403);
  assert.equal(await status({ ...token, host: 'example.com' }), 403);
  assert.equal(await status(token, '/other'), 404);
  assert.equal(await status({ ...token, 'mcp-session-id': 'unknown' }), 404);

  const client = new Client({ name: 'test', version: '1' });
  t.after(() => client.close());
  // The types of the SDK's transport do not allow for exact optional properties.
  await client.connect(new StreamableHTTPClientTransport(url, { requestInit: { headers: token } }));
  const { answer } = await ask(client, 'known_bugs', VERSION);
  assert.equal(Bugs.parse(answer).coverage, 'known');
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  assert.deepEqual(await closed, [0, null]);
});

test('answers a tool call of the MCP inspector', async (t) => {
  const inspector = await installInspector();
  if (inspector === null) {
    t.skip('the inspector cannot be installed here');
    return;
  }
  const call = ['--method', 'tools/call', '--tool-name', 'known_bugs'];
  const asked = Object.entries(VERSION).flatMap(([name, value]) => ['--tool-arg', `${name}=${value}`]);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [inspector, '--cli', process.execPath, CLI, 'mcp', INCIDENT, ...call, ...asked],
    { env: { ...ENV, HOME: temporaryFolder(t) } },
  );
  const { structuredContent } = z.object({ structuredContent: z.unknown() }).parse(JSON.parse(stdout));
  assert.equal(Bugs.parse(structuredContent).coverage, 'known');
});
