import { documentElements } from '../elements';
import { grammarOfKind } from '../facts/grammar';
import type { PolicyKind } from '../kind';
import { effectChoice } from './effect';
import type { Completer } from './item';
import { statementList } from './snippets/snippet';
import { bareStatement } from './statement';

function valueSnippetOf(name: string, kind: PolicyKind): string {
  if (name === 'Version') return '"2012-10-17"';
  if (name === 'Id') return '"$1"';
  return statementList([bareStatement(effectChoice(kind), kind)]);
}

export const completeDocumentElement: Completer<'documentElement'> = ({ siblings }, { kind }) =>
  documentElements
    .filter(({ name }) => !siblings.includes(name))
    .filter(({ name }) => name !== 'Id' || kind === 'unknown' || grammarOfKind[kind].id)
    .map(({ name }) => ({
      label: name,
      kind: 'element',
      rank: name === 'Id' ? 2 : 1,
      valueSnippet: valueSnippetOf(name, kind),
      subject: { kind: 'element', name },
    }));
