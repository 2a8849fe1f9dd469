import type { account as english } from '../en/account.ts';
import type { Translated } from '../say.ts';

export const account: Translated<typeof english> = {};
