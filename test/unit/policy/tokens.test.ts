import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { language } from './language';

/** `kind text` of every token. */
function tokens(text: string): string[] {
  return language.editor
    .tokens(language.parse(text))
    .map(({ kind, offset, end }) => `${kind} ${text.slice(offset, end)}`);
}

describe('tokens', () => {
  it('are service, action and wildcards of actions', () => {
    assert.deepEqual(tokens('{"Statement": [{"Action": ["s3:Get*Acl?", "*", "iam:PassRole"]}]}'), [
      'service s3',
      'action Get',
      'wildcard *',
      'action Acl',
      'wildcard ?',
      'wildcard *',
      'service iam',
      'action PassRole',
    ]);
  });

  it('are the parts of ARNs, with variables and wildcards', () => {
    const arn = 'arn:aws:dynamodb:eu-*-1:111122223333:table/${aws:username}-*';
    assert.deepEqual(tokens(`{"Statement": {"Resource": ["${arn}", "arn:aws:s3:::b/k", "*"]}}`), [
      'arn arn',
      'partition aws',
      'service dynamodb',
      'region eu-',
      'wildcard *',
      'region -1',
      'account 111122223333',
      'resourceType table',
      'variable ${aws:username}',
      'resource -',
      'wildcard *',
      'arn arn',
      'partition aws',
      'service s3',
      'resource b/k',
      'wildcard *',
    ]);
  });

  it('are qualifier, operator and suffix, key and tag key, and wildcards where they are some', () => {
    const text = `{"Statement": {"Principal": {"AWS": "arn:aws:iam::111122223333:role/x"}, "Condition": {
      "ForAnyValue:StringLikeIfExists": {"aws:RequestTag/team": ["a*", "\${aws:userid}"]},
      "StringEquals": {"s3:prefix": "a*"}}}}`;
    assert.deepEqual(tokens(text), [
      'arn arn',
      'partition aws',
      'service iam',
      'account 111122223333',
      'resourceType role',
      'resource x',
      'qualifier ForAnyValue',
      'operator StringLike',
      'qualifier IfExists',
      'service aws',
      'key RequestTag',
      'tagKey team',
      'wildcard *',
      'variable ${aws:userid}',
      'operator StringEquals',
      'service s3',
      'key prefix',
    ]);
  });

  it('stand where they are when the text before them is written with escapes', () => {
    const text = '{"Statement": {"Resource": "arn:aws:s3:::\\u0062\\/${aws:userid}*"}}';
    assert.deepEqual(tokens(text).slice(3), [
      'resource \\u0062\\/',
      'variable ${aws:userid}',
      'wildcard *',
    ]);
  });
});
