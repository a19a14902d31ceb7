import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainSnippet } from '../../../src/policy/complete/snippetText';
import type { AccountValues, PolicyKind } from '../../../src/policy/index';
import { account } from './account';
import { cursor, language } from './language';

function items(statement: string, kind: PolicyKind = 'identity', own: AccountValues = account) {
  const { text, offset } = cursor(`{"Version":"2012-10-17","Statement":[{${statement}}]}`);
  return language.complete(text, offset, { kind, account: own, today: '2026-11-25' });
}

const labels = (...input: Parameters<typeof items>) => items(...input).map(({ label }) => label);

describe('completion with an account', () => {
  it('offers the resources that the actions take, before the patterns', () => {
    assert.deepEqual(labels('"Action":"iam:PassRole","Resource":"|"'), [
      'arn:aws:iam::461930275518:role/picker',
      'arn:aws:iam::461930275518:role/presser',
      'arn:aws:iam::${Account}:role/${RoleNameWithPath}',
      '*',
    ]);
    assert.equal(
      labels('"Action":"s3:ListBucket","Resource":"|"')[0],
      'arn:aws:s3:::orchard-photos',
    );
    assert.equal(
      labels('"Action":"s3:GetObject","Resource":"|"')[0],
      'arn:aws:s3:::orchard-photos/*',
    );
  });

  it('offers them by any letters of the name', () => {
    const found = labels('"Action":"iam:PassRole","Resource":"press|"');
    assert.ok(found.includes('arn:aws:iam::461930275518:role/presser'));
    assert.ok(!found.includes('arn:aws:iam::461930275518:role/picker'));
  });

  it('leaves out what the list has', () => {
    const found = labels(
      '"Action":"iam:PassRole","Resource":["arn:aws:iam::461930275518:role/picker","|"]',
    );
    assert.ok(!found.includes('arn:aws:iam::461930275518:role/picker'));
  });

  it('puts its number into patterns and snippets', () => {
    const [template] = items('"Action":"sqs:SendMessage","Resource":"|"');
    assert.equal(template?.snippet, 'arn:aws:sqs:${1:Region}:${2:461930275518}:${3:QueueName}');
    const snippet = language
      .complete('', 0, { kind: 'trust', account })
      .find(({ label }) => label === 'Trust GitHub Actions');
    assert.match(plainSnippet(snippet?.snippet ?? ''), /iam::461930275518:oidc-provider/);
  });

  it('is of its partition', () => {
    const china = { ...account, partition: 'aws-cn' };
    const [template] = items('"Action":"sqs:SendMessage","Resource":"|"', 'identity', china);
    assert.equal(template?.label, 'arn:aws-cn:sqs:${Region}:${Account}:${QueueName}');
  });

  it('offers its principals', () => {
    const found = labels('"Principal":{"AWS":"|"},"Action":"sts:AssumeRole"', 'trust');
    assert.deepEqual(found.slice(0, 5), [
      '461930275518',
      'arn:aws:iam::461930275518:role/picker',
      'arn:aws:iam::461930275518:role/presser',
      'arn:aws:iam::461930275518:user/anna',
      'arn:aws:iam::461930275518:user/ben',
    ]);
    assert.deepEqual(labels('"Principal":{"Federated":"|"}', 'trust').slice(0, 2), [
      'arn:aws:iam::461930275518:oidc-provider/token.actions.githubusercontent.com',
      'arn:aws:iam::461930275518:saml-provider/orchard',
    ]);
  });

  it('offers its values for conditions', () => {
    const first = (condition: string) =>
      labels(`"Action":"s3:GetObject","Condition":{${condition}}`)[0];
    assert.equal(first('"StringEquals":{"aws:ResourceAccount":"|"}'), '461930275518');
    assert.equal(
      first('"ArnLike":{"aws:PrincipalArn":"|"}'),
      'arn:aws:iam::461930275518:role/picker',
    );
    assert.equal(
      first('"ArnEquals":{"iam:PermissionsBoundary":"|"}'),
      'arn:aws:iam::461930275518:policy/orchard-read',
    );
  });

  it('takes what there is when nothing is loaded', () => {
    const nothing: AccountValues = { names: () => [] };
    const found = labels('"Action":"iam:PassRole","Resource":"|"', 'identity', nothing);
    assert.deepEqual(found, ['arn:aws:iam::${Account}:role/${RoleNameWithPath}', '*']);
  });

  it('stays quick with many names', () => {
    const many = Array.from({ length: 5_000 }, (_, i) => ({
      name: `role-${i}`,
      arn: `arn:aws:iam::461930275518:role/role-${i}`,
    }));
    const large: AccountValues = { ...account, names: () => many };
    assert.ok(labels('"Action":"iam:PassRole","Resource":"|"', 'identity', large).length <= 502);
    const found = labels('"Action":"iam:PassRole","Resource":"role-4999|"', 'identity', large);
    assert.ok(found.includes('arn:aws:iam::461930275518:role/role-4999'));
  });
});

describe('dates', () => {
  const condition = '"Condition":{"DateLessThan":{"aws:CurrentTime":"|"}}';

  it('begin with the day that was handed in', () => {
    assert.deepEqual(labels(condition).slice(0, 2), [
      '2026-11-25T00:00:00Z',
      '2026-11-26T00:00:00Z',
    ]);
    assert.equal(labels('"Condition":{"NumericLessThan":{"aws:EpochTime":"|"}}')[0], '1795564800');
  });

  it('are not made up without one', () => {
    const { text, offset } = cursor(`{"Version":"2012-10-17","Statement":[{${condition}}]}`);
    assert.deepEqual(language.complete(text, offset), []);
  });
});
