import { memoize } from '../../../model/index.ts';
import { VERSIONS } from '../versions.ts';

/**
 * Offset of each major's minor numbers. The community publishes a minor version of every major on one day: a generation
 * (17.7, 16.11, 15.15, 14.20, 13.23). Its number is that of the minor version of 17; the others are higher by this
 * much.
 */
const ABOVE: Readonly<Record<string, number>> = {
  '18': -6,
  '17': 0,
  '16': 4,
  '15': 8,
  '14': 13,
  '13': 16,
  '12': 20,
  '11': 25,
  '10': 30,
  '9.6': 35,
};
/** 14.4 had no counterpart on other lines, so the lower numbers of its line are shifted by one. */
const SINGLE_RELEASE = { line: '14', minor: 4 };

/** Generation of a release; null for an unknown major version. */
export const generationOf = memoize((version: string): number | null => {
  const line = VERSIONS.line(version).split('-', 1).join('');
  const above = ABOVE[line];
  const minor = Number(VERSIONS.branch(version).split('-', 1).join('').split('.').at(-1));
  if (above === undefined || !Number.isInteger(minor)) return null;
  const generation = minor - above;
  if (line !== SINGLE_RELEASE.line || minor > SINGLE_RELEASE.minor) return generation;
  return generation + (minor === SINGLE_RELEASE.minor ? 0.5 : 1);
});
