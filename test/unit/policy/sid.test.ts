import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { freeSid, sidFor } from '../../../src/policy/sid';
import { language } from './language';

function sidOf(statement: object): string {
  const [first] = language.parse(JSON.stringify({ Statement: [statement] })).statements;
  assert.ok(first);
  return sidFor(first, language.catalog);
}

describe('Sids that are made', () => {
  it('say effect, service, and action or access level', () => {
    assert.equal(sidOf({ Effect: 'Allow', Action: 's3:GetObject' }), 'AllowS3GetObject');
    assert.equal(
      sidOf({ Effect: 'Deny', Action: ['iam:CreateUser', 'iam:DeleteUser'] }),
      'DenyIamWrite',
    );
    assert.equal(sidOf({ Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'] }), 'AllowS3');
    assert.equal(sidOf({ Effect: 'Allow', Action: 'execute-api:*' }), 'AllowExecuteApi');
    assert.equal(sidOf({ Effect: 'Allow', Action: '*' }), 'AllowAll');
    assert.equal(sidOf({ Effect: 'Allow', Action: ['s3:*', 'sqs:*'] }), 'AllowSeveral');
    assert.equal(sidOf({ Effect: 'Deny', NotAction: 'iam:*' }), 'DenyAllButIam');
  });

  it('hold letters and digits only, whatever the actions are', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 12 }), { maxLength: 3 }), (actions) => {
        assert.match(sidOf({ Effect: 'Allow', Action: actions }), /^[A-Za-z0-9]+$/);
      }),
      { numRuns: 300 },
    );
  });

  it('differ from those that are taken', () => {
    assert.equal(freeSid('Read', new Set()), 'Read');
    assert.equal(freeSid('Read', new Set(['Read'])), 'Read2');
    assert.equal(freeSid('Read2', new Set(['Read2', 'Read3'])), 'Read4');
    assert.equal(freeSid('7', new Set(['7'])), '72');
  });
});
