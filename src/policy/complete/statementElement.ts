import { opposites, statementElements } from '../elements';
import { isAttachedToPrincipal } from '../kind';
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

function fits(name: string, kind: PolicyKind): boolean {
  if (name.endsWith('Principal')) return !isAttachedToPrincipal(kind);
  if (name.endsWith('Resource')) return kind !== 'trust';
  return true;
}

export const completeStatementElement: Completer<'statementElement'> = ({ siblings }, { kind }) =>
  statementElements
    .filter(({ name }) => !siblings.includes(name) && !siblings.includes(opposites[name] ?? ''))
    .filter(({ name }) => fits(name, kind))
    .map(({ name }) => {
      const place = usual.indexOf(name);
      return {
        label: name,
        kind: 'element',
        rank: place < 0 ? usual.length : place,
        valueSnippet: values[name] ?? '"$1"',
        subject: { kind: 'element', name },
      };
    });
