import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import type { PolicyReview } from '../services';

/** Stops what is not JSON; the policy language adds what it knows. */
export const policyReview: PolicyReview = {
  faults(text) {
    const errors: ParseError[] = [];
    parse(text, errors, { disallowComments: true });
    return Promise.resolve(
      errors.map(({ error, offset }) => ({
        message: `The text is not JSON: ${printParseErrorCode(error)}.`,
        offset,
      })),
    );
  },
  widened: () => Promise.resolve([]),
};
