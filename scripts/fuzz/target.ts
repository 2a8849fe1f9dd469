import type fc from 'fast-check';

/** Limit for one input in milliseconds of CPU time. */
export const MAX_CPU_MS = 1000;

/** Input: a text, and the name of its original. */
export interface FuzzInput {
  /** Name of the changed example, page or answer. */
  what: string;
  text: string;
}

/** Part of the program that reads texts of others. */
export interface FuzzTarget {
  name: string;
  /** Share of all batches in percent. */
  share: number;
  inputs: fc.Arbitrary<FuzzInput>;
  /** Loads code that reading needs, so that the first input does not pay for it. */
  prepare?: () => Promise<void>;
  /** Reads an input. @throws if something about the result is wrong */
  check: (input: FuzzInput) => void | Promise<void>;
}

/** Name of an input: `forms:-123:45` is input 45 of the batch of the target `forms` with the seed -123. */
export interface InputName {
  target: string;
  seed: number;
  index: number;
}

export function writeName({ target, seed, index }: InputName): string {
  return `${target}:${seed}:${index}`;
}

/** Parses the name of an input; null if it is none. */
export function readName(written: string): InputName | null {
  const match = /^(\w+):(-?\d+):(\d+)$/.exec(written);
  const [, target = '', seed = '', index = ''] = match ?? [];
  return match === null ? null : { target, seed: Number(seed), index: Number(index) };
}
