import type { Statement } from './syntax';

/** Date values that AWS can read: seconds since 1970, or W3C dates of ISO 8601. */
const DATE =
  /^(?:\d{1,19}|-?\d{1,9}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?(?:t(?:[01]\d|2[0-3])(?::[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?)?(?:z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?)?)$/i;

/**
 * Whether a date operator has a value that is no date, on which AWS's parser fails.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function conditionProblem(condition: NonNullable<Statement['Condition']>): boolean {
  return Object.entries(condition).some(
    ([operator, keys]) =>
      /^(?:For(?:Any|All)Values?:)?Date/.test(operator) &&
      Object.values(keys).flat().some(isNoDate),
  );
}

function isNoDate(value: unknown): boolean {
  const text = String(value);
  return !text.includes('${') && !DATE.test(text);
}
