import type { Message } from '../say.ts';

export const cli = {} satisfies Record<string, Message>;
