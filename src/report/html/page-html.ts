import { createHash } from 'node:crypto';
import type { Language } from '../../l10n/index.ts';
import { fragment, trusted, type Html, type Part } from './html.ts';
import { STYLE } from './page-style.ts';

/** A document as one file, which loads nothing, runs nothing, and prints on A4. */
export function pageHtml({
  language,
  title,
  header,
  main,
}: {
  language: Language;
  title: string;
  header: Html | null;
  main: Part;
}): string {
  const digest = createHash('sha256').update(STYLE).digest('base64');
  const page = fragment`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${trusted(digest)}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
${header}
<main>
${main}</main>
</body>
</html>
`;
  return page.text;
}
