import type { Link } from '../../pages/blocks.ts';

const CVE = /\bCVE[-‐‑–]\d{4}[-‐‑–]\d{4,}\b/gi;
const NUMBER = String.raw`(?:#\s*)?(\d{4,9})\b`;
/** `Bug #123`, `BUG#123`, `Community Bug Fix #123`, and the rest of a list: `Bug #1, #2 and #3`. */
const BUG = new RegExp(
  String.raw`\bbugs?(?:\s+fix(?:es)?)?\s*(?::\s*)?${NUMBER}(?:\s*(?:[,;&]\s*)?(?:and\s+)?#\s*\d{4,9}\b)*`,
  'gi',
);
/** A fix that takes back the fixes of other bugs does not fix those. */
const REVERTED = /\brevert(?:s|ed|ing)?\s+(?:the\s+)?fix(?:es)?\s+(?:for|of)\b[^.]*\.?/gi;
const BUG_LINK = /bugs\.mysql\.com\/(?:bug\.php\?id=)?(\d{4,9})/i;

export function cvesIn(text: string): string[] {
  return unique((text.match(CVE) ?? []).map((cve) => cve.toUpperCase().replace(/[‐‑–]/g, '-')));
}

/** CVEs that a text and its links name. Where a link's words and its address name different ones, the words count. */
export function cvesOf(text: string, links: readonly Link[]): string[] {
  const written = cvesIn(text);
  const linked = links.filter((link) => cvesIn(link.text).length === 0).flatMap(({ href }) => cvesIn(href));
  return unique([...written, ...linked]);
}

/** Links whose words name a CVE and whose address names another one. */
export function mismatchedCveLinks(links: readonly Link[]): Link[] {
  return links.filter(({ text, href }) => {
    const written = cvesIn(text);
    const linked = cvesIn(href);
    return written.length > 0 && linked.length > 0 && !linked.some((cve) => written.includes(cve));
  });
}

/**
 * Numbers of MySQL community bugs that a text fixes. A number alone in code ticks is a bug only where
 * `isCommunitySection` says that the section lists such bugs.
 */
export function mysqlBugsOf(
  text: string,
  links: readonly Link[] = [],
  code: readonly string[] = [],
  isCommunitySection = false,
): string[] {
  const kept = text.replace(REVERTED, ' ');
  const named = [...kept.matchAll(BUG)].flatMap(([list]) => list.match(/\d{4,9}/g) ?? []);
  const linked = links.flatMap(({ href }) => BUG_LINK.exec(href)?.[1] ?? []);
  const ticked = isCommunitySection ? code.flatMap((words) => /^#?(\d{5,9})$/.exec(words)?.[1] ?? []) : [];
  return unique([...named, ...linked, ...ticked]);
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
