import type { PolicyLocation } from '../locate';
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
  const named = 'hasColon' in location && location.hasColon;
  return proposals.map((proposal, i) => {
    const { label, kind, detail, within, subject, value = label, filterText = value } = proposal;
    return {
      label,
      kind,
      ...(detail === undefined || detail === '' ? {} : { detail }),
      sortText: `${String(proposal.rank).padStart(2, '0')}${String(i).padStart(6, '0')}`,
      filterText: within ? filterText : opening + filterText + closing,
      snippet: snippetOf(proposal, location) + (commaAfter && !within ? ',' : ''),
      replace: within ?? replace,
      additionalEdits: within ? [] : additionalEdits,
      continues: (proposal.continues ?? false) && !named,
      ...(subject ? { subject } : {}),
    };
  });
}

/** Quotes of the replaced text that what was typed is matched with: the closing one where the cursor is behind it. */
function quotesOf({ at, replace, node }: PolicyLocation, text: string): [string, string] {
  const first = text.charAt(replace.offset);
  const quote = first === '"' || first === "'" ? first : '';
  const isBehind = node?.type === 'string' && node.closed && at === node.end;
  return [quote, isBehind ? quote : ''];
}

function snippetOf(proposal: Proposal, location: PolicyLocation): string {
  const { snippet, template, within, valueSnippet, continues } = proposal;
  if (snippet !== undefined) return snippet;
  if (within) return template ?? escapeSnippet(proposal.value ?? proposal.label);
  const value =
    template === undefined
      ? escapeSnippet(JSON.stringify(proposal.value ?? proposal.label))
      : `"${template}"`;
  if ('hasColon' in location) {
    return location.hasColon || !valueSnippet ? value : `${value}: ${valueSnippet}`;
  }
  return continues ? `${value.slice(0, -1)}$0"` : value;
}
