import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bugsOfVersion, type FeatureStates } from '../index.ts';
import { say } from '../../l10n/index.ts';
import type { KnownBug, UrgencyJudgement } from '../../model/index.ts';
import { bugOf, catalogueOf, releaseOf } from '../../../test/support/catalogue/catalogue.ts';

const RELEASES = [
  ['3.10.0', '2030-01-01'],
  ['3.10.1', '2030-03-01'],
] as const;

function judge(more: Omit<Partial<KnownBug>, 'bounds'>, states: FeatureStates = new Map()): UrgencyJudgement {
  const [match] = bugsOfVersion(
    catalogueOf(RELEASES, [bugOf('b', ['3.10.1'], more)]),
    'aurora-mysql',
    '3.10.0',
    states,
  );
  assert.ok(match);
  return match.urgency;
}

const words = ({ why }: UrgencyJudgement, language: 'en' | 'ja' = 'en'): string[] =>
  why.map((reason) => say(reason, language));

describe('the urgency of a bug', () => {
  test('is urgent for a restart under ordinary traffic, but not in a narrow case', () => {
    assert.equal(judge({ traits: ['everyday'] }).level, 'urgent');
    assert.equal(judge({ traits: ['everyday', 'narrow'] }).level, 'ordinary');
  });

  test('is minor for a wrong metric', () => {
    assert.equal(judge({ impact: 'observability', severity: 'low', traits: ['everyday'] }).level, 'minor');
  });

  test('is minor for a rare feature unless the feature is in use', () => {
    const bug = { features: ['binlog'], needs: [['binlog']], traits: ['load'] } as const;
    assert.equal(judge(bug).level, 'ordinary');
    assert.equal(judge({ ...bug, traits: [] }).level, 'minor');
    assert.equal(judge(bug, new Map([['binlog', 'on']])).level, 'urgent');
  });

  test('counts a feature that the engine uses by default, unless it is off', () => {
    const bug = bugOf('b', ['16.2'], { product: 'postgresql', needs: [['parallel-query']] });
    const ofMajor = { product: 'postgresql', line: '16', branch: '16' };
    const releases = ['16.1', '16.2'].map((version) => releaseOf(version, '2030-01-01', ofMajor));
    const levelIn = (states: FeatureStates) =>
      bugsOfVersion(catalogueOf(releases, [bug]), 'postgresql', '16.1', states)[0]?.urgency.level;
    assert.equal(levelIn(new Map()), 'ordinary');
    assert.equal(levelIn(new Map([['parallel-query', 'off']])), 'minor');
  });

  test('is at least ordinary for damage, unless the feature is off', () => {
    const bug = { impact: 'data', needs: [['xa']], traits: ['narrow', 'damage'] } as const;
    assert.equal(judge({ ...bug, traits: ['narrow'] }).level, 'minor');
    assert.equal(judge(bug).level, 'ordinary');
    assert.equal(judge(bug, new Map([['xa', 'off']])).level, 'minor');
  });

  test('is never urgent for a disabled feature', () => {
    const bug = { severity: 'critical', features: ['replicas'], traits: ['everyday', 'load'] } as const;
    assert.equal(judge(bug).level, 'urgent');
    const off = judge(bug, new Map([['replicas', 'off']]));
    assert.deepEqual([off.level, off.score], ['minor', 0]);
    assert.ok(words(off).includes('off here: replicas'));
  });

  test('needs one of several alternatives, or all of several conditions', () => {
    const states: FeatureStates = new Map([
      ['binlog', 'off'],
      ['xa', 'on'],
    ]);
    assert.equal(judge({ needs: [['binlog', 'xa']], traits: ['everyday'] }, states).level, 'urgent');
    assert.equal(judge({ needs: [['binlog'], ['xa']], traits: ['everyday'] }, states).level, 'minor');
  });

  test("follows the vendor's severity of a CVE", () => {
    const levels = (['critical', 'high', 'medium', 'unrated', 'low'] as const).map(
      (severity) => judge({ impact: 'security', severity, cves: ['CVE-2030-1'] }).level,
    );
    assert.deepEqual(levels, ['urgent', 'ordinary', 'ordinary', 'ordinary', 'minor']);
    assert.deepEqual(words(judge({ impact: 'security', severity: 'unrated', cves: ['CVE-2030-1'] })), [
      'unrated',
    ]);
  });

  test('states its reasons: consequences first, then the strongest factor', () => {
    const judged = judge({
      consequences: ['unavailability', 'memory'],
      features: ['ddl'],
      needs: [['ddl']],
      traits: ['rare', 'load'],
    });
    assert.deepEqual(words(judged), [
      'an instance restarts, fails over or hangs; also memory',
      'rare, according to the notes',
      'involves DDL (nearly every cluster)',
      'occurs under load',
    ]);
    assert.equal(
      words(judged, 'ja')[0],
      'インスタンスの再起動、フェイルオーバーまたはハング（ほかにメモリ）',
    );
  });

  test('decides the order of the list of bugs', () => {
    const catalogue = catalogueOf(RELEASES, [
      bugOf('metric', ['3.10.1'], { impact: 'observability', severity: 'critical' }),
      bugOf('few', ['3.10.1'], { features: ['xa'] }),
      bugOf('all', ['3.10.1'], { traits: ['everyday'] }),
    ]);
    assert.deepEqual(
      bugsOfVersion(catalogue, 'aurora-mysql', '3.10.0').map(({ bug }) => bug.id),
      ['all', 'metric', 'few'],
    );
  });
});
