import { adviceHead, adviceJson } from '../analysis/index.ts';
import { bugTitle, say, text, unreadPagesText, type Language } from '../l10n/index.ts';
import { hasUrgent, compareSeverity, type Text } from '../model/index.ts';
import { productName } from '../products/index.ts';
import type { Alert, VersionAdvice } from './alerts/alert.ts';
import type { Batch } from './store/state.ts';

/** Alerts about one release, or about one product if they are about no release. */
export interface AlertGroup {
  alerts: readonly Alert[];
}

/**
 * Groups alerts by release: the release with the most severe alert first, and its own alerts by severity. Expects alerts
 * sorted by severity.
 */
export function groupAlerts(alerts: readonly Alert[]): AlertGroup[] {
  const groups = Map.groupBy(alerts, ({ product, release, id }) => `${product} ${release ?? id}`);
  return [...groups.values()]
    .map((list) => ({ alerts: list }))
    .sort((a, b) => compareSeverity(severityOf(a), severityOf(b)));
}

function severityOf({ alerts }: AlertGroup): Alert['severity'] {
  return alerts[0]?.severity ?? 'info';
}

/** First line of a message. */
export function titleOf(batch: Batch, language: Language): string {
  const { alerts } = batch;
  if (alerts.length === 0) return say(signOfLifeText(batch), language);
  const urgent = alerts.filter(({ bugs }) => hasUrgent(bugs)).length;
  return say(text('watch.title', { count: alerts.length, urgent }), language);
}

/**
 * Sentence of a message without alerts. Names what could not be read, because the absence of alerts about it is no good
 * news.
 */
function signOfLifeText({ since, unread, unreadPages }: Batch): Text {
  if (unread.length > 0)
    return text('watch.nothingNewUnread', { since, products: unread.map((product) => productName(product)) });
  return text(unreadPages.length > 0 ? 'watch.nothingNewPartly' : 'watch.nothingNew', { since });
}

/** Lines about unread notes that the title does not name: their news may be missing. */
export function unreadLines({ alerts, unread, unreadPages }: Batch, language: Language): string[] {
  const products = unread.map((product) => productName(product));
  return [
    ...(products.length > 0 && alerts.length > 0 ? [text('news.status.unreadable', { products })] : []),
    ...(unreadPages.length > 0 ? [unreadPagesText(unreadPages)] : []),
  ].map((line) => say(line, language));
}

/** Lines of an alert: `critical: sentence`, the affected assets, the worst bugs, changed words and the page. */
export function alertLines(alert: Alert, language: Language): string[] {
  const severity = say(text(`severity.${alert.severity}`), language);
  const lines = [
    `${severity}: ${say(alert.message, language)}`,
    ...assetLines(alert, language),
    ...adviceLines(alert, language),
  ];
  // The sentence already contains its only bug.
  if (alert.message.key !== 'watch.newBug') lines.push(...bugLines(alert, language));
  for (const { before, after } of alert.changes.slice(0, MAX_ASSETS_SHOWN)) {
    if (before !== null) lines.push(`  ${say(text('watch.before'), language)}: ${before}`);
    if (after !== null) lines.push(`  ${say(text('watch.after'), language)}: ${after}`);
  }
  if (alert.url !== '') lines.push(`  ${alert.url}`);
  return lines;
}

const MAX_ASSETS_SHOWN = 5;

function assetLines({ assetIds }: Alert, language: Language): string[] {
  if (assetIds.length === 0) return [];
  const names = assetIds.slice(0, MAX_ASSETS_SHOWN).map(shortName);
  return [`  ${say(text('watch.yours', { names, more: assetIds.length - names.length }), language)}`];
}

function adviceLines({ advice = [] }: Alert, language: Language): string[] {
  return advice.slice(0, MAX_ASSETS_SHOWN).flatMap((each) => {
    const words = versionAdviceText(each);
    return words === null ? [] : [`  ${say(words, language)}`];
  });
}

/** Advice for a version of an alert, in the words of every surface; null if there is none. */
export function versionAdviceText({ version, advice }: VersionAdvice): Text | null {
  return advice && text('watch.advice', { version, advice: adviceHead(advice) ?? text('advice.head.stay') });
}

/**
 * Short name of an asset. `main.tf#aws_rds_cluster.shop` stays; of an ARN only name and Region remain, because account
 * ids must not leave the machine without consent.
 */
function shortName(assetId: string): string {
  const [scheme, , , region = '', , ...resource] = assetId.split(':');
  if (scheme !== 'arn') return assetId;
  const name = resource.join(':').split(/[:/]/).at(-1) ?? assetId;
  return region === '' ? name : `${name} (${region})`;
}

function bugLines({ bugs }: Alert, language: Language): string[] {
  const lines = bugs
    .slice(0, MAX_ASSETS_SHOWN)
    .map((bug) => `  ${say(text(`urgency.${bug.urgency}`), language)}: ${say(bugTitle(bug), language)}`);
  if (bugs.length > MAX_ASSETS_SHOWN)
    lines.push(`  ${say(text('watch.more', { count: bugs.length - MAX_ASSETS_SHOWN }), language)}`);
  return lines;
}

/** A message as plain text. */
export function batchText(batch: Batch, language: Language): string {
  const blocks = groupAlerts(batch.alerts).map(({ alerts }) =>
    alerts.flatMap((alert) => alertLines(alert, language)).join('\n'),
  );
  return `${[titleOf(batch, language), ...blocks, ...unreadLines(batch, language)].join('\n\n')}\n`;
}

/** An alert as `watch --format json` prints it: docs/schemas/watch.schema.json. */
export function alertJson(alert: Alert, language: Language): object {
  const { id, kind, severity, product, versions, assetIds, changes, message, url, foundOn } = alert;
  const advice = (alert.advice ?? []).map((each) => ({
    version: each.version,
    advice: adviceJson(each.advice, language),
  }));
  const sentence = say(message, language);
  const bugs = alert.bugs.map((bug) => ({
    id: bug.id,
    title: say(bugTitle(bug), language),
    severity: bug.severity,
    urgency: bug.urgency,
  }));
  return {
    ...{ id, kind, severity, product, versions, assetIds, advice, bugs, changes },
    ...{ message: sentence, url, foundOn },
  };
}
