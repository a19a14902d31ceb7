import { conditionKeyValues, numberMeanings } from '../../facts/conditionKeyValues';
import { samlAudiences } from '../../facts/federation';
import { value, type ValueSource } from './source';

/** Values of keys that have a few. */
export const enumerated: ValueSource = ({ key, operator: { known } }) => {
  if (known?.name === 'Null') return [];
  if (key === 'saml:aud') {
    return Object.entries(samlAudiences).map(([partition, url], rank) =>
      value(url, rank, partition),
    );
  }
  const values = conditionKeyValues().get(key) ?? [];
  return values.map((label) => value(label, 0, numberMeanings[`${key} ${label}`]));
};
