import type { Statement } from '../document';
import { opposites, statementElements } from '../elements';
import { grammarOfKind } from '../facts/grammar';
import type { PolicyKind } from '../kind';
import { effectChoice } from './effect';
import type { Completer } from './item';

const values: Readonly<Record<string, string>> = {
  Sid: '"$1"',
  Principal: '{ "$1": "$2" }',
  NotPrincipal: '{ "$1": "$2" }',
  Action: '["$1"]',
  NotAction: '["$1"]',
  Resource: '["$1"]',
  NotResource: '["$1"]',
  Condition: '{\n\t"$1": { "$2": "$3" }\n}',
};

/** The order in which a statement is usually written; what is left out is seldom wanted. */
const usual = ['Effect', 'Principal', 'Action', 'Resource', 'Condition', 'Sid'];

/** Resource control policies are about everyone, and can only deny. */
function valueOf(name: string, kind: PolicyKind): string {
  if (kind === 'rcp' && name === 'Principal') return '"*"';
  if (name === 'Effect') return `"${effectChoice(kind)}"`;
  return values[name] ?? '"$1"';
}

const isBegun = (statement: Statement | undefined) =>
  statement?.effect !== undefined || (statement?.actions.length ?? 0) > 0;

export const completeStatementElement: Completer<'statementElement'> = (
  { siblings, statement },
  { kind },
) => {
  const forbidden: readonly string[] = kind === 'unknown' ? [] : grammarOfKind[kind].forbidden;
  return statementElements
    .filter(({ name }) => !siblings.includes(name) && !siblings.includes(opposites[name] ?? ''))
    .filter(({ name }) => !forbidden.includes(name))
    .map(({ name }) => {
      const place = usual.indexOf(name);
      return {
        label: name,
        kind: 'element',
        rank: place < 0 ? usual.length : place,
        valueSnippet: valueOf(name, kind),
        // A name for a statement is proposed by what it does.
        continues: valueOf(name, kind).includes('"$1"') && (name !== 'Sid' || isBegun(statement)),
        subject: { kind: 'element', name },
      };
    });
};
