import { grammarOfKind } from '../facts/grammar';
import type { PolicyKind } from '../kind';
import { effectsOf } from './effect';
import type { Completer, Proposal } from './item';
import { snippetProposals } from './snippets/index';
import { statementList } from './snippets/snippet';
import { beginsOpen, plainSnippet } from './snippetText';

/** Whole statements: bare ones with the elements that the kind takes, and the snippets of the kind. */
export const completeStatement: Completer<'statement'> = ({ inArray }, context) => {
  const write = (statements: readonly string[]) =>
    inArray ? statements.join(',\n') : statementList(statements);
  const { kind } = context;
  const bare = effectsOf(kind).map((effect, rank): Proposal => {
    const snippet = write([bareStatement(effect, kind)]);
    return {
      label: `${effect} statement`,
      kind: 'snippet',
      rank,
      snippet,
      continues: beginsOpen(snippet),
      subject: {
        kind: 'snippet',
        text: `A statement that ${effect === 'Allow' ? 'allows' : 'denies'} actions.`,
        body: plainSnippet(snippet),
      },
    };
  });
  return [...bare, ...snippetProposals(context, write)];
};

/** A statement with the elements that a kind takes, its values at tab stops from 2 on. */
export function bareStatement(effect: string, kind: PolicyKind): string {
  const forbidden: readonly string[] =
    kind === 'unknown' ? grammarOfKind.identity.forbidden : grammarOfKind[kind].forbidden;
  const principal = kind === 'rcp' ? '"*"' : '{ "${2|AWS,Service,Federated|}": "$3" }';
  const lines = [
    `"Effect": "${effect}"`,
    ...(forbidden.includes('Principal') ? [] : [`"Principal": ${principal}`]),
    '"Action": ["$4"]',
    ...(forbidden.includes('Resource') ? [] : ['"Resource": "$5"']),
  ];
  return `{\n${lines.map((line) => `\t${line}`).join(',\n')}\n}`;
}
