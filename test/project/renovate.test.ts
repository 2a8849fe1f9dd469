import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import * as z from 'zod';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import type { Catalogue } from '../../src/model/index.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const Manager = z.object({
  customType: z.literal('regex'),
  managerFilePatterns: z.array(z.string().regex(/^\/.*\/$/)),
  matchStrings: z.array(z.string()),
  depNameTemplate: z.string(),
  datasourceTemplate: z.string(),
  versioningTemplate: z.string().startsWith('regex:'),
});
const Config = z.looseObject({
  customDatasources: z.record(z.string(), z.object({ defaultRegistryUrlTemplate: z.url() })),
  customManagers: z.array(Manager),
});
const EXAMPLES = {
  'aurora-mysql': {
    file: 'test/workspaces/incident/terraform/database.tf',
    text: readFileSync(path.join(ROOT, 'test/workspaces/incident/terraform/database.tf'), 'utf8'),
    version: '2.11.1',
  },
  'aurora-postgresql': {
    file: 'db.tf',
    text: '  engine         = "aurora-postgresql"\n  engine_version = "16.4"\n',
    version: '16.4',
  },
};

describe('the configuration of Renovate in the documents', () => {
  const written =
    /```json\n(\{[\s\S]*?)```/.exec(readFileSync(path.join(ROOT, 'docs/site.md'), 'utf8'))?.[1] ?? '';
  const { customDatasources, customManagers } = Config.parse(JSON.parse(written));
  let catalogue: Catalogue;
  before(async () => (catalogue = await loadCatalogue(null)));

  for (const [product, { file, text, version }] of Object.entries(EXAMPLES)) {
    test(`finds a pin of ${product}, and accepts the versions of the site for it`, () => {
      const manager = customManagers.find(({ depNameTemplate }) => depNameTemplate === product);
      assert.ok(manager && manager.datasourceTemplate.replace('custom.', '') in customDatasources);
      assert.ok(manager.managerFilePatterns.some((pattern) => new RegExp(pattern.slice(1, -1)).test(file)));
      const found = manager.matchStrings.flatMap((pattern) =>
        [...text.matchAll(new RegExp(pattern, 'g'))].map((match) => match.groups?.['currentValue']),
      );
      assert.deepEqual(found, [version]);
      const versioning = new RegExp(manager.versioningTemplate.slice('regex:'.length));
      assert.match(version, versioning);
      const versions = catalogue.releases
        .filter((release) => release.product === product)
        .map((release) => release.version);
      assert.ok(versions.filter((each) => versioning.test(each)).length > 20);
    });
  }
});
