import { conditionOperators } from '../facts/conditionOperators';
import type { Completer } from './item';

export const completeConditionOperator: Completer<'conditionOperator'> = ({ siblings }) =>
  conditionOperators
    .filter(({ name }) => !siblings.includes(name))
    .map(({ name, type }) => ({
      label: name,
      kind: 'operator',
      rank: type === 'String' || type === 'ARN' || type === 'Bool' ? 0 : 1,
      valueSnippet: '{ "$1": "$2" }',
      subject: { kind: 'operator', name },
    }));
