import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  AccessCheckResourceType,
  PolicyType,
  ValidatePolicyResourceType,
} from '@aws-sdk/client-accessanalyzer';
import { policyTypes, validateResourceTypes } from '../../../../src/policy/accessAnalyzer/model';
import {
  analyzerRequest,
  kindOfRequest,
  publicAccessTypes,
} from '../../../../src/policy/accessAnalyzer/request';
import { policyKinds, type PolicyKind } from '../../../../src/policy/kind';
import { parsePolicy } from '../../../../src/policy/parse';

const ask = (kind: PolicyKind, ...resources: string[]) =>
  analyzerRequest(
    parsePolicy(
      JSON.stringify({
        Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: resources }],
      }),
    ),
    kind,
  );

describe('how Access Analyzer is asked', () => {
  it('has a type for every kind but the unknown one', () => {
    const types = policyKinds.map((kind) => ask(kind)?.policyType);
    assert.deepEqual(types, [
      'IDENTITY_POLICY',
      'RESOURCE_POLICY',
      'RESOURCE_POLICY',
      'SERVICE_CONTROL_POLICY',
      'RESOURCE_CONTROL_POLICY',
      'IDENTITY_POLICY',
      'IDENTITY_POLICY',
      'RESOURCE_POLICY',
      undefined,
    ]);
    assert.equal(ask('trust')?.resourceType, 'AWS::IAM::AssumeRolePolicyDocument');
  });

  it('names the type of the resource where its ARN tells', () => {
    const types: [arn: string, validate: string | undefined, publicAccess: string | undefined][] = [
      ['arn:aws:s3:::b/*', 'AWS::S3::Bucket', 'AWS::S3::Bucket'],
      [
        'arn:aws:s3:eu-west-1:111122223333:accesspoint/a/object/*',
        'AWS::S3::AccessPoint',
        'AWS::S3::AccessPoint',
      ],
      [
        'arn:aws:s3::111122223333:accesspoint/a.mrap/object/*',
        'AWS::S3::MultiRegionAccessPoint',
        'AWS::S3::AccessPoint',
      ],
      [
        'arn:aws:s3-object-lambda:eu-west-1:111122223333:accesspoint/a',
        'AWS::S3ObjectLambda::AccessPoint',
        undefined,
      ],
      [
        'arn:aws:dynamodb:eu-west-1:111122223333:table/t',
        'AWS::DynamoDB::Table',
        'AWS::DynamoDB::Table',
      ],
      [
        'arn:aws:dynamodb:eu-west-1:111122223333:table/t/stream/2024',
        'AWS::DynamoDB::Table',
        'AWS::DynamoDB::Stream',
      ],
      ['arn:aws:sqs:eu-west-1:111122223333:q', undefined, 'AWS::SQS::Queue'],
      ['arn:aws:kinesis:eu-west-1:111122223333:stream/s', undefined, 'AWS::Kinesis::Stream'],
      ['*', undefined, undefined],
    ];
    for (const [arn, validate, publicAccess] of types) {
      const asked = ask('resource', arn);
      assert.equal(asked?.resourceType, validate, arn);
      assert.equal(asked?.publicAccessType, publicAccess, arn);
    }
  });

  it('tells the kind back', () => {
    for (const kind of ['identity', 'trust', 'scp', 'rcp'] as const) {
      const { policyType, resourceType } = ask(kind) ?? assert.fail();
      assert.equal(kindOfRequest(policyType, resourceType, 'unknown').kind, kind);
    }
    assert.deepEqual(kindOfRequest('RESOURCE_POLICY', 'AWS::S3::Bucket', 'unknown'), {
      kind: 'resource',
      service: 's3',
    });
    assert.equal(kindOfRequest('RESOURCE_POLICY', undefined, 'trust').kind, 'trust');
  });

  it("knows the types of AWS's own model, and no other", () => {
    const sorted = (values: Iterable<string>) => [...values].sort();
    assert.deepEqual(sorted(publicAccessTypes), sorted(Object.values(AccessCheckResourceType)));
    assert.deepEqual(
      sorted(validateResourceTypes),
      sorted(Object.values(ValidatePolicyResourceType)),
    );
    assert.deepEqual(sorted(policyTypes), sorted(Object.values(PolicyType)));
  });
});
