import { text } from '../../l10n/index.ts';
import type { Problem } from '../../model/index.ts';
import type { GiveUpReason } from '../../threads/index.ts';
import type { Format } from '../reading/format.ts';

/**
 * Tasks that ended their thread. Files are hostile until read: one that hangs a parser or fills the memory loses only
 * itself, and is named; the next thread skips it.
 */
export type GivenUp = ReadonlyMap<string, GiveUpReason>;

export const NOTHING_GIVEN_UP: GivenUp = new Map();

/** Task of searching a file. @param base of the scan: folders of a workspace may contain equal names */
export function nameOfSearchTask(base: string, file: string): string {
  return `look ${base} ${file}`;
}

/** Task of reading a unit. */
export function nameOfReadTask(base: string, { id }: Format, unit: string): string {
  return `read ${base} ${id} ${unit}`;
}

/** Task of combining the assets of all units. */
export function nameOfCollectTask(base: string): string {
  return `collect ${base}`;
}

const GIVEN_UP_MESSAGES = {
  time: 'problem.tookTooLong',
  memory: 'problem.tookTooMuchMemory',
  crash: 'problem.endedReader',
} as const;

/** Problem for a file or unit that was given up. */
export function givenUpProblem(source: string, reason: GiveUpReason): Problem {
  return { source, text: text(GIVEN_UP_MESSAGES[reason]) };
}
