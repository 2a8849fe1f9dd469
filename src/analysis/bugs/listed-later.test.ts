import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bugsListedLater, cveAnswer } from '../index.ts';
import { classify } from '../../catalogue/classify/index.ts';
import { mergeBugs } from '../../catalogue/merge/index.ts';
import { bottlerocketSource } from '../../products/bottlerocket/notes.ts';
import { updateCatalogue } from '../../catalogue/update/update.ts';
import { say } from '../../l10n/index.ts';
import type { Catalogue } from '../../model/index.ts';
import { catalogueOf } from '../../../test/support/catalogue/catalogue.ts';

const CHANGELOG = `# v1.92.0 (2031-07-01)
* Fix a leak of memory in the scheduler of containers
# v1.91.2 (2031-06-11)
* Fix a crash of the update agent when the disk is full, CVE-2031-0001
# v1.90.9 (2031-06-05)
* Fix a hang of the host when a volume is detached
# v1.91.1 (2031-05-06)
* Fix a crash of the settings server on an empty hostname
# v1.90.8 (2031-04-01)
* Add a setting for the time zone
`;

async function read(): Promise<Catalogue> {
  const sources = [bottlerocketSource(classify)];
  const page = (url: string) => Promise.resolve({ url, body: CHANGELOG, contentType: 'text/plain' });
  const { releases } = await updateCatalogue({ sources, read: page, previous: null });
  return catalogueOf([...releases], mergeBugs(releases));
}

test('lists later fixes by branch for a product with notes only', async () => {
  const catalogue = await read();
  const listedLater = (version: string): string[] | undefined =>
    bugsListedLater(catalogue, 'bottlerocket', version)?.map(
      ({ fixedIn, confidence, reason }) => `${fixedIn.join()} ${confidence} ${say(reason, 'en')}`,
    );
  assert.deepEqual(listedLater('1.91.1')?.sort(), [
    '1.91.2 high fixed later on 1.91',
    '1.92.0 medium fixed on 1.92; introduced in: unknown',
  ]);
  assert.deepEqual(listedLater('1.92.0'), []);
  assert.equal(listedLater('1.90.8')?.length, 4);
  assert.equal(listedLater('1.99.0'), undefined, 'nothing is claimed of an unknown release');
  assert.deepEqual(
    cveAnswer(catalogue, 'CVE-2031-0001')?.packages.map(({ listings }) => listings[0]?.version),
    ['1.91.2'],
  );
});
