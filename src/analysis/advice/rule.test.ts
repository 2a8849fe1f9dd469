import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  chooseDestination,
  chooseNow,
  needsDestination,
  whenDestination,
  whenNow,
  type AdviceRow,
  type LaterRow,
  type MajorFacts,
  type AdviceQuestion,
} from './rule.ts';

const DAY = '2026-12-01';

interface Given extends Partial<Omit<AdviceRow, 'counts'>> {
  urgent?: number;
  fixed?: number;
  brings?: number;
}

function row(version: string, { urgent = 0, fixed = 0, brings = 0, ...more }: Given = {}): AdviceRow {
  return {
    version,
    minor: version.split('.').slice(0, 2).join('.'),
    isLongTerm: false,
    phase: 'standard',
    standardEnds: '2027-12-31',
    laterEnds: null,
    counts: { urgentFixed: urgent, fixed, brings },
    order: Number(version.replaceAll('.', '')),
    ...more,
  };
}

const MAJOR: MajorFacts = {
  phase: 'standard',
  standardEnds: '2028-04-30',
  laterEnds: null,
  isUnlisted: false,
  year3Starts: null,
};

function asked(here: AdviceRow, more: Partial<AdviceQuestion> = {}): AdviceQuestion {
  return { day: DAY, prefersLongTerm: false, here, major: MAJOR, ...more };
}

function later(version: string, { major = {}, pathStatus = 'stated', ...given }: LaterGiven = {}): LaterRow {
  return {
    ...row(version, given),
    major: { phase: 'standard', standardEnds: '2032-04-30', laterEnds: null, ...major },
    pathStatus,
  };
}

interface LaterGiven extends Given {
  major?: Partial<LaterRow['major']>;
  pathStatus?: LaterRow['pathStatus'];
}

const nowOf = (question: AdviceQuestion, candidates: readonly AdviceRow[]): string | null =>
  chooseNow(question, candidates).row?.version ?? null;

describe('advice for now', () => {
  test('ranks support before fixes, fixes before the end of support, and the end before the number of fixes', () => {
    const here = row('3.1.0', { standardEnds: '2027-01-31' });
    const extended = row('3.2.0', { phase: 'extended', urgent: 9 });
    const urgent = row('3.3.0', { urgent: 2, standardEnds: '2027-02-28' });
    const lasting = row('3.4.0', { urgent: 1, standardEnds: '2028-04-30' });
    const many = row('3.5.0', { urgent: 1, standardEnds: '2028-04-30', fixed: 9, brings: 5 });
    const few = row('3.6.0', { urgent: 1, standardEnds: '2028-04-30', fixed: 8, brings: 5 });
    assert.equal(nowOf(asked(here), [extended, urgent, lasting, many, few]), '3.3.0');
    assert.equal(nowOf(asked(here), [extended, lasting, many, few]), '3.5.0');
    assert.equal(nowOf(asked(here), [extended, few, lasting]), '3.6.0');
    assert.equal(nowOf(asked(here), [extended]), null);
    assert.equal(nowOf(asked({ ...here, phase: 'ended' }), [extended]), '3.2.0');
  });

  test('takes the newest of equal releases, and none if the present version is the best', () => {
    const here = row('3.1.0');
    assert.equal(nowOf(asked(here), [row('3.1.1'), row('3.1.2')]), '3.1.2');
    assert.equal(nowOf(asked(here), [row('3.2.0', { brings: 1 })]), null);
    assert.equal(nowOf(asked(here), []), null);
  });

  test('keeps a long-term version with more than 180 days left, and names the best alternative', () => {
    const here = row('3.1.0', { isLongTerm: true, standardEnds: '2027-05-31' });
    const patch = row('3.1.4', { isLongTerm: true, standardEnds: '2027-05-31' });
    const other = row('3.2.0', { urgent: 3 });
    const { row: chosen, passedOver } = chooseNow(asked(here), [patch, other]);
    assert.deepEqual([chosen?.version, passedOver?.version], ['3.1.4', '3.2.0']);
    const near = asked({ ...here, standardEnds: '2027-05-30' });
    assert.deepEqual(chooseNow(near, [patch, other]), { row: other, passedOver: null });
  });

  test('prefers a later long-term version with less than 180 days left', () => {
    const here = row('3.1.0', { isLongTerm: true, phase: 'ended', standardEnds: '2026-10-31' });
    const longTerm = row('3.4.0', { isLongTerm: true });
    assert.equal(nowOf(asked(here), [row('3.2.0', { urgent: 3 }), longTerm]), '3.4.0');
    assert.equal(
      nowOf(asked({ ...here, isLongTerm: false }), [row('3.2.0', { urgent: 3 }), longTerm]),
      '3.2.0',
    );
  });

  test('ranks support, then preferred long-term versions, then urgent fixes', () => {
    const prefers = asked(row('3.1.0', { phase: 'ended' }), { prefersLongTerm: true });
    const urgent = row('3.2.0', { urgent: 3 });
    assert.equal(nowOf(prefers, [urgent, row('3.4.0', { isLongTerm: true })]), '3.4.0');
    assert.equal(nowOf(prefers, [urgent, row('3.4.0', { isLongTerm: true, phase: 'extended' })]), '3.2.0');
  });
});

describe('destination of an upgrade', () => {
  test('is required only if the major version is left or out of standard support', () => {
    const here = row('3.1.0');
    const ended = row('3.1.0', { phase: 'ended' });
    assert.equal(needsDestination(asked(here), null), false);
    assert.equal(needsDestination(asked(ended), null), true);
    assert.equal(needsDestination(asked(ended), row('3.2.0')), false);
    for (const major of [
      { ...MAJOR, standardEnds: '2027-05-30' },
      { ...MAJOR, standardEnds: '2024-10-31', phase: 'extended' },
      { ...MAJOR, standardEnds: null, isUnlisted: true },
    ] as const)
      assert.equal(needsDestination(asked(here, { major }), null), true);
  });

  test('ranks documented paths first, then long-term support, the end of support, and fixes', () => {
    const here = row('2.1.0', { phase: 'ended', standardEnds: '2024-10-31' });
    const destinationOf = (...rows: LaterRow[]): string | null =>
      chooseDestination(asked(here), null, rows)?.version ?? null;
    const stated = later('3.1.0');
    const longTerm = later('3.2.0', { pathStatus: 'ask', isLongTerm: true });
    const lasting = later('3.3.0', { pathStatus: 'ask', standardEnds: '2029-01-31' });
    const urgent = later('3.4.0', { pathStatus: 'ask', urgent: 3, brings: 4 });
    const fewNew = later('3.5.0', { pathStatus: 'ask', urgent: 3, brings: 1 });
    const newest = later('3.6.0', { pathStatus: 'ask', urgent: 3, brings: 1 });
    assert.equal(destinationOf(stated, longTerm, lasting, urgent), '3.1.0');
    assert.equal(destinationOf(longTerm, lasting, urgent), '3.2.0');
    assert.equal(destinationOf(lasting, urgent), '3.3.0');
    assert.equal(destinationOf(urgent, fewNew), '3.5.0');
    assert.equal(destinationOf(fewNew, newest), '3.6.0');
    assert.equal(destinationOf(later('3.7.0', { pathStatus: 'none' })), null);
  });

  test('outlasts the present support, and its major version is not near its own end', () => {
    const here = row('2.1.0', { standardEnds: '2027-12-31' });
    const leaving = asked(here, { major: { ...MAJOR, standardEnds: '2027-01-31' } });
    assert.equal(chooseDestination(leaving, null, [later('3.1.0')]), null);
    const lasting = later('3.1.0', { standardEnds: '2028-01-01' });
    assert.equal(chooseDestination(leaving, null, [lasting]), lasting);
    const now = row('2.2.0', { standardEnds: '2028-01-01' });
    assert.equal(chooseDestination(leaving, now, [lasting]), null);
    const short = later('3.1.0', { standardEnds: '2028-01-01', major: { standardEnds: '2027-05-30' } });
    assert.equal(chooseDestination(leaving, null, [short]), null);
    const maintained = later('3.1.0', {
      standardEnds: '2028-01-01',
      major: { standardEnds: '2027-05-30', laterEnds: '2029-06-30' },
    });
    assert.equal(chooseDestination(leaving, null, [maintained]), maintained);
  });

  test('is named at the end of life, even if every release is out of support', () => {
    const here = row('2.1.0', { phase: 'ended', standardEnds: '2024-10-31' });
    const old = later('3.1.0', { phase: 'ended', standardEnds: '2026-10-31' });
    const paid = later('3.2.0', { phase: 'extended', standardEnds: '2026-10-31' });
    assert.equal(chooseDestination(asked(here), null, [old, paid]), paid);
    assert.equal(chooseDestination(asked({ ...here, phase: 'extended' }), null, [old, paid]), null);
    const now = row('2.2.0', { phase: 'ended', standardEnds: '2026-10-31' });
    assert.equal(chooseDestination(asked(here), now, [old, paid]), null);
    const major = { ...MAJOR, phase: 'ended' } as const;
    assert.equal(chooseDestination(asked(here, { major }), now, [old, paid]), paid);
  });
});

describe('time of an upgrade', () => {
  test('is urgent for an urgent fix, before an end within 180 days, or else at the next maintenance', () => {
    const here = row('3.1.0', { standardEnds: '2027-05-30' });
    assert.deepEqual(whenNow(asked(here), 1), { when: 'urgent', before: null });
    assert.deepEqual(whenNow(asked(here), 0), { when: 'before', before: '2027-05-30' });
    const over = row('3.1.0', { phase: 'ended', laterEnds: '2026-10-31' });
    assert.deepEqual(whenNow(asked(over), 0), { when: 'urgent', before: null });
    for (const standardEnds of ['2027-05-31', '2026-10-31', null])
      assert.deepEqual(whenNow(asked({ ...here, standardEnds }), 0), {
        when: 'next-maintenance',
        before: null,
      });
  });

  test('precedes the next end or price for a destination, and is urgent after the last one', () => {
    const here = row('2.1.0', { phase: 'extended' });
    const major = {
      phase: 'extended',
      standardEnds: '2024-10-31',
      year3Starts: '2026-12-01',
      laterEnds: '2029-06-30',
      isUnlisted: false,
    } as const;
    const on = (day: string) => whenDestination(asked(here, { day, major }), null);
    assert.deepEqual(on('2024-10-31'), { when: 'before', before: '2024-10-31' });
    assert.deepEqual(on('2024-11-01'), { when: 'before', before: '2026-12-01' });
    assert.deepEqual(on('2026-12-01'), { when: 'before', before: '2029-06-30' });
    assert.deepEqual(on('2029-07-01'), { when: 'urgent', before: null });
  });

  test('is no later than the end of the release until then', () => {
    const here = row('2.1.0', { phase: 'extended', laterEnds: '2029-06-30' });
    const major = {
      ...MAJOR,
      phase: 'extended',
      standardEnds: '2024-10-31',
      laterEnds: '2029-06-30',
    } as const;
    const now = row('2.2.0', { phase: 'extended', laterEnds: '2027-07-31' });
    assert.equal(whenDestination(asked(here, { major }), now).before, '2027-07-31');
    assert.equal(whenDestination(asked(here, { major }), null).before, '2029-06-30');
  });

  test('is the next maintenance for a destination if only the minor version ended', () => {
    const ended = row('3.1.0', { phase: 'ended', standardEnds: '2026-10-31' });
    assert.deepEqual(whenDestination(asked(ended), null), { when: 'next-maintenance', before: null });
  });
});
