import type { SourceFile } from '../source.ts';

/** What every document has that declares a resource of AWS or names an image, whatever the tool; and more. */
const OURS =
  /aws|amazon|amzn|aurora|rds|al2|ami|crossplane|upbound|eksctl|releasever|version: *["']?[\d.]*mysql/i;
const MARK = /^---/gm;
const ANYTHING = /[^\r\n]/g;
/** A line that is neither a comment nor a mark alone. */
const SAYS = /^(?!---\s*(?:#|$))[ \t]*[^\s#]/m;

/**
 * The text of a YAML file, as long, without the documents that are about something else: manifests of many tools stand in
 * one file, and parsing costs more than all the rest.
 */
export function withoutOtherDocuments({ text }: SourceFile): string {
  const documents = documentTexts(text);
  if (documents.length === 1) return text;
  return documents.map((document) => (OURS.test(document) ? document : emptied(document))).join('');
}

/** Whether a YAML or JSON file has a document that can matter, by its text: what has none is not parsed. */
export function hasDocument({ text }: SourceFile, canMatter: (document: string) => boolean): boolean {
  return documentTexts(text).some((document) => canMatter(document) && SAYS.test(document));
}

/** The text of each document, its mark with it. */
function documentTexts(text: string): string[] {
  if (!text.includes('---')) return [text];
  const begins = text.startsWith('%') ? [] : [...text.matchAll(MARK)].map(({ index }) => index);
  return [0, ...begins].map((begin, nth) => text.slice(begin, begins[nth] ?? text.length));
}

/** The mark stays, so that what follows is a document of its own. */
function emptied(document: string): string {
  const mark = document.startsWith('---') ? '---' : '';
  return mark + document.slice(mark.length).replace(ANYTHING, ' ');
}
