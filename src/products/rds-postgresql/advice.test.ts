import assert from 'node:assert/strict';
import { test } from 'node:test';
import { upgradeAnswer, withoutEndedSupport } from '../../analysis/index.ts';
import { loadCatalogue } from '../../catalogue/index.ts';
import { say } from '../../l10n/index.ts';
import { currentVersionLines } from '../../report/upgrade/upgrade-parts.ts';

const product = 'rds-postgresql';
const DAY = '2026-12-01';

test('names a fix of PostgreSQL that no release of RDS contains, with its page', async () => {
  const known = await loadCatalogue(null);
  const isOlder = ({ line, version }: { line: string; version: string }): boolean =>
    line !== '17' || version === '17.9';
  const releases = known.releases.filter((release) => release.product !== product || isOlder(release));
  const answer = upgradeAnswer({ ...known, releases }, product, '17.9', { day: DAY });
  assert.ok(answer.advice);
  assert.match(
    say(answer.advice.reason, 'en'),
    /PostgreSQL 17\.\d+ fixes \d+ urgent known bugs, but the catalogue has no RDS for PostgreSQL release that contains it\./,
  );
  const pages = currentVersionLines(answer, answer.advice).map(({ url }) => url);
  assert.ok(pages.some((url) => url?.startsWith('https://www.postgresql.org/docs/release/17.')));
  const released = upgradeAnswer(known, product, '16.6', { day: DAY }).advice;
  assert.equal(released?.unreleased, null);
});

test('does not advise to stay on a release without support until an upgrade is found', async () => {
  const known = await loadCatalogue(null);
  const reasonAt = (version: string): string => {
    const { advice } = upgradeAnswer(known, product, version, { day: DAY });
    return advice === null ? '' : say(advice.reason, 'en');
  };
  assert.match(reasonAt('9.6.24'), /ask for ValidUpgradeTarget .+, and go through a release in between/);
  assert.match(reasonAt('13.14'), /and stay on 13\.23-rds\.\d+ until then/);
});

test('leaves the end of support out of a reason beside a message that states it', async () => {
  const known = await loadCatalogue(null);
  for (const version of ['13.14', '16.6']) {
    const { advice } = upgradeAnswer(known, product, version, { day: DAY });
    assert.ok(advice);
    assert.match(say(advice.reason, 'en'), /upport.* ended/);
    const reason = say(withoutEndedSupport(advice.reason), 'en');
    assert.doesNotMatch(reason, /upport.* ended/);
    assert.match(reason, /is in standard support until/);
  }
});

test('advises the newest release of a major version if each release that it knows has lost its support', async () => {
  const known = await loadCatalogue(null);
  const { advice } = upgradeAnswer(known, product, '16.6', { day: '2027-12-31' }).advice ?? {};
  assert.match(advice?.now?.version ?? '', /^16\.\d+$/);
  assert.deepEqual([advice?.now?.when, advice?.destination], ['urgent', null]);
});
