import type fc from 'fast-check';

/** Milliseconds of CPU time that an input may take. */
export const LONGEST = 1000;

/** An input: a text, and the name of its original. */
export interface FuzzInput {
  /** Name of the example, page or answer that was changed. */
  what: string;
  text: string;
}

/** A part of the program that reads what others wrote. */
export interface FuzzTarget {
  name: string;
  /** Share of the batches, in percent. */
  share: number;
  inputs: fc.Arbitrary<FuzzInput>;
  /** Loads what reading needs, so that the first input does not pay for it. */
  prepare?: () => Promise<void>;
  /** Reads an input. @throws when something about the result is wrong */
  check: (input: FuzzInput) => void | Promise<void>;
}

/** An input by its name: `forms:-123:45` is the input 45 of the batch of the target `forms` that begins with the seed -123. */
export interface InputName {
  target: string;
  seed: number;
  index: number;
}

export function writeName({ target, seed, index }: InputName): string {
  return `${target}:${seed}:${index}`;
}

/** Null where a text is no name of an input. */
export function readName(written: string): InputName | null {
  const match = /^(\w+):(-?\d+):(\d+)$/.exec(written);
  const [, target = '', seed = '', index = ''] = match ?? [];
  return match === null ? null : { target, seed: Number(seed), index: Number(index) };
}
