import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unreadUpstreamProblems, versionAnswer } from '../../../src/analysis/index.ts';
import { loadCatalogue, refreshCatalogue, wholeCatalogue } from '../../../src/catalogue/index.ts';
import { say } from '../../../src/l10n/index.ts';
import type { Catalogue } from '../../../src/model/index.ts';
import { bugsText } from '../../../src/report/index.ts';
import { createPaint } from '../../../src/report/terminal/paint.ts';
import { auroraSite } from '../../support/pages/aurora-site.ts';
import { catalogueOf, releaseOf } from '../../support/catalogue/catalogue.ts';
import { startMirror } from '../../support/mirror/mirror.ts';
import { temporaryFolder } from '../../support/workspace.ts';

const SITE = auroraSite({
  '2031-01-10': {
    releases: { '2.31.0': { date: '2031-01-05', fixes: ['Corrected how quoting of alpha names works.'] } },
  },
});
const VERSIONS = ['31.1', '32.1'];
const RELEASES = VERSIONS.map((version) => {
  const [line = ''] = version.split('.');
  return releaseOf(version, '2031-01-01', {
    product: 'rds-postgresql',
    line,
    branch: line,
    communityVersion: version,
  });
});

const fileUrl = (major: string): string =>
  `/postgres/postgres/REL_${major}_STABLE/doc/src/sgml/release-${major}.sgml`;

function fileOf(version: string): string {
  return `<sect1 id="release-${version.replace('.', '-')}"><title>Release ${version}</title>
<formalpara><title>Release date:</title><para>2031-01-01</para></formalpara><sect2><title>Changes</title>
<itemizedlist><listitem><para>Avoid a crash in heron scans</para></listitem></itemizedlist></sect2></sect1>`;
}

test('states the day of notes of PostgreSQL that the last refresh could not read, by line', async (t) => {
  const mirror = await startMirror(SITE);
  t.after(() => mirror.close());
  mirror.change('/docs/release/', VERSIONS.map((version) => `<a href="/docs/release/${version}/">`).join(''));
  for (const version of VERSIONS) mirror.change(fileUrl(version.slice(0, 2)), fileOf(version));
  const cache = temporaryFolder(t);
  const refresh = async (): Promise<Catalogue> => {
    const order = { cache, docsOrigin: mirror.origin, builtBy: 'test', snapshot: catalogueOf(RELEASES) };
    await refreshCatalogue(order);
    return loadCatalogue(cache);
  };
  const said = (catalogue: Catalogue): string[] =>
    unreadUpstreamProblems(catalogue, RELEASES).map(({ text }) => say(text, 'en'));

  const first = await refresh();
  assert.deepEqual([first.readOn?.postgresql, first.linesReadOn, said(first)], [undefined, undefined, []]);

  mirror.misbehave(/REL_32_STABLE/, { kind: 'status', status: 404 });
  const partly = await refresh();
  assert.deepEqual(partly.linesReadOn, { 'postgresql 32': first.asOf });
  assert.deepEqual(said(partly), [
    `The notes of PostgreSQL 32 are as of ${first.asOf.slice(0, 10)}: the last refresh could not read them, so bugs that they list since then are not counted.`,
  ]);
  const answers = VERSIONS.map((version) => versionAnswer(partly, 'rds-postgresql', version, '2031-02-01'));
  const options = {
    language: 'en',
    paint: createPaint(false),
    limit: 1,
    width: null,
    verbose: false,
  } as const;
  assert.deepEqual(
    answers.map((answer) => bugsText(answer, options).includes('the last refresh could not read them')),
    [false, true],
  );

  mirror.misbehave(/^\/(?:postgres|docs)\//, { kind: 'status', status: 404 });
  const without = await refresh();
  assert.deepEqual(
    [without.readOn?.postgresql, without.linesReadOn],
    [partly.asOf, { 'postgresql 32': first.asOf }],
  );
  assert.deepEqual(
    said(without).map((sentence) => sentence.slice(0, sentence.indexOf(' are'))),
    ['The notes of PostgreSQL', 'The notes of PostgreSQL 32'],
  );
  assert.equal(wholeCatalogue(without).releases.filter(({ product }) => product === 'postgresql').length, 2);

  mirror.behave();
  assert.deepEqual(said(await refresh()), []);
});
