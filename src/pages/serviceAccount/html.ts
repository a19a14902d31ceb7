import { randomBytes } from 'node:crypto';
import type * as vscode from 'vscode';

/** The page's frame: no inline script, nothing from elsewhere, no content. The client fills it. */
export function pageHtml(
  webview: vscode.Webview,
  files: { script: vscode.Uri; style: vscode.Uri },
): string {
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="UTF-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1.0" />
    <link id="vscode-codicon-stylesheet" rel="stylesheet" href="${String(webview.asWebviewUri(files.style))}" />
    <title>Service account</title>
  </head>
  <body>
    <main id="page"></main>
    <p id="announcement" class="announcement" role="status" aria-live="polite"></p>
    <script nonce="${nonce}" src="${String(webview.asWebviewUri(files.script))}"></script>
  </body>
</html>
`;
}
