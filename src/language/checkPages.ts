import * as vscode from 'vscode';

/**
 * Scheme of the pages that explain codes. A link of a diagnostic may not run a command, but it may
 * open a document; "workbench.editorAssociations" in package.json shows those of this scheme as a
 * Markdown preview.
 */
const SCHEME = 'iam-check';

/** The page of a code. */
export function checkPage(code: string): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${code}.md` });
}

/** Pages of the checks, which ship in docs/checks. */
export function registerCheckPages(extension: vscode.Uri): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    async provideTextDocumentContent({ path }) {
      const name = /^\/([A-Z0-9_]+)\.md$/.exec(path)?.[1];
      if (name === undefined) return 'There is no such page.';
      const file = vscode.Uri.joinPath(extension, 'docs', 'checks', `${name}.md`);
      try {
        return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
      } catch {
        return `There is no page of ${name}.`;
      }
    },
  });
}
