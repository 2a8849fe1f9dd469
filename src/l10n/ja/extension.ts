import type { extension as english } from '../en/extension.ts';
import type { Translated } from '../say.ts';

export const extension: Translated<typeof english> = {};
