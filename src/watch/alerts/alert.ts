import { createHash } from 'node:crypto';
import {
  compareSeverity,
  compareText,
  compareVersions,
  type Advice,
  type FindingSeverity,
  type KnownBug,
  type Text,
  type Urgency,
  type ProductId,
} from '../../model/index.ts';

export const ALERT_KINDS = [
  'withdrawn',
  'new-release',
  'new-bug',
  'support-date',
  'source-unreadable',
  'changed-notes',
] as const;
/** What an alert is about; of equally severe ones those of the earlier kind come first. */
export type AlertKind = (typeof ALERT_KINDS)[number];

/** A bug as an alert tells of it. */
export interface AlertBug extends Pick<KnownBug, 'id' | 'title' | 'titleIn'> {
  severity: FindingSeverity;
  urgency: Urgency;
}

/** The advice for a version that somebody runs; null where nothing can be advised. */
export interface VersionAdvice {
  version: string;
  advice: Advice | null;
}

/** One thing that is new, and what of yours it concerns. */
export interface Alert {
  /** The same for the same news, whenever and on whichever machine it is found. */
  id: string;
  kind: AlertKind;
  severity: FindingSeverity;
  product: ProductId;
  /** The release that the news is about, or null when it is about no single one. */
  release: string | null;
  /** The release first, then the versions that you run. */
  versions: readonly string[];
  assetIds: readonly string[];
  /** What to do about each version that you run. */
  advice?: readonly VersionAdvice[];
  /** The most urgent first. */
  bugs: readonly AlertBug[];
  /** For changed notes: the vendor's words, before and after. */
  changes: readonly { before: string | null; after: string | null }[];
  message: Text;
  url: string;
  /** The day of the look that found it, YYYY-MM-DD. */
  foundOn: string;
}

/** An id of 16 hex digits that follows from its parts alone. */
export function idOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/** By weight, the worst first; then what is about one release together, then by what you run. */
export function compareAlerts(a: Alert, b: Alert): number {
  return (
    compareSeverity(a.severity, b.severity) ||
    ALERT_KINDS.indexOf(a.kind) - ALERT_KINDS.indexOf(b.kind) ||
    compareText(a.product, b.product) ||
    compareVersions(b.release ?? '0', a.release ?? '0') ||
    compareText(a.versions.join(' '), b.versions.join(' ')) ||
    compareText(a.id, b.id)
  );
}
