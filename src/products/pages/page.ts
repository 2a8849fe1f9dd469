/** A page as received: its address, its body and its format. */
export interface Page {
  /** Absolute URL at the vendor's own host, whatever origin was actually requested. */
  url: string;
  /** In base64 for a packed file (`.gz`). */
  body: string;
  contentType: string;
}

/** Reads a page by its URL; the fetcher of catalogue/fetch, or a test's. Rejects if the page cannot be read. */
export type ReadPage = (url: string) => Promise<Page>;
