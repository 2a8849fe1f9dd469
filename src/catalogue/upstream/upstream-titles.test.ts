import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KnownBug } from '../../model/index.ts';
import { bugOf } from '../../../test/support/catalogue/catalogue.ts';
import { withUpstreamTitles } from './upstream-titles.ts';

const cve = 'CVE-2030-1';

test('takes the title of a CVE from the notes of the upstream', () => {
  const own = bugOf('own', ['31.2'], { product: 'rds-postgresql', title: cve, cves: [cve] });
  const titled = { ...own, id: 'titled', title: `${cve}: our words` };
  const other = { ...own, id: 'other', title: 'CVE-2030-2', cves: ['CVE-2030-2'] };
  const described = bugOf('core', ['31.2'], {
    product: 'postgresql',
    title: `${cve}: views leak rows`,
    titleIn: { ja: `${cve}: ビューが行を漏らす` },
    cves: [cve],
  });
  const inExtension = { ...described, id: 'extension', title: `${cve}: intarray`, extension: 'intarray' };
  const [found, ...others] = withUpstreamTitles([own, titled, other, inExtension, described]);
  assert.deepEqual([found?.title, found?.titleIn], [described.title, described.titleIn]);
  assert.deepEqual(
    others.map(({ title }) => title),
    [titled.title, other.title, inExtension.title, described.title],
  );
});

test('takes the extension of a CVE from there, if no part of the server itself has the CVE', () => {
  const own = bugOf('own', ['31.2'], { product: 'rds-postgresql', title: 'our words', cves: [cve] });
  const inExtension = bugOf('extension', ['31.2'], {
    product: 'postgresql',
    cves: [cve],
    extension: 'intarray',
  });
  const inServer = bugOf('core', ['31.2'], { product: 'postgresql', cves: [cve] });
  const extensionOf = (upstream: readonly KnownBug[]) => withUpstreamTitles([own, ...upstream])[0]?.extension;
  assert.equal(extensionOf([inExtension]), 'intarray');
  assert.equal(extensionOf([inExtension, inServer]), undefined);
});
