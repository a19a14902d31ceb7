import { value, type ValueSource } from './source';

export const booleans: ValueSource = ({ type, operator: { known } }) => {
  if (known?.name === 'Null') {
    return [value('true', 0, 'the key is missing'), value('false', 0, 'the key is there')];
  }
  const isBoolean = known?.type === 'Bool' || (!known && type === 'Bool');
  return isBoolean ? [value('true', 0), value('false', 0)] : [];
};
