/** Address of the Markdown twin of an HTML page; the vendor has one for every page. */
export function twinUrl(url: string): string {
  return url.replace(/\.html(?=$|[?#])/, '.md');
}
