import type { PolicyLocation } from '../locate';
import type { Span } from '../syntax';
import { escapeSnippet } from './snippetText';
import type { CompletionItem, Proposal } from './item';

/** Proposals → edits: with quotes, colon, commas and brackets as the place needs them. */
export function toItems(
  proposals: readonly Proposal[],
  location: PolicyLocation,
  text: string,
): CompletionItem[] {
  const { replace, missingComma, commaAfter } = location;
  const additionalEdits =
    missingComma === undefined ? [] : [{ offset: missingComma, end: missingComma, text: ',' }];
  const [opening, closing] = quotesOf(location, text);
  const inner = innerOf(location, text);
  const named = 'hasColon' in location && location.hasColon;
  return proposals.map((proposal, i) => {
    const { label, kind, detail, within, subject, value = label, filterText = value } = proposal;
    const inside = within ?? (isWord(proposal, location) ? inner : undefined);
    return {
      label,
      kind,
      ...(detail === undefined || detail === '' ? {} : { detail }),
      sortText: `${String(proposal.rank).padStart(2, '0')}${String(i).padStart(6, '0')}`,
      filterText: inside ? filterText : opening + filterText + closing,
      snippet: inside ? wordOf(proposal) : snippetOf(proposal, location) + (commaAfter ? ',' : ''),
      replace: inside ?? replace,
      additionalEdits: within ? [] : additionalEdits,
      continues: (proposal.continues ?? false) && !named,
      ...(subject ? { subject } : {}),
    };
  });
}

/**
 * What is between the quotes, where the cursor is there and both quotes can stay. The quotes are
 * left alone then: replaced, they would take away the place that a snippet has there, and Tab would
 * not go on to the snippet's next one.
 */
function innerOf(
  { at, replace, node, commaAfter }: PolicyLocation,
  text: string,
): Span | undefined {
  if (node?.type !== 'string' || !node.closed || commaAfter) return undefined;
  const { offset, end } = replace;
  const isQuoted = text.charAt(offset) === '"' && text.charAt(end - 1) === '"';
  return isQuoted && at > offset && at < end ? { offset: offset + 1, end: end - 1 } : undefined;
}

/** Whether a proposal brings nothing but a string. */
function isWord({ snippet, valueSnippet }: Proposal, location: PolicyLocation): boolean {
  if (snippet !== undefined) return false;
  return !('hasColon' in location) || location.hasColon || valueSnippet === undefined;
}

/** Quotes of the replaced text that what was typed is matched with: the closing one where the cursor is behind it. */
function quotesOf({ at, replace, node }: PolicyLocation, text: string): [string, string] {
  const first = text.charAt(replace.offset);
  const quote = first === '"' || first === "'" ? first : '';
  const isBehind = node?.type === 'string' && node.closed && at === node.end;
  return [quote, isBehind ? quote : ''];
}

/** As it stands between quotes. */
function wordOf({ template, label, value = label }: Proposal): string {
  return template ?? escapeSnippet(JSON.stringify(value).slice(1, -1));
}

function snippetOf(proposal: Proposal, location: PolicyLocation): string {
  const { snippet, valueSnippet, continues } = proposal;
  if (snippet !== undefined) return snippet;
  const value = `"${wordOf(proposal)}"`;
  if ('hasColon' in location) {
    return location.hasColon || !valueSnippet ? value : `${value}: ${valueSnippet}`;
  }
  return continues ? `${value.slice(0, -1)}$0"` : value;
}
