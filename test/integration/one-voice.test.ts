import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { places } from '../../src/site/places.ts';
import { ROOT, runCli } from '../support/cli.ts';
import { askCli, cliJson } from '../support/one-cli.ts';
import { writeFiles } from '../support/workspace.ts';

const Step = z
  .object({ version: z.string(), path: z.array(z.string()), when: z.string(), before: z.string().nullable() })
  .nullable();
const Advice = z.object({ stay: z.boolean(), now: Step, destination: Step, reason: z.string() }).nullable();
const OfVersion = z
  .object({
    scope: z.literal('version'),
    listed: z.int(),
    urgent: z.int(),
    ordinary: z.int(),
    minor: z.int(),
    undetermined: z.int(),
  })
  .nullable();
const OfAsset = z.object({
  scope: z.literal('asset'),
  listed: z.int(),
  off: z.int(),
  recorded: z.int(),
  apply: z.int(),
  urgent: z.int(),
  ordinary: z.int(),
  minor: z.int(),
});
const Target = z.object({
  version: z.string(),
  counts: z.object({
    fixed: z.int(),
    stays: z.int(),
    undetermined: z.int(),
    new: z.int(),
    undeterminedThere: z.int(),
  }),
});
const Upgrade = z.object({ advice: Advice, counts: OfVersion, targets: z.array(Target) });
const AskedTarget = z.object({
  version: z.string(),
  clears: z.int(),
  remains: z.int(),
  undetermined: z.int(),
  brings: z.int(),
  undeterminedThere: z.int(),
});

/** Lines of each engine, long-term ones, the founding incident's, what is newest, and each system. */
const VERSIONS: readonly (readonly [product: string, version: string])[] = [
  ['aurora-mysql', '2.07.9'],
  ['aurora-mysql', '2.11.1'],
  ['aurora-mysql', '2.12.6'],
  ['aurora-mysql', '3.04.0'],
  ['aurora-mysql', '3.08.0'],
  ['aurora-mysql', '3.10.5'],
  ['aurora-mysql', '3.13.0'],
  ['aurora-mysql', '8.4.7'],
  ['aurora-postgresql', '11.9'],
  ['aurora-postgresql', '14.6.4'],
  ['aurora-postgresql', '15.4'],
  ['aurora-postgresql', '16.8.3'],
  ['amazon-linux-2', '2.0.20240109.0'],
  ['amazon-linux-2023', '2023.6.20241010'],
];

const cluster = (name: string, engine: string, version: string, more = ''): string =>
  `resource "aws_rds_cluster" "${name}" {\n  cluster_identifier = "${name}"\n  engine = "${engine}"\n  engine_version = "${version}"\n${more}}\n`;

/** Six assets: settings that switch features off, an issue that the team recorded, both engines, two systems. */
const ASSETS = {
  'mysql.tf': cluster('plain', 'aurora-mysql', '5.7.mysql_aurora.2.11.1'),
  'off.tf': [
    cluster(
      'off',
      'aurora-mysql',
      '8.0.mysql_aurora.3.04.0',
      '  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.off.name\n  iam_database_authentication_enabled = false\n',
    ),
    'resource "aws_rds_cluster_parameter_group" "off" {\n  name = "off"\n  family = "aurora-mysql8.0"\n  parameter {\n    name = "binlog_format"\n    value = "OFF"\n  }\n}\n',
  ].join(''),
  'recorded.tf': cluster('recorded', 'aurora-mysql', '8.0.mysql_aurora.3.08.0'),
  'postgresql.tf': cluster('pg', 'aurora-postgresql', '14.6.4'),
  'al2/Dockerfile': 'FROM amazonlinux:2.0.20240109.0\n',
  'al2023/Dockerfile': 'FROM amazonlinux:2023.6.20241010.0\n',
  '.errata-lens.yaml':
    'known-issues:\n  - id: own\n    title: Our own\n    product: aurora-mysql\n    versions: ["3.08.0"]\n    reason: Seen in the field\n',
};

describe('one voice', () => {
  let folder = '';
  let client: Client;
  let site: z.infer<typeof SiteData>;

  const SiteData = z.object({
    releases: z.array(
      z.object({ product: z.string(), version: z.string(), knownBugs: OfVersion, advice: Advice }),
    ),
  });

  before(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'errata-lens-voice-'));
    writeFiles(path.join(folder, 'code'), ASSETS);
    writeFiles(path.join(folder, 'empty'), { 'README.md': '' });
    const { code, stderr } = await runCli(['site', path.join(folder, 'site')]);
    assert.equal(code, 0, stderr);
    site = SiteData.parse(JSON.parse(readFileSync(path.join(folder, 'site/data/catalogue.json'), 'utf8')));
    client = new Client({ name: 'test', version: '1' }, { capabilities: { roots: { listChanged: true } } });
    client.setRequestHandler('roots/list', () => ({
      roots: [{ uri: pathToFileURL(path.join(folder, 'code')).href }],
    }));
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [path.join(ROOT, 'dist/cli.js'), 'mcp', '--cache-dir', path.join(folder, 'cache')],
      }),
    );
  });

  after(async () => {
    await client.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  async function ask(name: string, asked: Record<string, unknown>): Promise<unknown> {
    const { structuredContent } = await client.callTool({ name, arguments: asked });
    return structuredContent;
  }

  for (const [product, version] of VERSIONS) {
    test(`${product} ${version}: advice and counts of the version are equal in every surface`, async () => {
      const upgrade = Upgrade.parse(await cliJson(['upgrade', product, version]));
      const bugs = z.object({ counts: OfVersion }).parse(await cliJson(['bugs', product, version]));
      const asked = z
        .object({ advice: Advice, targets: z.array(AskedTarget) })
        .parse(await ask('upgrade_advice', { product, version }));
      const known = z.object({ counts: OfVersion }).parse(await ask('known_bugs', { product, version }));
      const page = site.releases.find((one) => one.product === product && one.version === version);
      assert.ok(page);
      assert.deepEqual(asked.advice, upgrade.advice);
      assert.deepEqual(page.advice, upgrade.advice);
      for (const counts of [bugs.counts, known.counts, page.knownBugs])
        assert.deepEqual(counts, upgrade.counts);
      for (const [i, { counts }] of upgrade.targets.entries()) {
        const { fixed, stays, undetermined } = counts;
        const isOfSameSystem = product.startsWith('aurora') || fixed + stays > 0;
        if (isOfSameSystem && upgrade.counts !== null)
          assert.equal(fixed + stays + undetermined, upgrade.counts.listed);
        const { clears, remains, brings, ...open } = asked.targets[i] ?? assert.fail(version);
        assert.deepEqual(
          { fixed: clears, stays: remains, new: brings, ...open },
          { ...counts, version: upgrade.targets[i]?.version },
        );
      }
    });

    test(`${product} ${version}: the documents say the advice in the words of the command`, async () => {
      const { stdout } = await askCli(['upgrade', product, version]);
      const [, head = ''] = /: (upgrade to .*|stay on this version)\.\n/.exec(stdout) ?? [];
      assert.notEqual(head, '', stdout);
      const release = readFileSync(path.join(folder, 'site', places.release(product, version)), 'utf8');
      assert.ok(release.toLowerCase().includes(head.toLowerCase()), head);
      if (head.startsWith('stay')) return;
      const empty = path.join(folder, 'empty');
      const brief = await askCli(['brief', empty, '--from', version, '--format', 'markdown']);
      assert.ok(brief.stdout.includes(head), `${head}\n${brief.stdout.slice(0, 900)}`);
    });
  }

  test('six assets: the scan, SARIF and assistants have the same advice, and the counts of an asset add up', async () => {
    const code = path.join(folder, 'code');
    const { findings } = z
      .object({
        findings: z.array(
          z.object({
            ruleId: z.string(),
            message: z.string(),
            assetId: z.string(),
            advice: Advice.optional(),
            counts: OfAsset.optional(),
          }),
        ),
      })
      .parse(await cliJson(['scan', code]));
    const told = findings.filter(({ counts }) => counts !== undefined);
    assert.equal(told.length, 6);
    for (const { counts, message } of told) {
      assert.ok(counts);
      const { apply, listed, off, recorded, urgent, ordinary, minor } = counts;
      assert.equal(apply, listed - off + recorded, message);
      assert.equal(urgent + ordinary + minor, apply, message);
    }
    const countsOf = (name: string) =>
      told.find(({ assetId }) => assetId.includes(`aws_rds_cluster.${name}`))?.counts ?? assert.fail(name);
    assert.ok(countsOf('off').off > 0);
    assert.equal(countsOf('recorded').recorded, 1);

    const log = z
      .object({
        runs: z.array(
          z.object({
            results: z.array(
              z.object({
                message: z.object({ text: z.string() }),
                properties: z.object({ advice: Advice.optional() }),
              }),
            ),
          }),
        ),
      })
      .parse(JSON.parse((await askCli(['scan', code, '--format', 'sarif'])).stdout));
    const results = log.runs[0]?.results ?? [];
    const asked = z
      .object({
        findings: z.array(z.object({ message: z.string(), advice: Advice, urgent: z.int().nullable() })),
      })
      .parse(await ask('scan_workspace', {}));
    for (const { message, advice, counts } of told) {
      assert.deepEqual(
        results.find((result) => result.message.text === message)?.properties.advice,
        advice,
        message,
      );
      const row = asked.findings.find((each) => each.message === message);
      assert.deepEqual([row?.advice, row?.urgent], [advice, counts?.urgent], message);
    }
  });
});
