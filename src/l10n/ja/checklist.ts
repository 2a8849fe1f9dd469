import type { checklist as english } from '../en/checklist.ts';
import type { Translated } from '../say.ts';

export const checklist: Translated<typeof english> = {};
