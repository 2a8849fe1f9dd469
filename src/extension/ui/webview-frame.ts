import type * as vscode from 'vscode';
import type { Language } from '../../l10n/index.ts';

/** What a page of a webview is made of: the name of its script and style, its title and its language. */
export interface FramedPage {
  name: 'checklist' | 'version';
  title: string;
  language: Language;
}

/**
 * The frame of a page. Its policy allows the product's own script, style and icon font and nothing else; every word comes
 * later by message and is put in as text. The title is one of ours: nothing from outside stands in it.
 */
export function webviewFrame(
  webview: vscode.Webview,
  folder: vscode.Uri,
  { name, title, language }: FramedPage,
): string {
  const nonce = crypto.randomUUID();
  const address = (file: string): string =>
    webview.asWebviewUri(folder.with({ path: `${folder.path}/${file}` })).toString();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${address(`${name}.css`)}">
</head>
<body>
<script nonce="${nonce}" type="module" src="${address(`${name}.js`)}"></script>
</body>
</html>`;
}
