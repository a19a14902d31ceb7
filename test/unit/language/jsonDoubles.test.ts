import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { offeredByJson } from '../../../src/language/jsonDoubles';
import { locate } from '../../../src/policy/locate';
import { parsePolicy } from '../../../src/policy/parse';

/** Statements, one of them with a `|` at the cursor. */
function offered(...statements: string[]): string[] {
  const marked = `{"Version":"2012-10-17","Statement":[${statements.join(',')}]}`;
  const offset = marked.indexOf('|');
  const document = parsePolicy(marked.replace('|', ''));
  return [...offeredByJson(document, locate(document, offset), offset)];
}

describe('what the JSON features offer', () => {
  it('are the keys of the other objects of a list', () => {
    assert.deepEqual(offered('{"Effect":"Allow","Condition":{"Bool":{}}}', '{"|"}'), [
      'Effect',
      'Condition',
    ]);
  });

  it('are the keys of objects under the same key', () => {
    const other =
      '{"Condition":{"Bool":{"aws:SecureTransport":"true"},"Null":{"aws:SourceIp":"x"}}}';
    assert.deepEqual(offered(other, '{"Condition":{"Bool":{"|"}}}'), ['aws:SecureTransport']);
    assert.deepEqual(offered(other, '{"Condition":{"|"}}'), ['Bool', 'Null']);
  });

  it('are single values for a single value, and items for an item', () => {
    const others = ['{"Action":"s3:GetObject"}', '{"Action":["sqs:SendMessage"]}'];
    assert.deepEqual(offered(...others, '{"Action":"|"}'), ['s3:GetObject']);
    assert.deepEqual(offered(...others, '{"Action":["|"]}'), ['sqs:SendMessage']);
    assert.deepEqual(offered(...others, '{"Action":|}'), ['s3:GetObject']);
  });

  it('are values of the type of principal, not of Principal', () => {
    const other = '{"Principal":{"Service":"ec2.amazonaws.com"}}';
    assert.deepEqual(offered(other, '{"Principal":{"Service":"|"}}'), ['ec2.amazonaws.com']);
    assert.deepEqual(offered(other, '{"Principal":{"AWS":"|"}}'), []);
  });

  it('are nothing where the policy language has nothing', () => {
    assert.deepEqual(offered('{"Effect":"Allow"} | '), []);
  });
});
