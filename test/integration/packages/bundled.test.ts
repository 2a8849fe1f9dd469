import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import * as z from 'zod';
import { lastBundled, ROOT } from '../../../scripts/bundles/bundle.ts';
import { advisoriesOn, Lock, sbomOf } from '../../../scripts/bundles/bundled.ts';

const Sbom = z.object({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.literal('1.6'),
  components: z.array(
    z.object({
      'bom-ref': z.string(),
      name: z.string(),
      purl: z.string().optional(),
      licenses: z.tuple([z.object({ expression: z.string() })]),
      hashes: z
        .tuple([z.object({ alg: z.literal('SHA-512'), content: z.string().regex(/^[0-9a-f]{128}$/) })])
        .optional(),
    }),
  ),
});

test('the bill of materials lists every bundled package as locked', () => {
  const lock = Lock.parse(JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')));
  const { components } = Sbom.parse(sbomOf(lastBundled(), lock));
  const listed = new Map(components.map((each) => [each.name, each]));
  for (const name of ['zod', 'commander', '@aws-sdk/client-rds', '@modelcontextprotocol/server'])
    assert.match(listed.get(name)?.purl ?? '', /^pkg:npm\/(?:%40[\w-]+\/)?[\w-]+@\d/, name);
  assert.equal(new Set(components.map((each) => each['bom-ref'])).size, components.length);
  for (const { name, purl, hashes } of components)
    assert.ok(purl === undefined || hashes !== undefined, name);
  for (const name of ['eslint', 'typescript', 'esbuild']) assert.ok(!listed.has(name), name);
});

test('counts an advisory only for bundled packages, and rejects an invalid report', () => {
  const advisory = { title: 'Eats memory', url: 'https://example.com/1', severity: 'high' };
  const report = {
    vulnerabilities: {
      zod: { nodes: ['node_modules/zod'], via: [advisory] },
      eslint: { nodes: ['node_modules/eslint'], via: [advisory] },
      commander: { nodes: ['node_modules/commander'], via: ['zod'] },
    },
  };
  const [found, ...more] = advisoriesOn(lastBundled(), report);
  assert.match(found ?? '', /^zod \S+: high: Eats memory \(https:\/\/example\.com\/1\)$/);
  assert.deepEqual(more, []);
  assert.throws(() => advisoriesOn(lastBundled(), { message: '405' }), /was not checked/);
});
