import { text } from '../../l10n/index.ts';
import type { Problem } from '../../model/index.ts';
import type { GivenUpWhy } from '../../threads/index.ts';
import type { Format } from '../reading/format.ts';

/**
 * Tasks that ended the thread which did them. Files are hostile until read: one that hangs a parser or fills the memory
 * costs itself, and is named; the next thread leaves it out.
 */
export type GivenUp = ReadonlyMap<string, GivenUpWhy>;

export const NOTHING_GIVEN_UP: GivenUp = new Map();

/** The task of looking at a file. @param base of the scan: folders of a workspace may name files alike */
export function lookTask(base: string, file: string): string {
  return `look ${base} ${file}`;
}

/** The task of reading a unit. */
export function readTask(base: string, { id }: Format, unit: string): string {
  return `read ${base} ${id} ${unit}`;
}

/** The task of putting the assets of all units together. */
export function collectTask(base: string): string {
  return `collect ${base}`;
}

const REASONS = {
  time: 'problem.tookTooLong',
  memory: 'problem.tookTooMuchMemory',
  crash: 'problem.endedReader',
} as const;

/** What is told of a file or a unit that was given up. */
export function givenUpProblem(source: string, why: GivenUpWhy): Problem {
  return { source, text: text(REASONS[why]) };
}
