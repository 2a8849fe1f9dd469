import type { Message } from '../say.ts';

export const catalogue = {} satisfies Record<string, Message>;
