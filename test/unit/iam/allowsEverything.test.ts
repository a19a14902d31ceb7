import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allowsEverything } from '../../../src/iam/allowsEverything';

const policy = (statement: unknown): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statement });
const full = { Effect: 'Allow', Action: '*', Resource: '*' };

describe('allowsEverything', () => {
  const yes: [string, unknown][] = [
    ['one statement', full],
    ['a list', [full]],
    ['lists of one', [{ Effect: 'Allow', Action: ['*:*'], Resource: ['*'] }]],
    ['beside others', [{ Effect: 'Deny', Action: 's3:*', Resource: '*' }, full]],
  ];
  for (const [name, statement] of yes) {
    it(`is true for ${name}`, () => assert.equal(allowsEverything(policy(statement)), true));
  }

  const no: [string, string][] = [
    ['a Deny', policy({ ...full, Effect: 'Deny' })],
    ['a condition', policy({ ...full, Condition: { Bool: { 'aws:SecureTransport': 'true' } } })],
    ['one service', policy({ ...full, Action: 's3:*' })],
    ['one resource', policy({ ...full, Resource: 'arn:aws:s3:::b' })],
    ['a broken document', '{"Statement": ['],
    ['null', 'null'],
    ['a null statement', policy([null])],
    ['no statement', '{}'],
  ];
  for (const [name, document] of no) {
    it(`is false for ${name}`, () => assert.equal(allowsEverything(document), false));
  }
});
