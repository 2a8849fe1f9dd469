import { randomBytes } from 'node:crypto';
import type * as vscode from 'vscode';
import { say, text, type Language } from '../../l10n/index.ts';

/**
 * The page's frame. Its policy allows the product's own script, style and icon font and nothing else; every word comes
 * later by message and is put in as text.
 */
export function pageHtml(webview: vscode.Webview, folder: vscode.Uri, language: Language): string {
  const nonce = randomBytes(16).toString('base64url');
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
<title>${say(text('panel.title'), language)}</title>
<link rel="stylesheet" href="${address('checklist.css')}">
</head>
<body>
<script nonce="${nonce}" type="module" src="${address('checklist.js')}"></script>
</body>
</html>`;
}
