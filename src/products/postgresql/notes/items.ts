import type { FixCommits } from '../../../model/index.ts';
import type { RawItem } from '../../source.ts';

/** `(CVE-2026-6479)`, `(CVE-2025-8714 or CVE-2025-8715)`: other mentions refer to older bugs. */
const OWN_CVES = /\((?:CVE-\d{4}-\d{4,7}(?:,? (?:and |or )?|,)?){1,20}\)/gi;
const CVE = /CVE-\d{4}-\d{4,7}/gi;
/** One of the names in brackets at the end of the first paragraph: `Tom Lane`, `Álvaro Herrera`. */
const AUTHOR = /^(?:and )?\p{L}[\p{L}.'’ -]{1,60}$/u;
const THANKS = /^The PostgreSQL Project (?:thanks|would like to thank)\b/;

/** One item from its paragraphs, without the names of authors and reporters. */
export function itemOf(
  section: string,
  paragraphs: readonly string[],
  commits: FixCommits | undefined,
): RawItem | null {
  const [first, ...others] = paragraphs;
  if (first === undefined) return null;
  const whole = paragraphs.join(' ');
  const cves = (whole.match(OWN_CVES) ?? []).flatMap((group) => group.match(CVE) ?? []);
  const head = withoutAuthors(withoutMarks(first));
  const rest = others.filter((each) => !THANKS.test(each)).map((each) => each.replace(OWN_CVES, ''));
  const text = [withFullStop(head.replace(OWN_CVES, '').trim()), ...rest.map((each) => each.trim())]
    .filter((each) => each !== '')
    .join(' ');
  return {
    section,
    text,
    cves: [...new Set(cves.map((cve) => cve.toUpperCase()))],
    communityBugs: [],
    ...(commits && { commits }),
  };
}

function withoutMarks(text: string): string {
  return text.replaceAll('§', ' ').trimEnd();
}

/** Text without `(Tom Lane, Álvaro Herrera)` at its end. */
function withoutAuthors(text: string): string {
  const open = text.lastIndexOf('(');
  if (open < 0 || !text.endsWith(')')) return text;
  const names = text.slice(open + 1, -1).split(/[,;]/);
  return names.every((name) => AUTHOR.test(name.trim())) ? text.slice(0, open).trimEnd() : text;
}

/** First paragraph with a full stop, which the notes omit there. */
function withFullStop(text: string): string {
  return text === '' || /[.:!?]$/.test(text) ? text : `${text}.`;
}
