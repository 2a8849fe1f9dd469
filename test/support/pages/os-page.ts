import { parseAmazonLinuxPage } from '../../../src/products/amazon-linux/notes/release-page.ts';
import type { Page, ParsedPage, RawRelease } from '../../../src/products/source.ts';
import { say } from '../../../src/l10n/index.ts';
import type { PackageUpdate } from '../../../src/model/index.ts';
import type { AmazonLinuxWithNotes } from '../../../src/products/amazon-linux/versions.ts';
import { bullets, wrapped } from './aurora-page.ts';

export const AL2_GUIDE = 'https://docs.aws.amazon.com/AL2/latest/relnotes/';
export const AL2023_GUIDE = 'https://docs.aws.amazon.com/linux/al2023/release-notes/';

const AL2_TITLE = 'Amazon Linux 2 version 2.0.20310506.0 release notes';
const AL2023_TITLE = 'Amazon Linux 2023 version 2023.30.20310506 release notes';

export function parseOs(
  product: AmazonLinuxWithNotes,
  content: string,
  more: Partial<Page> & { title?: string } = {},
): ParsedPage {
  const { title = product === 'amazon-linux-2' ? AL2_TITLE : AL2023_TITLE, ...page } = more;
  const url =
    product === 'amazon-linux-2'
      ? `${AL2_GUIDE}relnotes-20310509.html`
      : `${AL2023_GUIDE}relnotes-2023.30.20310506.html`;
  return parseAmazonLinuxPage(product, {
    url,
    body: wrapped(content, title),
    contentType: 'text/html',
    ...page,
  });
}

/** Release of a page, which must have no problems. */
export function osReleaseOf(
  product: AmazonLinuxWithNotes,
  content: string,
  more: Partial<Page> & { title?: string } = {},
): RawRelease {
  const { releases, problems } = parseOs(product, content, more);
  const [release] = releases;
  if (problems.length > 0 || release === undefined) {
    throw new Error(problems.map(({ text }) => say(text, 'en')).join('\n') || 'no release');
  }
  return release;
}

/** `curl 8.1-1.amzn2 [x86_64 aarch64] CVE-… (extras)` of every package. */
export function packageLines(packages: readonly PackageUpdate[] | undefined): string[] {
  return (packages ?? []).map(({ name, version, arches, cves, channel }) =>
    [
      `${name} ${version}`,
      arches.length > 0 ? `[${arches.join(' ')}]` : '',
      ...cves,
      channel === null ? '' : `(${channel})`,
    ]
      .filter(Boolean)
      .join(' '),
  );
}

export function paragraphs(...texts: readonly string[]): string {
  return texts.map((text) => `<p>${text}</p>`).join('\n');
}

/** A table as the site writes it; the first row is the head. */
export function tableOf(...rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const cells = (row: readonly string[], tag: string): string =>
    row.map((cell) => `<${tag}>${cell}</${tag}>`).join('');
  return `<div class="table-container"><div class="table-contents"><table><thead><tr>${cells(head, 'th')}</tr></thead>
    <tbody>${body.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('\n')}</tbody></table></div></div>`;
}

export { bullets };
