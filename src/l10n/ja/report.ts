import type { report as english } from '../en/report.ts';
import type { Translated } from '../say.ts';

export const report: Translated<typeof english> = {};
