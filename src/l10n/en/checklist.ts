import type { Message } from '../say.ts';

export const checklist = {} satisfies Record<string, Message>;
