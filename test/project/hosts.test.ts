import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { classify } from '../../src/catalogue/classify/index.ts';
import { products } from '../../src/products/index.ts';

/** Documents and sentences that promise the only hosts of a refresh or the watch. */
const PROMISES = {
  'README.md': /Release notes\*\* are fetched from(.*?)\. `--offline`/s,
  'README.ja.md': /リリースノートの公開元（(.*?)）だけ/s,
  'docs/reliability.md': /a refresh or a check of the watch \|(.*?)\|/s,
  'package.nls.json': /"setting\.watch\.enabled":(.*)/,
  'package.nls.ja.json': /"setting\.watch\.enabled":(.*)/,
};

const sources = await Promise.all(products().flatMap(({ notes }) => notes?.source(classify) ?? []));
const hosts = [...new Set(sources.flatMap((source) => source.hosts))].sort();

for (const [file, promise] of Object.entries(PROMISES)) {
  test(`${file} lists exactly the hosts of all release notes`, () => {
    const listed = promise.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
    const names = [...listed.matchAll(/`([\w.-]+\.[a-z]+)`/g)].map(([, name]) => name);
    assert.deepEqual(names.sort(), hosts);
  });
}
