import type { cli as english } from '../en/cli.ts';
import type { Translated } from '../say.ts';

export const cli: Translated<typeof english> = {};
