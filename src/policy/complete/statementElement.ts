import { opposites, statementElements } from '../elements';
import { grammarOfKind } from '../facts/grammar';
import type { PolicyKind } from '../kind';
import type { Completer } from './item';

const values: Readonly<Record<string, string>> = {
  Sid: '"$1"',
  Effect: '"${1|Allow,Deny|}"',
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
  if (kind === 'rcp' && name === 'Effect') return '"Deny"';
  return values[name] ?? '"$1"';
}

export const completeStatementElement: Completer<'statementElement'> = ({ siblings }, { kind }) => {
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
        continues: valueOf(name, kind).includes('"$1"'),
        subject: { kind: 'element', name },
      };
    });
};
