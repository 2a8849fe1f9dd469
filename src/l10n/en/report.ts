import type { Message } from '../say.ts';

export const report = {} satisfies Record<string, Message>;
