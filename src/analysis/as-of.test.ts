import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { releaseOf } from '../../test/support/catalogue/catalogue.ts';
import { wholeCatalogue } from '../catalogue/index.ts';
import { say } from '../l10n/index.ts';
import { notesDay, type Catalogue, type Release } from '../model/index.ts';
import { catalogueAsOf, upgradeAnswer, upgradeOptionsFor, versionAnswer } from './index.ts';

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

describe('a release whose day is unknown', () => {
  const notes = {
    ...catalogueOf('2026-10-06T00:00:00Z', [
      releaseOf('17.2', '2024-12-01', {
        branch: '17.2',
        product: 'rds-postgresql',
        line: '17',
        communityVersion: '17.2',
      }),
      releaseOf('17.4', '2025-05-08', {
        ...{ branch: '17.4', product: 'rds-postgresql', line: '17', communityVersion: '17.4' },
        dayBound: 'latest',
      }),
      releaseOf('13.23-rds.20260514', '2026-05-15', {
        ...{ branch: '13.23-rds.20260514', product: 'rds-postgresql', line: '13', communityVersion: '13.23' },
        dayBound: 'earliest',
      }),
      releaseOf('13.23-rds.20260814', '2026-08-30', {
        branch: '13.23-rds.20260814',
        product: 'rds-postgresql',
        line: '13',
      }),
    ]),
    upstream: () =>
      catalogueOf('2026-10-06T00:00:00Z', [
        releaseOf('17.2', '2024-11-21', { product: 'postgresql', branch: '17' }),
        releaseOf('17.4', '2025-02-20', { product: 'postgresql', branch: '17' }),
      ]),
  };
  const answerOf = (version: string, day: string): string =>
    versionAnswer(catalogueAsOf(notes, day), 'rds-postgresql', version, day)
      .standing.map((each) => say(each, 'en'))
      .join(' ');

  it('is neither in the catalogue nor newer between the earliest and the latest possible day', () => {
    assert.match(answerOf('17.4', '2025-02-19'), /17\.4 is newer than the catalogue/);
    for (const version of ['17.4', '13.23-rds.20260514']) {
      const day = version === '17.4' ? '2025-02-20' : '2026-05-15';
      assert.match(
        answerOf(version, day),
        /^It is not known whether .* was out on 202.*: its notes state no day/,
      );
    }
    assert.equal(answerOf('17.4', '2025-05-08'), '');
    assert.equal(answerOf('13.23-rds.20260514', '2026-08-30'), '');
    assert.doesNotMatch(answerOf('13.23-rds.20260514', '2026-05-14'), /It is not known/);
  });

  it('is named below an earlier version, in lists and in advice', () => {
    const named = /17\.4 may have been out on that day, too/;
    assert.match(answerOf('17.2', '2025-03-01'), named);
    const past = catalogueAsOf(notes, '2025-03-01');
    const advice = upgradeAnswer(
      past,
      'rds-postgresql',
      '17.2',
      upgradeOptionsFor('2025-03-01')('rds-postgresql'),
    );
    assert.match(advice.standing.map((each) => say(each, 'en')).join(' '), named);
    assert.doesNotMatch(answerOf('17.2', '2025-05-08'), named);
  });
});
