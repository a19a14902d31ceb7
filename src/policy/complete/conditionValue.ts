import { parseOperator } from '../conditionOperators';
import { regions } from '../facts/partitions';
import type { Completer } from './item';

/** Values that are of a closed list: true and false, Regions. */
export const completeConditionValue: Completer<'conditionValue'> = ({
  operator,
  key,
  siblings,
}) => {
  const { known } = parseOperator(operator);
  const values =
    known?.name === 'Bool' || known?.name === 'Null'
      ? ['true', 'false']
      : key.toLowerCase() === 'aws:requestedregion'
        ? regions
        : [];
  return values
    .filter((value) => !siblings.includes(value))
    .map((label) => ({ label, kind: 'value', rank: 0 }));
};
