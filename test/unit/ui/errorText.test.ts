import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { IamError } from '../../../src/iam/errors';
import { errorMessage } from '../../../src/ui/errorText';

describe('errorMessage', () => {
  const cases: [unknown, string][] = [
    [new IamError('notFound', 'There is no group “a”.'), 'There is no group “a”.'],
    [
      new IamError('expired', 'AWS: The token is expired', { advice: 'Sign in again.' }),
      'AWS: The token is expired. Sign in again.',
    ],
    [
      new IamError('readOnly', 'Nothing was sent.', { advice: 'Turn it off.' }),
      'Nothing was sent. Turn it off.',
    ],
    [new Error('boom'), 'Something went wrong: boom'],
    ['boom', 'Something went wrong: boom'],
  ];
  for (const [error, expected] of cases) {
    it(expected, () => assert.equal(errorMessage(error), expected));
  }
});
