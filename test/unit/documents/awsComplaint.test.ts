import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeOfComplaint } from '../../../src/documents/awsComplaint';

const policy = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3get", "Resource": "arn:awss:s3:::bucket/*" }
  ]
}`;

function complained(message: string, text = policy): string {
  const { start, end } = placeOfComplaint(message, text);
  return text.slice(start, end);
}

test('the ARN that AWS names is the place', () => {
  assert.equal(
    complained('Partition "awss" is not valid for resource "arn:awss:s3:::bucket/*".'),
    '"arn:awss:s3:::bucket/*"',
  );
});

test('a quoted value is the place, and a full stop behind it is not part of it', () => {
  assert.equal(complained('Vendor s3get is not valid.'), '"s3get"');
});

test('the version complaint is placed on the Version element', () => {
  assert.equal(complained('Policy document must be version 2012-10-17 or greater.'), '"Version"');
});

test('a complaint that names nothing in the text is placed on the first line', () => {
  assert.equal(complained('Syntax errors in policy.'), '{');
  assert.equal(complained('The policy failed legacy parsing', 'no line end'), 'no line end');
});
