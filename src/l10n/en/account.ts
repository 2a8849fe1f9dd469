import type { Message } from '../say.ts';

export const account = {} satisfies Record<string, Message>;
