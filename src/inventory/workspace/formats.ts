import type { Format } from './format.ts';

/** Every format that is read, in the order in which a file is offered to them. */
export const FORMATS: readonly Format[] = [];
