/**
 * Texts for hovers and completion lists are Markdown. What comes from a document or from the
 * catalog's data goes through these functions, so that it is shown as text whatever it holds.
 */

/** Text as Markdown that shows just this text. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f]/g, ' ')
    .replace(/[\\`*_{}[\]()#+\-.!|~$:@]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** Characters that are shown of a text in code style. */
const MAX_CODE = 500;

/** Text in code style, on one line, cut when it is very long. */
export function code(text: string): string {
  const short = text.length > MAX_CODE ? `${text.slice(0, MAX_CODE)}…` : text;
  const line = short.replace(/\s+/g, ' ');
  const fence = '`'.repeat(longestRun(line) + 1);
  const gap = fence.length > 1 || line.startsWith('`') ? ' ' : '';
  return `${fence}${gap}${line}${gap}${fence}`;
}

/** Lines of JSON as a block of code. */
export function codeBlock(text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}json\n${text}\n${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

/** Whether an address is one of AWS's pages, with nothing in it that would end a Markdown link. */
export function isAwsPage(address: string | undefined): address is string {
  return (
    address !== undefined &&
    /^https:\/\/[a-z0-9.-]+\.(?:amazon|aws)(?:\.com)?\/[^\s()<>"]*$/.test(address)
  );
}

/** A link to a page of AWS; to nothing else, for the address may come from data. */
export function link(label: string, address: string | undefined): string | undefined {
  if (!isAwsPage(address)) return undefined;
  return `[${escapeMarkdown(label)}](${address})`;
}

/** Paragraphs, those without text left out. */
export function paragraphs(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part).join('\n\n');
}

export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
