import type { PolicyKind } from '../../kind';
import { arnDefaults } from '../arnTemplate';
import type { CompletionContext, Proposal } from '../item';
import { plainSnippet } from '../snippetText';
import { identitySnippets } from './identity';
import { organizationSnippets } from './organization';
import { resourceSnippets } from './resource';
import { statementTexts, type PolicySnippet } from './snippet';
import { trustSnippets } from './trust';

/** Every snippet. */
export const snippets: readonly PolicySnippet[] = [
  ...identitySnippets,
  ...trustSnippets,
  ...organizationSnippets,
  ...resourceSnippets,
];

/** Those for a kind of policy, put into the text by `write`. */
export function snippetProposals(
  context: CompletionContext,
  write: (statements: readonly string[]) => string,
): Proposal[] {
  const defaults = arnDefaults(context);
  return snippets.filter(isFor(context.kind)).map((snippet): Proposal => {
    const text = write(statementTexts(snippet, defaults));
    return {
      label: snippet.name,
      kind: 'snippet',
      detail: snippet.statements.length === 1 ? '' : `${snippet.statements.length} statements`,
      rank: 5,
      snippet: text,
      subject: { kind: 'snippet', text: snippet.description, body: plainSnippet(text) },
    };
  });
}

const isFor =
  (kind: PolicyKind) =>
  ({ kinds }: PolicySnippet) =>
    kind === 'unknown' || kinds.includes(kind);
