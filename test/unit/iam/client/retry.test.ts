import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { IamError, type IamErrorReason } from '../../../../src/iam/errors';
import {
  isSentOnce,
  isWrite,
  repeatability,
  secretsOf,
  type Repeatability,
} from '../../../../src/iam/client/operationRules';
import { mayHaveTakenEffect, retryDelay } from '../../../../src/iam/client/retry';

const REASONS: IamErrorReason[] = [
  'accessDenied',
  'alreadyExists',
  'notFound',
  'quota',
  'deleteConflict',
  'malformedPolicy',
  'invalidInput',
  'busy',
  'throttled',
  'noCredentials',
  'expired',
  'clockSkew',
  'answerLost',
  'unreachable',
  'notIam',
  'serviceFault',
  'readOnly',
  'cancelled',
  'unknown',
];
const CODES = [
  'NoSuchEntity',
  'ConcurrentModification',
  'EntityTemporarilyUnmodifiable',
  'Throttling',
  'HTTP200',
  'HTTP302',
  'HTTP403',
  'HTTP502',
  undefined,
];

interface Attempt {
  reason: IamErrorReason;
  code: string | undefined;
  repeatability: Repeatability;
  number: number;
  elapsed: number;
  awaitsEntity: boolean;
  random: number;
}

const attempts: fc.Arbitrary<Attempt> = fc.record({
  reason: fc.constantFrom(...REASONS),
  code: fc.constantFrom(...CODES),
  repeatability: fc.constantFrom<Repeatability>('read', 'charged', 'repeatable', 'once'),
  number: fc.integer({ min: 1, max: 30 }),
  elapsed: fc.integer({ min: 0, max: 200_000 }),
  awaitsEntity: fc.boolean(),
  random: fc.double({ min: 0, max: 0.999, noNaN: true }),
});

function delayOf({ reason, code, random, ...rest }: Attempt): number | undefined {
  return retryDelay({ ...rest, error: new IamError(reason, '', { code }) }, () => random);
}

describe('retryDelay', () => {
  it('never repeats what must be sent once when it may have been carried out', () => {
    fc.assert(
      fc.property(attempts, (attempt) => {
        const doubtful = mayHaveTakenEffect(
          new IamError(attempt.reason, '', { code: attempt.code }),
        );
        if (isSentOnce(attempt.repeatability) && doubtful)
          assert.equal(delayOf(attempt), undefined);
      }),
    );
  });

  it('never repeats what AWS has decided', () => {
    const decided = ['quota', 'accessDenied', 'alreadyExists', 'deleteConflict', 'malformedPolicy'];
    fc.assert(
      fc.property(attempts, (attempt) => {
        if (decided.includes(attempt.reason)) assert.equal(delayOf(attempt), undefined);
      }),
    );
  });

  it('ends: after so many attempts or so much time, with waits that stay short', () => {
    fc.assert(
      fc.property(attempts, (attempt) => {
        const delay = delayOf(attempt);
        if (delay === undefined) return;
        assert.ok(delay >= 0 && delay <= 8_000);
        assert.ok(attempt.number < 20 && attempt.elapsed + delay <= 90_000);
      }),
    );
  });

  it('waits at least half of the full time, and longer with each attempt', () => {
    const error = new IamError('throttled', '');
    const attempt = { error, repeatability: 'read', elapsed: 0, awaitsEntity: false } as const;
    const delays = [1, 2, 3, 4, 5, 6].map((number) => retryDelay({ ...attempt, number }, () => 0));
    assert.deepEqual(delays, [250, 500, 1000, 2000, 4000, 4000]);
  });
});

describe('operationRules', () => {
  it('takes everything but reading for a write', () => {
    for (const name of [
      'GetUser',
      'ListUsers',
      'GenerateCredentialReport',
      'SimulateCustomPolicy',
    ]) {
      assert.equal(isWrite(name), false, name);
    }
    for (const name of [
      'CreateUser',
      'DeleteUser',
      'PutUserPolicy',
      'AcquireRole',
      'ResyncMFADevice',
    ]) {
      assert.equal(isWrite(name), true, name);
    }
  });

  it('knows what must not be carried out twice', () => {
    const once = [
      'CreateAccessKey',
      'CreatePolicyVersion',
      'CreateVirtualMFADevice',
      'CreateServiceSpecificCredential',
      'UploadSigningCertificate',
      'UploadSSHPublicKey',
      'ResetServiceSpecificCredential',
      'SomethingNew',
    ];
    for (const name of once) assert.equal(repeatability(name, {}), 'once', name);
    assert.equal(repeatability('UpdateUser', { NewUserName: 'b' }), 'once');
    assert.equal(repeatability('UpdateUser', { NewPath: '/b/' }), 'repeatable');
    assert.equal(repeatability('PutUserPolicy', {}), 'repeatable');
    assert.equal(repeatability('ListUsers', {}), 'read');
    assert.equal(repeatability('ValidatePolicy', {}), 'read');
    assert.equal(repeatability('CheckNoNewAccess', {}), 'charged');
  });

  it('knows which inputs are secret', () => {
    assert.deepEqual(secretsOf({ UserName: 'a', Password: 'p', PrivateKey: 'k' }), ['p', 'k']);
  });
});
