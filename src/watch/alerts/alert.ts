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
/** Kind of an alert. Alerts of the same severity are sorted in the order of these kinds. */
export type AlertKind = (typeof ALERT_KINDS)[number];

/** A bug as alerts contain it. */
export interface AlertBug extends Pick<KnownBug, 'id' | 'title' | 'titleIn'> {
  severity: FindingSeverity;
  urgency: Urgency;
}

/** Advice for a version in use; null if there is none. */
export interface VersionAdvice {
  version: string;
  advice: Advice | null;
}

/** One piece of news, and the assets that it affects. */
export interface Alert {
  /** Stable id: equal for the same news, at any time and on any machine. */
  id: string;
  kind: AlertKind;
  severity: FindingSeverity;
  product: ProductId;
  /** Release that the news is about; null if there is no single one. */
  release: string | null;
  /** The release first, then the versions in use. */
  versions: readonly string[];
  assetIds: readonly string[];
  /** Advice for each version in use. */
  advice?: readonly VersionAdvice[];
  /** The most urgent first. */
  bugs: readonly AlertBug[];
  /** For changed notes: the vendor's words before and after. */
  changes: readonly { before: string | null; after: string | null }[];
  message: Text;
  url: string;
  /** Date of the look that found it, YYYY-MM-DD. */
  foundOn: string;
}

/** Id of 16 hex digits, a digest of its parts. */
export function idOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/** Sorts by severity, the worst first; then by release, then by version in use. */
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
