/** The snippet syntax of VS Code: https://code.visualstudio.com/docs/editing/userdefinedsnippets#_snippet-syntax */

/** Text as it must stand in a snippet to mean itself. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** Whether the first place of a snippet is still to be written, so that what fits there is offered next. */
export function beginsOpen(snippet: string): boolean {
  return /^(?:[^$\\]|\\.)*\$\d/s.test(snippet);
}

/** An escape, a tab stop with choices, one with a text, or one alone. */
const syntax = /\\([\\$}])|\$\{(\d+)\|([^,|]*)[^|]*\|\}|\$\{(\d+):((?:\\.|[^\\}])*)\}|\$(\d+)/g;

/** What a snippet writes when nothing is typed at its tab stops. */
export function plainSnippet(snippet: string): string {
  const texts = new Map<string, string>();
  return snippet.replace(syntax, (...groups: (string | undefined)[]) => {
    const [, escaped, choiceStop, choice, textStop, text, stop] = groups;
    if (escaped !== undefined) return escaped;
    if (stop !== undefined) return texts.get(stop) ?? '';
    const plain = choice ?? (text ?? '').replace(/\\([\\$}])/g, '$1');
    texts.set(choiceStop ?? textStop ?? '', plain);
    return plain;
  });
}
