import type { Message } from '../say.ts';

export const watch = {} satisfies Record<string, Message>;
