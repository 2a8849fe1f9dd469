import type { RawRelease } from '../../source.ts';
import { dayInVersion, VERSIONS } from '../versions.ts';

/** Of what nobody dates: no release is older (9.3 of RDS, November 2013). */
const FIRST_DAY = '2013-11-14';

type Day = Pick<RawRelease, 'date' | 'isDayBound'>;

/**
 * The day of a release. Where nobody tells it, it came out by the next one of its major version that has a day: that is the
 * day that is kept, and marked as a bound. One of Extended Support came after the day in its number and after those before it.
 * @param known days by version
 */
export function dayIn(known: ReadonlyMap<string, string>): (version: string) => Day {
  return (version) => {
    const told = known.get(version);
    if (told !== undefined) return { date: told };
    const ofLine = [...known].filter(([other]) => VERSIONS.line(other) === VERSIONS.line(version));
    const { earlier = [], later = [] } = Object.groupBy(ofLine, ([other]) =>
      VERSIONS.compare(other, version) > 0 ? 'later' : 'earlier',
    );
    const inNumber = dayInVersion(version);
    const date = inNumber === null ? daysOf(later)[0] : [...daysOf(earlier), inNumber].sort().at(-1);
    return { date: date ?? FIRST_DAY, isDayBound: true };
  };
}

function daysOf(dated: readonly (readonly [string, string])[]): string[] {
  return dated.map(([, day]) => day).sort();
}
