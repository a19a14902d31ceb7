import { value, type ValueSource } from './source';

const DAY = 24 * 60 * 60 * 1000;

/**
 * Days in universal time, as operators of dates want them, and seconds since 1970 for `aws:EpochTime`.
 * See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date
 */
export const dates: ValueSource = ({ key, operator: { known } }, { today }) => {
  const start = today === undefined ? NaN : Date.parse(`${today}T00:00:00Z`);
  if (Number.isNaN(start)) return [];
  const isNumber = known?.type === 'Numeric' && key === 'aws:epochtime';
  if (known?.type !== 'Date' && !isNumber) return [];
  const format = (time: number) =>
    isNumber ? String(time / 1000) : new Date(time).toISOString().replace('.000Z', 'Z');
  return [
    value(format(start), 0, 'today'),
    value(format(start + DAY), 1, 'tomorrow'),
    value(format(start + 30 * DAY), 2, 'in 30 days'),
    value(format(start + 365 * DAY), 3, 'in a year'),
  ];
};
