/** Guide of the release notes; every page stands directly below it. */
export const GUIDE = 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes/';

/** The address of a page of the guide by its file name. */
export function pageUrl(name: string): string {
  return `${GUIDE}${name}`;
}

/**
 * The file name of a page of this guide that a link leads to, `.html` in any case, or null when it leads elsewhere.
 * Real pages link as `./X.html`, `X.md`, absolutely, and in one table by a path that is relative to the wrong folder.
 */
export function guidePage(href: string): string | null {
  const path = href.split(/[?#]/, 1)[0] ?? '';
  const isElsewhere = /^[a-z]+:|^\//i.test(path) && !path.includes('/AuroraMySQLReleaseNotes/');
  const name = /(?:^|\/)([\w.-]+)\.(?:html|md)$/.exec(path)?.[1];
  return name === undefined || isElsewhere ? null : `${name}.html`;
}

/** The HTML page of a Markdown twin: what people are sent to. */
export function htmlUrl(url: string): string {
  return url.replace(/\.md(?=$|[?#])/, '.html');
}
