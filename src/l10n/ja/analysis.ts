import type { analysis as english } from '../en/analysis.ts';
import type { Translated } from '../say.ts';

export const analysis: Translated<typeof english> = {};
