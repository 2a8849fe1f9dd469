import type { watch as english } from '../en/watch.ts';
import type { Translated } from '../say.ts';

export const watch: Translated<typeof english> = {};
