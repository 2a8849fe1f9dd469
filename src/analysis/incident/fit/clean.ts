import { withPlainSigns } from '../../../lexicon/index.ts';

/** Characters of a symptom that are read; the rest of a pasted log is cut off. */
const MAX_SYMPTOM_LENGTH = 4000;

/** Schemas of the server: their tables have meaning, a user's do not. */
const SYSTEM_SCHEMA = /^(?:mysql|sys|performance_schema|information_schema|pg_catalog)\./;

/** Values that differ between lines of a log: times, addresses, hosts, ids, paths. */
const VALUES = new RegExp(
  [
    String.raw`\b\d{4}-\d\d-\d\d(?:[t ]\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?)?(?:z|[+-]\d\d:?\d\d)?(?!\w)`,
    String.raw`\b\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?(?: ?(?:utc|jst|am|pm))?\b`,
    String.raw`\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec) +\d{1,2}\b`,
    String.raw`\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b`,
    String.raw`\b0x[0-9a-f]+\b`,
    String.raw`\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b`,
    String.raw`\b(?:i|ip|vpc|sg|subnet|eni|arn)-[0-9a-f-]{6,}\b`,
    String.raw`\barn:aws\S*`,
    String.raw`\b[\w.+-]+@[\w-]+\.[\w.-]+`,
    String.raw`\b[a-z\d][\w-]*(?:\.[\w-]+)*\.(?:com|net|org|io|jp|local|internal|amazonaws)(?::\d+)?\b`,
    String.raw`\bmy_print_stacktrace\([^)]*\)\S*|\bstack_bottom\b|\bthread_stack (?:=\s*)?0x\w+`,
    ...[
      'most likely,? you have hit a bug',
      'try restarting transaction',
      'attempting to collect some information',
    ],
    String.raw`\b(?:thread|pid|process id|connection id)[ :=]*\d+\b`,
    String.raw`(?<=\w)\[\d+\](?=:)`,
  ].join('|'),
  'gi',
);

/** Symptom without the noise of a pasted log line. */
export function cleanSymptom(symptom: string): string {
  return withPlainSigns(symptom.slice(0, MAX_SYMPTOM_LENGTH))
    .replace(VALUES, ' ')
    .replace(/\b(denied (?:for|to) \w+) \w+/gi, '$1')
    .replace(
      /(\b(?:user|host|db|database|table|column|schema|for key|entry|relation|constraint|role)\b:?\s*)["'`]([^"'`]*)["'`]/gi,
      (_, before: string, name: string) => before + (SYSTEM_SCHEMA.test(name.toLowerCase()) ? name : ' '),
    )
    .replace(/["'`]([^"'`\s]+)["'`]/g, (quoted, name: string) => {
      if (!/[.@]/.test(name.slice(1))) return quoted;
      return SYSTEM_SCHEMA.test(name.toLowerCase()) ? name : ' ';
    });
}
