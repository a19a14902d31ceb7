import type { PolicySnippet } from './snippet';

/**
 * Service and resource control policies.
 * See https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html
 * and https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html
 */
export const organizationSnippets: readonly PolicySnippet[] = [
  {
    name: 'Deny outside Regions',
    description:
      'Denies requests to other Regions. Services whose only endpoint is in one Region are left out; add the ones that you use.',
    kinds: ['scp', 'identity', 'boundary'],
    statements: [
      {
        Sid: 'DenyOutsideRegions',
        Effect: 'Deny',
        NotAction: [
          'budgets:*',
          'ce:*',
          'cloudfront:*',
          'globalaccelerator:*',
          'health:*',
          'iam:*',
          'organizations:*',
          'route53:*',
          'sts:*',
          'support:*',
        ],
        Resource: '*',
        Condition: {
          StringNotEquals: { 'aws:RequestedRegion': ['${1:eu-central-1}', '${2:eu-west-1}'] },
        },
      },
    ],
  },
  {
    name: 'Deny the root user',
    description: 'Member accounts cannot do anything as their root user.',
    kinds: ['scp'],
    statements: [
      {
        Sid: 'DenyRootUser',
        Effect: 'Deny',
        Action: '*',
        Resource: '*',
        Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' } },
      },
    ],
  },
  {
    name: 'Deny leaving the organization',
    description: 'Member accounts cannot leave the organization.',
    kinds: ['scp'],
    statements: [
      {
        Sid: 'DenyLeavingOrganization',
        Effect: 'Deny',
        Action: 'organizations:LeaveOrganization',
        Resource: '*',
      },
    ],
  },
  {
    name: 'Protect CloudTrail',
    description: 'Nobody but one role can stop, change or delete trails.',
    kinds: ['scp'],
    statements: [
      {
        Sid: 'ProtectCloudTrail',
        Effect: 'Deny',
        Action: ['cloudtrail:DeleteTrail', 'cloudtrail:StopLogging', 'cloudtrail:UpdateTrail'],
        Resource: '*',
        Condition: {
          ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/${1:SecurityAdministrator}' },
        },
      },
    ],
  },
  {
    name: 'Require IMDSv2',
    description: 'EC2 instances start only with version 2 of the instance metadata service.',
    kinds: ['scp', 'identity'],
    statements: [
      {
        Sid: 'RequireIMDSv2',
        Effect: 'Deny',
        Action: 'ec2:RunInstances',
        Resource: 'arn:aws:ec2:*:*:instance/*',
        Condition: { StringNotEquals: { 'ec2:MetadataHttpTokens': 'required' } },
      },
    ],
  },
  {
    name: 'Only identities of the organization',
    description:
      'Denies access to resources by principals outside of the organization; AWS services still have it.',
    kinds: ['rcp'],
    statements: [
      {
        Sid: 'OnlyOrganizationIdentities',
        Effect: 'Deny',
        Principal: '*',
        Action: ['s3:*', 'sqs:*', 'kms:*', 'secretsmanager:*', 'sts:AssumeRole'],
        Resource: '*',
        Condition: {
          StringNotEqualsIfExists: { 'aws:PrincipalOrgID': '${1:o-exampleorgid}' },
          BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
        },
      },
    ],
  },
  {
    name: 'AWS services only for the organization',
    description:
      'AWS services have access to resources only when they act for an account of the organization.',
    kinds: ['rcp'],
    statements: [
      {
        Sid: 'ServicesForOrganizationOnly',
        Effect: 'Deny',
        Principal: '*',
        Action: ['s3:*', 'sqs:*', 'kms:*', 'secretsmanager:*', 'sts:*'],
        Resource: '*',
        Condition: {
          StringNotEqualsIfExists: { 'aws:SourceOrgID': '${1:o-exampleorgid}' },
          Null: { 'aws:SourceAccount': 'false' },
          Bool: { 'aws:PrincipalIsAWSService': 'true' },
        },
      },
    ],
  },
];
