import { documentValues } from '../documentValues';
import type { Proposal } from '../item';
import { hasVariables } from '../variable';
import { value, type ValueSource } from './source';

/** Tag keys that the document uses; for the value of a tag the principal's own tag of that key. */
export const tags: ValueSource = ({ key, operator, place }, { document }) => {
  if (key === 'aws:tagkeys') {
    return documentValues(document).tagKeys.map((tagKey) => value(tagKey, 1, 'tag key'));
  }
  const tagKey = /tag\/(.+)$/i.exec(place.key)?.[1];
  if (!tagKey || !operator.known?.variables || !hasVariables(document) || /[$<{*?]/.test(tagKey))
    return [];
  if (key.startsWith('aws:principaltag/')) return [];
  const own: Proposal = {
    label: `\${aws:PrincipalTag/${tagKey}}`,
    kind: 'variable',
    detail: 'the same tag of the principal',
    rank: 2,
    subject: { kind: 'key', key: 'aws:PrincipalTag/${TagKey}' },
  };
  return [own];
};
