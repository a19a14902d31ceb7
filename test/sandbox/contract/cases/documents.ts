import { type ContractCase } from '../subject';

const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };

/** Documents that AWS refuses, with its sentence; sources are named in src/sandbox/document. */
const REFUSED: [what: string, document: string, message: string][] = [
  ['text that is no JSON', '{"Version":', 'Syntax errors in policy.'],
  ['a list', '[]', 'Syntax errors in policy.'],
  ['no statement', policy(), 'Syntax errors in policy.'],
  [
    'an element that there is not',
    policy({ ...statement, Extra: 'x' }),
    'Syntax errors in policy.',
  ],
  ['no effect', policy({ Action: '*', Resource: '*' }), 'Syntax errors in policy.'],
  [
    'an effect that there is not',
    policy({ ...statement, Effect: 'Maybe' }),
    'Syntax errors in policy.',
  ],
  ['Action and NotAction', policy({ ...statement, NotAction: 's3:*' }), 'Syntax errors in policy.'],
  [
    'an operator that there is not',
    policy({ ...statement, Condition: { Equals: { a: 'b' } } }),
    'Syntax errors in policy.',
  ],
  [
    'an effect in lower case',
    policy({ ...statement, Effect: 'allow' }),
    'The policy failed legacy parsing',
  ],
  [
    'a date that is none',
    policy({ ...statement, Condition: { DateEquals: { 'aws:CurrentTime': 'tomorrow' } } }),
    'The policy failed legacy parsing',
  ],
  [
    'an ARN with too few parts',
    policy({ ...statement, Resource: 'arn:aws:s3::bucket' }),
    'The policy failed legacy parsing',
  ],
  [
    'no action',
    policy({ Effect: 'Allow', Resource: '*' }),
    'Policy statement must contain actions.',
  ],
  [
    'no resource',
    policy({ Effect: 'Allow', Action: 's3:*' }),
    'Policy statement must contain resources.',
  ],
  [
    'an empty list of resources',
    policy({ ...statement, Resource: [] }),
    'Policy statement must contain resources.',
  ],
  [
    'an action without a service',
    policy({ ...statement, Action: 'GetObject' }),
    'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
  ],
  [
    'an action with two colons',
    policy({ ...statement, Action: 's3:Get:Object' }),
    'Actions/Condition can contain only one colon.',
  ],
  [
    'a service with a space',
    policy({ ...statement, Action: 's 3:GetObject' }),
    'Vendor s 3 is not valid',
  ],
  [
    'a resource that is no ARN',
    policy({ ...statement, Resource: 'bucket' }),
    'Resource bucket must be in ARN format or "*".',
  ],
  [
    'an empty resource',
    policy({ ...statement, Resource: '' }),
    'Resource  must be in ARN format or "*".',
  ],
  [
    'a partition that there is not',
    policy({ ...statement, Resource: 'arn:azure:s3:::bucket' }),
    'Partition "azure" is not valid for resource "arn:azure:s3:::bucket".',
  ],
  [
    'an ARN of another partition',
    policy({ ...statement, Resource: 'arn:aws-cn:s3:::bucket' }),
    'Partition "aws-cn" is not valid for resource "arn:aws-cn:s3:::bucket".',
  ],
  [
    'a resource without a service',
    policy({ ...statement, Resource: 'arn:aws' }),
    'Resource vendor must be fully qualified and cannot contain regexes.',
  ],
  [
    'a region in an IAM resource',
    policy({ ...statement, Resource: 'arn:aws:iam:us-east-1:111122223333:user/x' }),
    'IAM resource arn:aws:iam:us-east-1:111122223333:user/x cannot contain region information.',
  ],
  [
    'a region in a bucket',
    policy({ ...statement, Resource: 'arn:aws:s3:us-east-1::bucket' }),
    'Resource arn:aws:s3:us-east-1::bucket can not contain region information.',
  ],
  [
    'an IAM resource of no kind',
    policy({ ...statement, Resource: 'arn:aws:iam::111122223333:bucket' }),
    'IAM resource path must either be "*" or start with user/, federated-user/, role/, group/, instance-profile/, mfa/, server-certificate/, policy/, sms-mfa/, saml-provider/, oidc-provider/, report/, access-report/.',
  ],
  [
    'a Sid twice',
    policy({ Sid: 'a', ...statement }, { Sid: 'a', ...statement }),
    'Statement IDs (SID) in a single policy must be unique.',
  ],
  [
    'a Sid with a hyphen',
    policy({ Sid: 'a-b', ...statement }),
    'Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*',
  ],
  [
    'a principal',
    policy({ ...statement, Principal: '*' }),
    'Policy document should not specify a principal.',
  ],
  [
    'a key twice',
    policy(statement).replace('"Effect"', '"Effect":"Deny","Effect"'),
    'Syntax errors in policy.',
  ],
];

/** Documents that AWS takes although they look odd. */
const TAKEN: [what: string, document: string][] = [
  [
    'a statement that is an object',
    JSON.stringify({ Version: '2012-10-17', Statement: statement }),
  ],
  [
    'NotAction and NotResource',
    policy({ Effect: 'Deny', NotAction: 'iam:*', NotResource: 'arn:aws:s3:::*' }),
  ],
  ['actions in any case', policy({ ...statement, Action: ['S3:getobject', 'SNS:Publish'] })],
  [
    'bare booleans in conditions',
    policy({ ...statement, Condition: { Bool: { 'aws:SecureTransport': true } } }),
  ],
  ['policy variables', policy({ ...statement, Resource: 'arn:aws:s3:::home/${aws:username}/*' })],
  ['a wildcard for the partition', policy({ ...statement, Resource: 'arn:*:s3:::bucket' })],
];

export const documentCases: ContractCase[] = [
  ...REFUSED.map(([what, PolicyDocument, message]): ContractCase => ({
    name: `a policy document with ${what} is refused`,
    async run({ iam, refuses }) {
      await refuses(
        iam.createPolicy({ PolicyName: 'p', PolicyDocument }),
        'MalformedPolicyDocument',
        400,
        message,
      );
    },
  })),
  ...TAKEN.map(([what, PolicyDocument]): ContractCase => ({
    name: `a policy document with ${what} is taken`,
    async run({ iam }) {
      await iam.createPolicy({ PolicyName: 'p', PolicyDocument });
    },
  })),
  {
    name: 'a policy document with a character beyond Latin 1 is refused',
    async run({ iam, refuses }) {
      await refuses(
        iam.createPolicy({ PolicyName: 'p', PolicyDocument: policy({ Sid: '字', ...statement }) }),
        'ValidationError',
        400,
        /at 'policyDocument' failed to satisfy constraint: Member must satisfy regular expression pattern/,
      );
    },
  },
];

function policy(...statements: object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}
