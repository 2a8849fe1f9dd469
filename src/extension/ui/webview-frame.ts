import type * as vscode from 'vscode';
import type { Language } from '../../l10n/index.ts';

/** Page of a webview: name of its script and style, title, and language. */
export interface FramedPage {
  name: 'checklist' | 'version';
  title: string;
  language: Language;
}

/**
 * HTML of a webview before its script runs. The policy allows only the extension's own script, style and icon font. All
 * texts arrive by message and become text nodes.
 * @param page its title must be one of the extension's own texts, never text from outside
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
