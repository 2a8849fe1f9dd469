import { bugsText, createPaint } from '../../../src/report/index.ts';

/** The bugs of a version as a terminal without colours shows them. */
export function shownBugs(
  answer: Parameters<typeof bugsText>[0],
  options: Partial<Parameters<typeof bugsText>[1]> = {},
): string {
  return bugsText(answer, {
    ...{ language: 'en', paint: createPaint(false), limit: 10, width: null, verbose: false },
    ...options,
  });
}
