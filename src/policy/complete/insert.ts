import type { PolicyLocation } from '../locate';
import type { CompletionItem, Proposal } from './item';

/** Text as it must stand in a snippet to mean itself. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** Proposals → edits: with quotes, colon, commas and brackets as the place needs them. */
export function toItems(
  proposals: readonly Proposal[],
  location: PolicyLocation,
  text: string,
): CompletionItem[] {
  const { replace, missingComma, commaAfter } = location;
  const startsQuoted = text[replace.offset] === '"' || text[replace.offset] === "'";
  const quote = startsQuoted ? text.charAt(replace.offset) : '';
  return proposals.map((proposal, i) => ({
    label: proposal.label,
    kind: proposal.kind,
    ...(proposal.detail === undefined ? {} : { detail: proposal.detail }),
    sortText: `${String(proposal.rank).padStart(2, '0')}${String(i).padStart(6, '0')}`,
    filterText: quote + (proposal.value ?? proposal.label),
    snippet: snippetOf(proposal, location) + (commaAfter ? ',' : ''),
    replace,
    additionalEdits:
      missingComma === undefined ? [] : [{ offset: missingComma, end: missingComma, text: ',' }],
    continues: proposal.continues ?? false,
    ...(proposal.subject ? { subject: proposal.subject } : {}),
  }));
}

function snippetOf(proposal: Proposal, location: PolicyLocation): string {
  if (proposal.snippet !== undefined) return proposal.snippet;
  const value = JSON.stringify(proposal.value ?? proposal.label);
  if ('hasColon' in location) {
    const key = escapeSnippet(value);
    return location.hasColon || !proposal.valueSnippet ? key : `${key}: ${proposal.valueSnippet}`;
  }
  if (proposal.continues) return `${escapeSnippet(value.slice(0, -1))}$0"`;
  return escapeSnippet(value);
}
