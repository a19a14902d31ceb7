import { resourcePolicyServices } from '../facts/resourcePolicies';
import { serviceOf } from '../kind';
import type { Completer } from './item';

/** A name by what the policy is on: `BucketPolicy`, `KeyPolicy`. */
export const completeId: Completer<'id'> = (_, { document }) => {
  const service = serviceOf(document);
  const what = service === undefined ? undefined : resourcePolicyServices().get(service)?.what;
  const words = (what ?? 'policy').split(' ');
  const name = [words[0] ?? '', words.length > 1 ? 'policy' : '']
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
  return [{ label: name, kind: 'value', rank: 0, subject: { kind: 'element', name: 'Id' } }];
};
