import type { Language } from '../../l10n/index.ts';
import type { Paint } from '../terminal/paint.ts';

export const GROUPINGS = ['version', 'file', 'rule'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Options for results as text. */
export interface TextOptions {
  language: Language;
  paint: Paint;
  /** YYYY-MM-DD. */
  today: string;
}

/** Options for a scan as text. */
export interface ScanTextOptions extends TextOptions {
  /** Columns of the terminal; null for other outputs. */
  width: number | null;
  /** True for every detail of each finding. */
  verbose: boolean;
  /** Maximum number of rows of a list; the rest is counted. */
  limit: number;
  groupBy: Grouping;
}
