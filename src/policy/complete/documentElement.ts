import { documentElements } from '../elements';
import type { Completer } from './item';

const values: Readonly<Record<string, string>> = {
  Version: '"2012-10-17"',
  Id: '"$1"',
  Statement:
    '[\n\t{\n\t\t"Effect": "${1|Allow,Deny|}",\n\t\t"Action": ["$2"],\n\t\t"Resource": ["$3"]\n\t}\n]',
};

export const completeDocumentElement: Completer<'documentElement'> = ({ siblings }, { kind }) =>
  documentElements
    .filter(({ name }) => !siblings.includes(name))
    .filter(({ name }) => name !== 'Id' || kind === 'resource' || kind === 'unknown')
    .map(({ name }) => ({
      label: name,
      kind: 'element',
      rank: name === 'Id' ? 2 : 1,
      valueSnippet: values[name] ?? '"$1"',
      subject: { kind: 'element', name },
    }));
