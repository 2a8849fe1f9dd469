import type { Message } from '../say.ts';

export const extension = {} satisfies Record<string, Message>;
