import assert from 'node:assert/strict';
import type { ContractCase } from '../subject';

/** The example of the AWS CLI for validate-policy, whose answer AWS published. */
const COGNITO = `{
    "Version": "2012-10-17",
    "Statement": [
        {
            "Sid": "",
            "Effect": "Allow",
            "Principal": {
                "Federated": "cognito-identity.amazonaws.com"
            },
            "Action": [
                "sts:AssumeRole",
                "sts:TagSession"
            ],
            "Condition": {
                "StringEquals": {
                    "cognito-identity.amazonaws.com:aud": "us-west-2_EXAMPLE"
                }
            }
        }
    ]
}
`;

const MANY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: Array.from({ length: 7 }, (_, n) => `s3:GetObjct${n}`),
      Resource: '*',
    },
  ],
});

const policyType = 'IDENTITY_POLICY';

type Validate = Omit<ContractCase, 'analyzer'>;

const cases: Validate[] = [
  {
    name: 'ValidatePolicy gives type, code, link, path and span of a finding as AWS does',
    async run({ analyzer }) {
      const { findings = [] } = await analyzer.validatePolicy({
        policyDocument: COGNITO,
        policyType: 'RESOURCE_POLICY',
      });
      const found = (code: string) => findings.find(({ issueCode }) => issueCode === code);
      const { findingDetails, ...empty } = found('EMPTY_SID_VALUE') ?? assert.fail();
      assert.ok(findingDetails);
      assert.deepEqual(empty, {
        findingType: 'SUGGESTION',
        issueCode: 'EMPTY_SID_VALUE',
        learnMoreLink:
          'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-empty-sid-value',
        locations: [
          {
            path: [{ value: 'Statement' }, { index: 0 }, { value: 'Sid' }],
            span: {
              start: { line: 5, column: 19, offset: 79 },
              end: { line: 5, column: 21, offset: 81 },
            },
          },
        ],
      });
      const mismatched = found('MISMATCHED_ACTION_FOR_PRINCIPAL');
      assert.equal(mismatched?.findingType, 'ERROR');
      assert.deepEqual(mismatched.locations?.[0], {
        path: [{ value: 'Statement' }, { index: 0 }, { value: 'Action' }, { index: 0 }],
        span: {
          start: { line: 11, column: 16, offset: 258 },
          end: { line: 11, column: 32, offset: 274 },
        },
      });
    },
  },
  {
    name: 'ValidatePolicy has nothing to say of a policy without faults',
    async run({ analyzer }) {
      const policyDocument =
        '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::amzn-s3-demo-bucket/*"}}';
      const { findings, nextToken } = await analyzer.validatePolicy({ policyDocument, policyType });
      assert.deepEqual([findings, nextToken], [[], undefined]);
    },
  },
  {
    name: 'ValidatePolicy finds what is no JSON',
    async run({ analyzer }) {
      const { findings = [] } = await analyzer.validatePolicy({
        policyDocument: '{"Version":',
        policyType,
      });
      assert.equal(findings[0]?.findingType, 'ERROR');
      assert.equal(findings[0].issueCode, 'JSON_SYNTAX_ERROR');
    },
  },
  {
    name: 'ValidatePolicy gives its findings in pages',
    async run({ analyzer, refuses }) {
      const codes: (string | undefined)[] = [];
      const places = new Set<number | undefined>();
      let nextToken: string | undefined;
      let pages = 0;
      do {
        const input = { policyDocument: MANY, policyType, maxResults: 3, nextToken } as const;
        const page = await analyzer.validatePolicy(input);
        nextToken = page.nextToken;
        pages++;
        for (const { issueCode, locations } of page.findings ?? []) {
          codes.push(issueCode);
          places.add(locations?.[0]?.span?.start?.offset);
        }
      } while (nextToken !== undefined);
      assert.deepEqual(codes, Array<string>(7).fill('INVALID_ACTION'));
      assert.equal(places.size, 7);
      assert.equal(pages, 3);
      await refuses(
        analyzer.validatePolicy({ policyDocument: MANY, policyType, nextToken: 'none' }),
        'ValidationException',
        400,
        /nextToken/,
      );
    },
  },
  {
    name: 'ValidatePolicy refuses values that its model does not have',
    async run({ analyzer, refuses }) {
      const document = { policyDocument: '{}', policyType } as const;
      const wrong = [
        { policyDocument: '{}' },
        { policyType },
        { ...document, policyType: 'NO_POLICY' },
        { ...document, locale: 'XX' },
        { ...document, validatePolicyResourceType: 'AWS::S3::Bucket' },
        { ...document, policyType: 'RESOURCE_POLICY', validatePolicyResourceType: 'AWS::X::Y' },
      ];
      for (const input of wrong) {
        await refuses(analyzer.validatePolicy(input as never), 'ValidationException', 400);
      }
    },
  },
];

/** Where the practice account has no answer and says so. */
const refused: Validate[] = [
  {
    name: 'the custom policy checks are refused with the reason',
    async run({ analyzer, refuses }) {
      const policyDocument = '{}';
      const access = [{ actions: ['s3:GetObject'] }];
      const calls = [
        analyzer.checkNoNewAccess({
          existingPolicyDocument: '{}',
          newPolicyDocument: '{}',
          policyType,
        }),
        analyzer.checkAccessNotGranted({ policyDocument, access, policyType }),
        analyzer.checkNoPublicAccess({ policyDocument, resourceType: 'AWS::S3::Bucket' }),
      ];
      for (const call of calls) {
        await refuses(call, 'ValidationException', 400, /only AWS decides it/);
      }
    },
  },
];

export const accessAnalyzerCases: readonly ContractCase[] = [...cases, ...refused].map((each) => ({
  ...each,
  analyzer: true,
}));
