import type { SourceFile } from '../../source.ts';

/** One of these words is in every document that declares an AWS resource or names an image, in any tool. */
const RELATED_WORDS = new RegExp(
  [
    'aws|amazon|amzn|aurora|rds|al2|ami|crossplane|upbound|eksctl|releasever',
    String.raw`version: *["']?[\d.]*mysql`,
  ].join('|'),
  'i',
);
const DOCUMENT_START = /^---/gm;
const EVERY_CHARACTER = /[^\r\n]/g;
/** A line other than a comment or a separator. */
const CONTENT_LINE = /^(?!---\s*(?:#|$))[ \t]*[^\s#]/m;

/**
 * Replaces unrelated documents of a YAML file by blanks: manifests of many tools share a file, and parsing is the most
 * expensive step.
 */
export function withoutUnrelatedDocuments({ text }: SourceFile): string {
  const documents = documentTexts(text);
  if (documents.length === 1) return text;
  return documents
    .map((document) => (RELATED_WORDS.test(document) ? document : blankedDocument(document)))
    .join('');
}

/** True if a YAML or JSON file may have a relevant document. Tests its text, so that other files are not parsed. */
export function hasRelevantDocument(
  { text }: SourceFile,
  isRelevant: (document: string) => boolean,
): boolean {
  return documentTexts(text).some((document) => isRelevant(document) && CONTENT_LINE.test(document));
}

/** Texts of the documents, with their separators. */
function documentTexts(text: string): string[] {
  if (!text.includes('---')) return [text];
  const begins = text.startsWith('%') ? [] : [...text.matchAll(DOCUMENT_START)].map(({ index }) => index);
  return [0, ...begins].map((begin, nth) => text.slice(begin, begins[nth] ?? text.length));
}

/** Blanked document. Its separator stays, to keep the next one separate. */
function blankedDocument(document: string): string {
  const mark = document.startsWith('---') ? '---' : '';
  return mark + document.slice(mark.length).replace(EVERY_CHARACTER, ' ');
}
