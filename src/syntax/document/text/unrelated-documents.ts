import type { SourceFile } from '../../source.ts';

/** Words in every document that declares an AWS resource or names an image, in any tool. */
const OURS =
  /aws|amazon|amzn|aurora|rds|al2|ami|crossplane|upbound|eksctl|releasever|version: *["']?[\d.]*mysql/i;
const MARK = /^---/gm;
const ANYTHING = /[^\r\n]/g;
/** A line other than a comment or a separator. */
const CONTENT = /^(?!---\s*(?:#|$))[ \t]*[^\s#]/m;

/**
 * Text of a YAML file, of the same length, without unrelated documents: manifests of many tools share a file, and
 * parsing costs more than everything else.
 */
export function withoutUnrelatedDocuments({ text }: SourceFile): string {
  const documents = documentTexts(text);
  if (documents.length === 1) return text;
  return documents.map((document) => (OURS.test(document) ? document : emptied(document))).join('');
}

/** True if a YAML or JSON file has a relevant document, by its text, so that other files are not parsed. */
export function hasDocument({ text }: SourceFile, canMatter: (document: string) => boolean): boolean {
  return documentTexts(text).some((document) => canMatter(document) && CONTENT.test(document));
}

/** Texts of the documents, with their separators. */
function documentTexts(text: string): string[] {
  if (!text.includes('---')) return [text];
  const begins = text.startsWith('%') ? [] : [...text.matchAll(MARK)].map(({ index }) => index);
  return [0, ...begins].map((begin, nth) => text.slice(begin, begins[nth] ?? text.length));
}

/** Blanked document; its separator stays, so that the next one remains separate. */
function emptied(document: string): string {
  const mark = document.startsWith('---') ? '---' : '';
  return mark + document.slice(mark.length).replace(ANYTHING, ' ');
}
