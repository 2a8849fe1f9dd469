import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FetchFailure } from '../../src/products/index.ts';
import { readDocument } from '../../src/products/pages/read.ts';
import type { ReleaseNoteSource } from '../../src/products/source.ts';
import { amazonLinux2023Notes } from '../../src/products/amazon-linux-2023/notes.ts';
import { auroraMysqlSource } from '../../src/products/aurora-mysql/notes/index.ts';
import { updateCatalogue } from '../../src/catalogue/update/update.ts';
import { say } from '../../src/l10n/index.ts';
import { itemOf, releaseOf } from '../support/catalogue/catalogue.ts';

/** Pages above one limit each, with the message. */
const HOSTILE: readonly (readonly [name: string, body: string, message: RegExp])[] = [
  ['characters', 'x'.repeat(4_000_001), /more than 4000000 characters/],
  ['nested elements', '<div>'.repeat(100_000), /more than 250 levels/],
  ['nested inline elements', `<p>${'<b>'.repeat(300_000)}x`, /more than 250 levels/],
  ['nested lists', '<ul><li>'.repeat(50_000), /more than 250 levels/],
  ['elements', '<p>a'.repeat(201_000), /more than 200000 elements/],
];

const pageOf = (url: string, body: string) => ({ url, body, contentType: 'text/html' });

describe('the limits of a page', () => {
  for (const [name, body, message] of HOSTILE) {
    test(`reject a page with a readable message: too many ${name}`, () => {
      assert.throws(
        () => readDocument(pageOf('https://docs.aws.amazon.com/a.html', body)),
        (error) => error instanceof FetchFailure && message.test(say(error.text, 'en')),
      );
    });

    test(`affect only the rejected page, whose known content is kept: too many ${name}`, async () => {
      for (const real of [auroraMysqlSource((item) => itemOf(item.text)), amazonLinux2023Notes]) {
        const [host = ''] = real.hosts;
        const url = `https://${host}/hostile.html`;
        const source: ReleaseNoteSource = {
          product: real.product,
          hosts: real.hosts,
          discover: () => Promise.resolve({ pages: [url], problems: [] }),
          parse: (page) => real.parse(page),
          support: () => Promise.resolve({ periods: [], problems: [] }),
          classify: (item) => real.classify(item),
        };
        const known = releaseOf('2.11.1', '2023-01-01', {
          product: real.product,
          url,
          items: [itemOf('Fixed a thing')],
        });
        const update = await updateCatalogue({
          sources: [source],
          read: (asked) => Promise.resolve(pageOf(asked, body)),
          previous: { releases: [known], support: [], bugs: [], cveDifferences: [] },
        });
        assert.deepEqual(update.releases, [known]);
        assert.equal(update.kept.length, 1);
        const problems = update.problems.filter((problem) => problem.source === url);
        assert.match(problems.map(({ text }) => say(text, 'en')).join(' '), message);
      }
    });
  }

  test('accept a deep page within them', () => {
    const { blocks } = readDocument(
      pageOf('https://docs.aws.amazon.com/a.html', `${'<div><span>'.repeat(120)}word`),
    );
    assert.equal(blocks.length, 1);
  });
});
