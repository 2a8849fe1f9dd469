import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import { cliJson, runSharedCli } from '../../support/command-line/one-cli.ts';
import { assertSchema } from '../../support/surfaces/schema.ts';

const Answer = z.object({
  standings: z.array(
    z.object({ id: z.string(), source: z.string(), standing: z.string(), reason: z.string() }),
  ),
});

/** Standing of the first bug that a number names, with the words that decide. */
const ANSWERS: readonly [
  product: string,
  version: string,
  number: string,
  standing: string,
  because: RegExp,
][] = [
  ['aurora-postgresql', '16.6', '6570fe443d', 'in', /fixed in 16\.6\.6/],
  ['aurora-postgresql', '~> 16.6', '6570fe443d', 'in', /16\.6\.6/],
  ['aurora-postgresql', '16.x', '6570fe443d', 'in', /16\.4\.6/],
  ['aurora-postgresql', '16.6', 'cve-2024-10978', 'fixed', /^fixed in 16\.6$/],
  ['aurora-postgresql', '16.6', '3a9dc20359', 'in', /fixed later on 16 \(16\.12\)/],
  [
    'aurora-postgresql',
    '16.6',
    'aa2287ee87',
    'fixed',
    /PostgreSQL 16\.5; this version contains PostgreSQL 16\.6/,
  ],
  ['aurora-postgresql', '14.7.1', '8f3e4173ec', 'elsewhere', /^introduced in PostgreSQL 14\.13; fixed in/],
  ['rds-postgresql', '17.4', 'faf84ebcce', 'fixed', /^fixed since the first release of PostgreSQL 17$/],
  ['aurora-postgresql', '11.13.1', '83cff1057a', 'undetermined', /11/],
  ['rds-postgresql', '16.6', 'c889d1e3e3', 'left-out', /clients/],
  ['aurora-mysql', '2.11.1', 'CVE-2024-21096', 'in', /fixed later on 2\.11/],
  ['postgresql', '16.6', '50bf3bb22b', 'in', /fixed later on 16/],
];

for (const [product, version, number, standing, because] of ANSWERS) {
  test(`answers ${standing} for ${number} in ${product} ${version}`, async () => {
    const { standings } = Answer.parse(await cliJson(['bugs', product, version, '--bug', number]));
    assert.equal(standings[0]?.standing, standing);
    assert.match(standings[0].reason, because);
  });
}

test('says that no notes name a number, in every format that people read', async () => {
  for (const format of ['text', 'markdown', 'html', 'jsonl', 'csv']) {
    const { code, stdout } = await runSharedCli([
      'bugs',
      'aurora-mysql',
      '2.11.1',
      '--bug',
      'feedfacade',
      '--format',
      format,
    ]);
    assert.equal(code, 0);
    assert.match(stdout, /No notes of this product name feedfacade/);
  }
});

test('answers in Japanese', async () => {
  const { stdout } = await runSharedCli([
    'bugs',
    'aurora-postgresql',
    '16.6',
    '--bug',
    '6570fe443d',
    '--lang',
    'ja',
  ]);
  assert.match(stdout, /あり {2}.*\n.*6570fe443d/);
});

test('says that a number was skipped, where databases have the next one', async () => {
  for (const product of ['postgresql', 'rds-postgresql', 'aurora-postgresql'])
    for (const command of ['bugs', 'upgrade']) {
      const { stdout } = await runSharedCli([command, product, '18.5']);
      assert.match(stdout, /18\.5 is not known to exist: managed databases have 18\.6 and no 18\.5/, product);
    }
  const newer = await runSharedCli(['bugs', 'postgresql', '18.7']);
  assert.match(newer.stdout, /18\.7 is newer than the catalogue/);
});

test('states a filter below the count', async () => {
  const filter = ['--severity', 'critical', '--impact', 'data'];
  for (const format of ['text', 'markdown', 'html']) {
    const { stdout } = await runSharedCli(['bugs', 'rds-postgresql', '16.6', ...filter, '--format', format]);
    assert.match(stdout, /\d+ of them match(?:es)? --severity critical and --impact data\./, format);
  }
});

test('names advisories of systems only for a CVE that no database has', async () => {
  const said = async (...cve: string[]): Promise<string> => {
    const { stdout, stderr } = await runSharedCli(['bugs', '--cve', ...cve]);
    return stdout + stderr;
  };
  assert.doesNotMatch(await said('CVE-2026-6477'), /Bottlerocket|Amazon Linux/);
  assert.match(await said('CVE-2031-99999'), /advisories of Amazon Linux/);
  assert.match(
    await said('CVE-2026-6477', '--lang', 'ja'),
    /^CVE-2026-6477。リリースノート [\d-]+（[^()]*、[^()]*） ?時点。\n/,
  );
});

test('states a filter in files', async () => {
  const version = ['bugs', 'rds-postgresql', '16.6'];
  const filter = { severity: 'critical', impact: 'data' };
  const options = Object.entries(filter).flatMap(([name, value]) => [`--${name}`, value]);
  const read = async (...more: string[]): Promise<string> =>
    (await runSharedCli([...version, ...more])).stdout;
  for (const question of [[], ['--symptom', 'wrong results after a crash']]) {
    const { filter: stated } = JSON.parse(await read(...question, ...options, '--format', 'json')) as {
      filter?: object;
    };
    assert.deepEqual(stated, filter);
    assert.match(
      await read(...question, ...options, '--format', 'csv'),
      /,filter\r\n.*,severity=critical impact=data\r\n/,
    );
    assert.match(
      await read(...question, ...options, '--format', 'jsonl'),
      /^\{.*"filter":\{"severity":"critical","impact":"data"\}/,
    );
  }
  assert.doesNotMatch(await read('--format', 'jsonl'), /"filter"/);
  const none = await read('--severity', 'critical', '--impact', 'connectivity', '--format', 'csv');
  assert.match(none, /0 of them match --severity critical and --impact connectivity\./);
});

test('names the pages for a part that Aurora has of its own', async () => {
  const pages = [
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.StorageReliability.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Replication.html',
    'https://aws.amazon.com/blogs/database/planning-i-o-in-amazon-aurora/',
  ];
  const version = ['bugs', 'aurora-postgresql', '16.6'];
  const one = [...version, '--bug', 'b8ae421c06'];
  const answer = await cliJson<Record<'standings' | 'bugs', { pages: string[] }[]>>(one);
  assertSchema('bugs.schema.json', answer);
  const { standings, bugs } = answer;
  assert.deepEqual([standings[0]?.pages, bugs[0]?.pages], [pages, pages]);
  for (const question of [one, [...version, '--all', '--verbose']]) {
    for (const format of ['text', 'markdown', 'html']) {
      const { stdout } = await runSharedCli([...question, '--format', format]);
      // Markdown escapes the scheme of an address in a table.
      const isNamed = pages.every((page) => stdout.includes(page.replace('https://', '')));
      assert.ok(isNamed, `${question.join(' ')}, ${format}`);
    }
  }
});

test('answers about an unknown version with the reason, never with “No”', async () => {
  const { stdout } = await runSharedCli(['bugs', 'rds-postgresql', '18.5', '--bug', 'CVE-2025-1094']);
  assert.match(stdout, /^Is CVE-2025-1094 in .*\n\nRDS for PostgreSQL 18\.5 is not known to exist[^\n]*\n$/);
});

test('names a later release that may have been out on the day', async () => {
  const day = ['--as-of', '2025-04-01'];
  const { stdout } = await runSharedCli(['bugs', 'rds-postgresql', '17.2', '--bug', 'CVE-2025-1094', ...day]);
  assert.match(stdout, /\n17\.4 may have been out on that day, too/);
});
