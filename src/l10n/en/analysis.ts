import type { Message } from '../say.ts';

export const analysis = {} satisfies Record<string, Message>;
