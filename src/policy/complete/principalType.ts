import { principalTypes } from '../elements';
import type { Completer } from './item';

export const completePrincipalType: Completer<'principalType'> = ({ siblings }) =>
  principalTypes
    .filter(({ name }) => !siblings.includes(name))
    .map(({ name, description }, rank) => ({
      label: name,
      kind: 'element',
      rank,
      valueSnippet: '"$1"',
      subject: { kind: 'text', text: description },
    }));
