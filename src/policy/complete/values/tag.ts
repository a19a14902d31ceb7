import { documentValues } from '../documentValues';
import type { Proposal } from '../item';
import { value, type ValueSource } from './source';

const VARIABLES = '2012-10-17';

/** Tag keys that the document uses; for the value of a tag the principal's own tag of that key. */
export const tags: ValueSource = ({ key, operator, place }, { document }) => {
  if (key === 'aws:tagkeys') {
    return documentValues(document).tagKeys.map((tagKey) => value(tagKey, 1, 'tag key'));
  }
  const tagKey = /tag\/(.+)$/i.exec(place.key)?.[1];
  const version = document.elements.get('Version')?.value;
  const hasVariables = version?.type === 'string' && version.value === VARIABLES;
  if (!tagKey || !operator.known?.variables || !hasVariables || /[$<{*?]/.test(tagKey)) return [];
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
