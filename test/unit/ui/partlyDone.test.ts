import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { IamError, isIamError } from '../../../src/iam/errors';
import { errorMessage } from '../../../src/ui/errorText';
import { partlyDone } from '../../../src/ui/partlyDone';

describe('partlyDone', () => {
  it('says how far it came, and keeps reason and advice', () => {
    const error = partlyDone(new IamError('quota', 'Too many.', { advice: 'Delete one.' }), 2, 5);
    assert.ok(isIamError(error));
    assert.equal(error.reason, 'quota');
    assert.equal(errorMessage(error), 'Too many. 2 of 5 were done before. Delete one.');
  });

  it('leaves the first failure and foreign errors as they are', () => {
    const first = new IamError('quota', 'Too many.');
    assert.equal(partlyDone(first, 0, 5), first);
    const foreign = new Error('boom');
    assert.equal(partlyDone(foreign, 2, 5), foreign);
  });
});
