import type { Link } from '../pages/blocks.ts';

const CVE = /\bCVE[-‐‑–]\d{4}[-‐‑–]\d{4,}\b/gi;

export function cvesIn(text: string): string[] {
  return unique((text.match(CVE) ?? []).map((cve) => cve.toUpperCase().replace(/[‐‑–]/g, '-')));
}

/** CVEs that a text and its links name. If a link's words and address disagree, the words count. */
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

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
