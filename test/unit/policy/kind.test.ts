import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kindOfFileName, type PolicyKind } from '../../../src/policy/kind';
import { language } from './language';

const names: Readonly<Record<string, PolicyKind>> = {
  'deploy.trust.iam.json': 'trust',
  'deploy.resource.iam.json': 'resource',
  'deploy.scp.iam.json': 'scp',
  'deploy.rcp.iam.json': 'rcp',
  'deploy.boundary.iam.json': 'boundary',
  'deploy.session.iam.json': 'session',
  'deploy.endpoint.iam.json': 'endpoint',
  'deploy-trust-policy.json': 'trust',
  'deploy_trust_policy.json': 'trust',
  'TrustPolicy.json': 'trust',
  'assume-role-policy-document.json': 'trust',
  'bucket-policy.json': 'resource',
  'C:\\work\\KeyPolicy.json': 'resource',
  '/src/org/region-scp.json': 'scp',
  'region.scp.json': 'scp',
  'perimeter-rcp-policy.json': 'rcp',
  'permissions-boundary.json': 'boundary',
  'dev-permissions-boundary-policy.json': 'boundary',
  'ci-session-policy.json': 'session',
  's3-vpc-endpoint-policy.jsonc': 'endpoint',
};

const policy = (statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statement });

describe('the kind of a policy', () => {
  for (const [name, kind] of Object.entries(names)) {
    it(`is ${kind} for ${name}`, () => assert.equal(kindOfFileName(name), kind));
  }

  it('is not told by names that say nothing', () => {
    for (const name of ['deploy.iam.json', 'policy.json', 'monkeypolicy.json', 'trust.json']) {
      assert.equal(kindOfFileName(name), undefined, name);
    }
  });

  it('is told by content that only one kind can have', () => {
    const kinds: [PolicyKind, object][] = [
      ['identity', { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
      ['trust', { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: '461930275518' } }],
      ['resource', { Effect: 'Allow', Action: 's3:*', Resource: '*', Principal: '*' }],
      ['unknown', { Effect: 'Allow', Action: 's3:GetObject' }],
    ];
    for (const [kind, statement] of kinds) {
      assert.equal(language.kindOf(language.parse(policy(statement))), kind);
    }
  });

  it('is taken from the name before the content', () => {
    const document = language.parse(policy({ Effect: 'Deny', Action: '*', Resource: '*' }));
    assert.equal(language.kindOf(document, 'guard.scp.iam.json'), 'scp');
  });

  it('unknown: what some kind allows is no finding', () => {
    const principal = { Effect: 'Allow', Action: 's3:*', Resource: '*', Principal: '*' };
    const resourceless = { Effect: 'Allow', Action: 's3:*' };
    const codes = language
      .check(policy([principal, resourceless]), { kind: 'unknown' })
      .map(({ code }) => code);
    for (const code of ['UNSUPPORTED_PRINCIPAL', 'MISSING_PRINCIPAL', 'MISSING_RESOURCE']) {
      assert.ok(!codes.includes(code), code);
    }
  });
});
