import fc from 'fast-check';
import type { Catalogue, Release } from '../../../src/model/index.ts';
import { itemOf, releaseOf } from './catalogue.ts';

const subject = fc.constantFrom('a reader', 'the writer', 'an instance', 'Aurora Replicas', 'the database');
const effect = fc.constantFrom('to restart', 'to become unresponsive', 'to return wrong results', 'to fail');
const trigger = fc.constantFrom(
  'when parallel query is enabled',
  'when parallel queries run',
  'while a full-text index is optimized',
  'during OPTIMIZE TABLE on a table with an FTS index',
  'due to a race condition',
  'in rare conditions',
);
const text = fc
  .tuple(subject, effect, trigger)
  .map(([who, what, when]) => `Fixed an issue that could cause ${who} ${what} ${when}.`);
const item = fc
  .tuple(text, fc.option(fc.constantFrom('30000001', '30000002')), fc.constantFrom('fix', 'improvement'))
  .map(([words, bug, kind]) =>
    itemOf(words, {
      communityBugs: bug === null ? [] : [bug],
      kind: kind === 'fix' ? 'fix' : 'improvement',
    }),
  );
const versions = ['2.40.0', '2.40.1', '2.41.0', '3.40.0', '3.40.1', '3.40.2', '3.41.0', '3.41.1', '8.4.40'];
const day = fc.integer({ min: 0, max: 2500 }).map((days) => dayAfter(days));
/** Releases of seven years with bullets in equal, similar and different words. */
export const anyCatalogue: fc.Arbitrary<Release[]> = fc
  .uniqueArray(fc.constantFrom(...versions), { minLength: 1, maxLength: versions.length })
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map((version) =>
        fc
          .tuple(day, fc.array(item, { maxLength: 6 }))
          .map(([date, items]) => releaseOf(version, date, { items })),
      ),
    ),
  );

/** YYYY-MM-DD. */
export function dayAfter(days: number): string {
  return new Date(Date.UTC(2024, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A catalogue in which a line of Aurora PostgreSQL has previews only. */
export function asPreview(catalogue: Catalogue, line: string): Catalogue {
  return {
    ...catalogue,
    releases: catalogue.releases.map((release) =>
      release.product === 'aurora-postgresql' && release.line === line
        ? { ...release, status: ['beta'] }
        : release,
    ),
  };
}
