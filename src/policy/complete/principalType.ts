import { principalTypes } from '../elements';
import { serviceOf, type PolicyKind } from '../kind';
import type { PolicyDocument } from '../document';
import type { Completer } from './item';

/** Only Amazon S3 knows canonical users; providers of identities are trusted by roles. */
function fits(name: string, kind: PolicyKind, document: PolicyDocument): boolean {
  if (name !== 'CanonicalUser') return true;
  const service = kind === 'resource' ? serviceOf(document) : undefined;
  return kind === 'resource' || kind === 'unknown'
    ? service === undefined || service.startsWith('s3')
    : false;
}

export const completePrincipalType: Completer<'principalType'> = (
  { siblings },
  { kind, document },
) =>
  principalTypes
    .filter(({ name }) => !siblings.includes(name) && fits(name, kind, document))
    .map(({ name, description }, rank) => ({
      label: name,
      kind: 'element',
      rank,
      valueSnippet: '"$1"',
      continues: true,
      subject: { kind: 'text', text: description },
    }));
