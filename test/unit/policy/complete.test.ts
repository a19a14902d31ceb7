import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cursor, language } from './language';

function labels(condition: string): string[] {
  const { text, offset } = cursor(
    `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:ListBucket","Resource":"*",${condition}}]}`,
  );
  return language.complete(text, offset).map(({ label }) => label);
}

describe('completion in conditions and principals', () => {
  it('offers operators', () => {
    assert.ok(labels('"Condition":{"|"}').includes('StringEquals'));
  });

  it('offers keys of the services of the actions, those that fit the operator first', () => {
    const keys = labels('"Condition":{"StringEquals":{"|"}}');
    assert.ok(keys.includes('s3:prefix') && keys.includes('aws:PrincipalOrgID'));
    assert.ok(keys.indexOf('s3:prefix') < keys.indexOf('aws:SecureTransport'));
  });

  it('offers values of closed lists', () => {
    assert.deepEqual(labels('"Condition":{"Bool":{"aws:SecureTransport":"|"}}'), ['true', 'false']);
    assert.ok(
      labels('"Condition":{"StringEquals":{"aws:RequestedRegion":"|"}}').includes('eu-west-1'),
    );
  });

  it('offers service principals', () => {
    assert.ok(labels('"Principal":{"Service":"|"}').includes('lambda.amazonaws.com'));
  });
});
