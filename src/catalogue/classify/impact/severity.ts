import { notePattern } from '../../../lexicon/index.ts';
import { SEVERITIES, type Impact, type Severity } from '../../../model/index.ts';
import type { Lexicon } from '../../../products/index.ts';
import { byHeading, firstMatch, firstLabelIn, rulesFor, type FoundLabel } from '../rules.ts';
import type { Reading } from '../words.ts';

/**
 * Heading of critical fixes; "High priority fixes" and "Critical CVEs" are different headings and do not decide the
 * severity.
 */
const CRITICAL_HEADING = /^critical fix(?:es)?\b/;

/** Words for a reader: if only a reader fails, the database remains in service. */
const READER = notePattern`{reader}|\b(?:aurora(?: mysql)? replicas?|replica instances?|replicas)\b`;

/** The database or the cluster is unavailable to everybody, cannot start or recover, or is in a crash loop. */
const GRAVE = rulesFor<Severity>('critical', [
  notePattern`\bclusters?\b[^.]{0,40}(?:{unavailable}|\b(?:availability issue|inaccessible)\b)`,
  notePattern`\b(?:database|writer instance)\b[^.]{0,30}{unavailable}|\bunavailability of the database\b`,
  /\bdatabase downtime\b|\boutage\b|\baffect database availability\b/,
  /\b(?:repeated(?:ly)?|multiple|continuous(?:ly)?) (?:\S+ ){0,2}?(?:restart|failover|interrupt)\w*/,
  /\brestart(?:s|ing)? repeatedly\b|\brestart loop\b|\binterrupted repeatedly\b/,
  /\brestarts? (?:operation )?(?:may |might |could |can |to )?fail\b|\bfailure during (?:\S+ )?restart\b/,
  /\b(?:can|could|may|might) prevent (?:\S+ ){0,2}?restarts\b/,
  /\b(?:unable|fail\w*|not) (?:to )?start(?:ing|up)?\b|\bnot (?:complete startup|come up)\b/,
  /\b(?:database|engine|instance|server|writer) (?:startup|start|boot) (?:(?:can|could|may|might|to) )?fail/,
  notePattern`{stuck} in (?:\S+ )?recovery\b|\bget {stuck} during\b[^.]{0,40}\bstartup\b`,
  /\b(?:interrupt\w*|prevent\w*|fail(?:s|ed|ures?)?|block(?:s|ed)?)\b[^.]{0,50}\b(?:startup|bootup|boot|recovery)\b/,
]);

/** The database recovers, but later than it should. */
const SLOW_TO_RETURN = rulesFor<Severity>('medium', [
  /\b(?:increased|longer|extended) downtime\b|\bdelayed instance availability\b/,
  /\b(?:longer|slower) (?:restart|recovery|startup) times?\b|\blonger than expected recovery\b|\bslow(?:er)? restarts?\b/,
  /\brestarts? (?:(?:can|could|may|might|to) )?(?:takes?|taking) longer\b/,
  /\bissues during restart\b|\bprolonged unavailability while restarting\b/,
]);

const MEMORY_GONE = rulesFor<Severity>('high', [notePattern`{out-of-memory}|\bdeplet\w+|\bexhaust\w*`]);

const COSMETIC = rulesFor<Severity>('low', [
  /\bcompiler\b|\bgcc\b|\bin debug builds\b|\bnew warning\b|\bunnecessarily created\b/,
]);

/** Severity of a bug, from its impact and the extent in its words. */
export function severityOf(
  reading: Reading,
  impact: Impact,
  lexicon: Lexicon | null = null,
): FoundLabel<Severity> {
  if (CRITICAL_HEADING.test(reading.section)) return byHeading('critical', reading.section);
  if (isListOfCves(reading.text)) return ratingOf(reading.section);
  switch (impact) {
    case 'data':
      return { label: 'critical', because: impact };
    case 'unavailability':
      return ofUnavailability(reading, lexicon);
    case 'security':
      if (NAMED_CVE.test(reading.text)) return ratingOf(reading.section);
      return { label: 'high', because: impact };
    case 'connectivity':
    case 'replication':
      return { label: 'high', because: impact };
    case 'memory':
      return firstMatch(MEMORY_GONE, reading.text) ?? { label: 'medium', because: impact };
    case 'performance':
    case 'upgrade':
      return { label: 'medium', because: impact };
    case 'observability':
      return { label: 'low', because: impact };
    case 'functionality':
      return firstMatch(COSMETIC, reading.text) ?? { label: 'medium', because: impact };
  }
}

const CVE = /^\W{0,9}cve-\d{4}-\d{4,}\b/i;

/** True if a bullet only names CVEs, after a colon if there is one. */
export function isListOfCves(text: string): boolean {
  if (CVE.test(text)) return true;
  const list = text.slice(text.lastIndexOf(':') + 1);
  return CVE.test(list) && !/[a-z]/i.test(list.replace(/\bcve-\d{4}-\d{4,}\b|\band\b/gi, ''));
}
/** A bug with its own CVE has the severity of its rating, whatever else the bullet contains. */
const NAMED_CVE = /\bcve-\d{4}-\d{4,}\b/;
const RATED = /\b(critical|high|medium|low)\b[^.]*\bcves?\b/;

/** Rating in the heading, "Medium CVEs": the vendor's word, never one of ours. */
function ratingOf(section: string): FoundLabel<Severity> {
  const rating = SEVERITIES.find((severity) => severity === RATED.exec(section)?.[1]);
  return rating === undefined ? { label: 'unrated', because: '"CVE"' } : byHeading(rating, section);
}

function ofUnavailability({ text, claims }: Reading, lexicon: Lexicon | null): FoundLabel<Severity> {
  const instance: FoundLabel<Severity> = { label: 'high', because: 'unavailability' };
  const grave = firstLabelIn(lexicon?.severities, text) ?? firstMatch(GRAVE, text);
  if (grave?.label === 'critical' && READER.test(claims)) return { ...instance, because: 'only a reader' };
  return grave ?? firstMatch(SLOW_TO_RETURN, text) ?? instance;
}
