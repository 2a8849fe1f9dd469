/** A guide of release notes whose pages are all direct children of one address. */
export interface Guide {
  url: string;
  /** The address of a page by its file name. */
  page: (name: string) => string;
  /**
   * File name of the page of this guide that a link refers to, `.html` in any case; null for other links. Real pages
   * link as `./X.html`, `X.md`, absolutely, and in one table by a path relative to the wrong folder.
   */
  pageOf: (href: string) => string | null;
}

/** @param folder as in addresses: `AuroraMySQLReleaseNotes` */
export function guideOf(folder: string): Guide {
  const url = `https://docs.aws.amazon.com/AmazonRDS/latest/${folder}/`;
  return {
    url,
    page: (name) => `${url}${name}`,
    pageOf(href) {
      const path = href.split(/[?#]/, 1)[0] ?? '';
      const isElsewhere = /^[a-z]+:|^\//i.test(path) && !path.includes(`/${folder}/`);
      const name = /(?:^|\/)([\w.-]+)\.(?:html|md)$/.exec(path)?.[1];
      return name === undefined || isElsewhere ? null : `${name}.html`;
    },
  };
}

/** HTML page for a Markdown twin, for links in results. */
export function htmlUrl(url: string): string {
  return url.replace(/\.md(?=$|[?#])/, '.html');
}
