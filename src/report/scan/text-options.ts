import type { Language } from '../../l10n/index.ts';
import type { Paint } from '../paint.ts';

export const GROUPINGS = ['version', 'file', 'rule'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** How results are shown as text. */
export interface TextOptions {
  language: Language;
  paint: Paint;
  /** YYYY-MM-DD. */
  today: string;
}

/** How a scan is. */
export interface ScanTextOptions extends TextOptions {
  /** Columns of the terminal; null where the text goes elsewhere. */
  width: number | null;
  /** Everything about each finding. */
  verbose: boolean;
  /** Rows of a list; what is left out is counted. */
  limit: number;
  groupBy: Grouping;
}
