/** A guide of release notes, whose pages all stand directly below one address. */
export interface Guide {
  url: string;
  /** The address of a page by its file name. */
  page: (name: string) => string;
  /**
   * The file name of a page of this guide that a link leads to, `.html` in any case, or null when it leads elsewhere.
   * Real pages link as `./X.html`, `X.md`, absolutely, and in one table by a path that is relative to the wrong folder.
   */
  pageOf: (href: string) => string | null;
}

/** @param folder as addresses name it: `AuroraMySQLReleaseNotes` */
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

/** The HTML page of a Markdown twin: what people are sent to. */
export function htmlUrl(url: string): string {
  return url.replace(/\.md(?=$|[?#])/, '.html');
}
