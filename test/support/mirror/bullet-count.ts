/** Headings of sections that list no changes, as on the mirror's pages. */
const OTHER_SECTIONS = /^(?:Comparison with|MySQL 5\.7 compat|CLI differences|Features not supported)/;

/**
 * Counts the bullets of a page of the mirror by searching its text: list items without another one around them, in the
 * sections about changes, without labels in bold.
 */
export function countBullets(html: string): number {
  const text = html.slice(html.indexOf('id="main-col-body"'), html.indexOf('id="main-col-footer"'));
  const sections = text.split(/<h2\b/).slice(1);
  return sections
    .filter((section) => !OTHER_SECTIONS.test(/>([^<]*)</.exec(section)?.[1] ?? ''))
    .reduce((count, section) => count + topLevelItems(section), 0);
}

function topLevelItems(section: string): number {
  let depth = 0;
  let count = 0;
  for (const [tag] of section.matchAll(/<li\b[^>]*>(?:\s*<p><b>[^<]*<\/b><\/p>)?|<\/li>/g)) {
    if (tag === '</li>') depth--;
    else if (depth++ === 0 && !tag.endsWith('</p>')) count++;
  }
  return count;
}
