/** A page as it came: its address below the origin, its body and how it was read. */
export interface Page {
  /** Absolute URL at the vendor's own host, whatever origin was really asked. */
  url: string;
  /** In base64 for a packed file (`.gz`). */
  body: string;
  contentType: string;
}

/** Reads a page by its URL; the fetcher of catalogue/fetch, or a test's. Rejects when the page cannot be had. */
export type ReadPage = (url: string) => Promise<Page>;
