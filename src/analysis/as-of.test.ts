import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { releaseOf } from '../../test/support/catalogue/catalogue.ts';
import { wholeCatalogue } from '../catalogue/index.ts';
import { notesDay, type Catalogue, type Release } from '../model/index.ts';
import { catalogueAsOf } from './as-of.ts';

function catalogueOf(asOf: string, releases: readonly Release[]): Catalogue {
  return { asOf, source: 'snapshot', releases, bugs: [], support: [], cveDifferences: [], problems: [] };
}

const UPSTREAM = {
  ...catalogueOf('2026-11-12T00:00:00Z', [
    releaseOf('17.11', '2026-08-13', { product: 'postgresql' }),
    releaseOf('17.12', '2026-11-12', { product: 'postgresql' }),
  ]),
  readOn: { postgresql: '2026-11-12T00:00:00Z' },
};
const CATALOGUE = {
  ...catalogueOf('2026-10-06T00:00:00Z', [
    releaseOf('17.9.3', '2026-09-14', { product: 'aurora-postgresql' }),
  ]),
  readOn: { 'aurora-postgresql': '2026-09-14T00:00:00Z' },
  upstream: () => UPSTREAM,
};

describe('the catalogue as of a day', () => {
  const versionsOn = (day: string): string[] =>
    wholeCatalogue(catalogueAsOf(CATALOGUE, day)).releases.map(({ version }) => version);

  it('leaves later upstream releases out, also on a day after its own notes', () => {
    assert.deepEqual(versionsOn('2026-10-20'), ['17.9.3', '17.11']);
    assert.deepEqual(versionsOn('2026-11-12'), ['17.9.3', '17.11', '17.12']);
  });

  it('has notes of that day at the latest', () => {
    const whole = wholeCatalogue(catalogueAsOf(CATALOGUE, '2026-09-01'));
    assert.equal(notesDay(whole, 'postgresql'), '2026-09-01');
    assert.equal(notesDay(whole, 'aurora-postgresql'), '2026-09-01');
  });

  it('keeps the day of each product otherwise', () => {
    assert.equal(notesDay(wholeCatalogue(CATALOGUE), 'postgresql'), '2026-11-12');
    assert.equal(notesDay(wholeCatalogue(CATALOGUE), 'aurora-postgresql'), '2026-09-14');
  });
});
