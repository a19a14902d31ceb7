import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AccessAnalyzerCalls } from '../../../../src/iam/accessAnalyzer/accessAnalyzer';
import type { IamClientOptions } from '../../../../src/iam/client';
import type { IamError } from '../../../../src/iam/errors';
import { lost, scriptedClient, type ScriptedAnswer } from '../practice';

const DOCUMENT = '{"Version":"2012-10-17","Statement":[]}';
const QUESTION = { document: DOCUMENT, policyType: 'IDENTITY_POLICY' } as const;

const json = (value: unknown): ScriptedAnswer => ({
  headers: { 'content-type': 'application/json' },
  text: JSON.stringify(value),
});

const refusal = (status: number, code: string, message: string): ScriptedAnswer => ({
  status,
  headers: {
    'content-type': 'application/json',
    'x-amzn-errortype': code,
    'x-amzn-requestid': 'request-1',
  },
  text: JSON.stringify({ message }),
});

const wire = (issueCode: string) => ({
  issueCode,
  findingType: 'ERROR',
  findingDetails: 'x',
  learnMoreLink: 'https://docs.aws.amazon.com/x',
  locations: [],
});

function analyzer(
  answer: Parameters<typeof scriptedClient>[0],
  options: Partial<IamClientOptions> = {},
) {
  const scripted = scriptedClient(answer, options);
  return { ...scripted, calls: new AccessAnalyzerCalls(scripted.client) };
}

const failed = async (work: Promise<unknown>): Promise<IamError> =>
  work.then(
    () => assert.fail('the call was carried out'),
    (error: unknown) => error as IamError,
  );

describe('ValidatePolicy', () => {
  it('asks for all pages, in English, and narrows what is missing', async () => {
    const { calls, bodies } = analyzer((_, attempt) =>
      attempt === 1
        ? json({ findings: [wire('A'), { issueCode: 'B' }], nextToken: 'more' })
        : json({ findings: [wire('C')] }),
    );
    const findings = await calls.validatePolicy({
      ...QUESTION,
      policyType: 'RESOURCE_POLICY',
      resourceType: 'AWS::S3::Bucket',
    });
    assert.deepEqual(
      findings.map(({ issueCode }) => issueCode),
      ['A', 'B', 'C'],
    );
    assert.deepEqual(findings[1], {
      issueCode: 'B',
      findingType: 'WARNING',
      findingDetails: '',
      learnMoreLink: '',
      locations: [],
    });
    assert.deepEqual(JSON.parse(bodies[0] ?? ''), {
      locale: 'EN',
      policyDocument: DOCUMENT,
      policyType: 'RESOURCE_POLICY',
      validatePolicyResourceType: 'AWS::S3::Bucket',
    });
  });

  it('keeps paths up to a step that it does not know, and positions that are none out of the text', async () => {
    const locations = [
      {
        path: [
          { value: 'Statement' },
          { index: 0 },
          { key: 'Sid' },
          { substring: { start: 1, length: 2 } },
          { novelty: 1 },
          { index: 1 },
        ],
      },
    ];
    const { calls } = analyzer(() => json({ findings: [{ ...wire('A'), locations }] }));
    const [finding] = await calls.validatePolicy(QUESTION);
    const nowhere = { line: -1, column: -1, offset: -1 };
    assert.deepEqual(finding?.locations, [
      { path: locations[0]?.path.slice(0, 4), span: { start: nowhere, end: nowhere } },
    ]);
  });

  it('ends with an endpoint that gives the same page for ever', async () => {
    const { calls, bodies } = analyzer(() => json({ findings: [wire('A')], nextToken: 'same' }));
    assert.equal((await calls.validatePolicy(QUESTION)).length, 2);
    assert.equal(bodies.length, 2);
  });

  it('is sent on a read-only connection', async () => {
    const { calls } = analyzer(() => json({ findings: [] }), { readOnly: true });
    assert.deepEqual(await calls.validatePolicy(QUESTION), []);
  });

  it('stops when it is cancelled', async () => {
    const cancel = new AbortController();
    const { calls } = analyzer(() => {
      cancel.abort();
      return new Promise(() => undefined);
    });
    const error = await failed(calls.validatePolicy(QUESTION, { signal: cancel.signal }));
    assert.equal(error.reason, 'cancelled');
  });

  it('sends nothing for a document that is empty or far too large', async () => {
    const { calls, bodies } = analyzer(() => json({ findings: [] }));
    for (const document of ['', ' \n', 'x'.repeat(1_000_001)]) {
      const error = await failed(calls.validatePolicy({ ...QUESTION, document }));
      assert.equal(error.reason, 'invalidInput');
      assert.match(error.message, /^Nothing was sent\. The document/);
    }
    const broken = { document: '{"Version":', resourceType: 'AWS::SQS::Queue' };
    assert.match((await failed(calls.checkNoPublicAccess(broken))).message, /is no JSON/);
    assert.deepEqual(bodies, []);
  });
});

describe('the errors of Access Analyzer', () => {
  it('name the missing permission', async () => {
    const arn = 'arn:aws:iam::111122223333:user/u';
    const { calls } = analyzer(() =>
      refusal(
        403,
        'AccessDeniedException',
        `User: ${arn} is not authorized to perform: access-analyzer:ValidatePolicy on resource: arn:aws:access-analyzer:us-east-1:111122223333:* because no identity-based policy allows the access-analyzer:ValidatePolicy action`,
      ),
    );
    const error = await failed(calls.validatePolicy(QUESTION));
    assert.equal(error.reason, 'accessDenied');
    assert.equal(error.details.permission, 'access-analyzer:ValidatePolicy');
    assert.equal(error.details.requestId, 'request-1');
    const silent = analyzer(() => refusal(403, 'AccessDeniedException', 'No.'));
    const check = silent.calls.checkNoPublicAccess({ document: DOCUMENT, resourceType: 'T' });
    assert.equal((await failed(check)).details.permission, 'access-analyzer:CheckNoPublicAccess');
  });

  it('are repeated when throttled or lost, and told as what they are in the end', async () => {
    const throttled = analyzer((_, attempt) =>
      attempt < 3 ? refusal(429, 'ThrottlingException', 'Slow down') : json({ findings: [] }),
    );
    assert.deepEqual(await throttled.calls.validatePolicy(QUESTION), []);
    assert.deepEqual(
      throttled.log.map(({ outcome }) => outcome),
      ['throttled', 'throttled', 'ok'],
    );
    const fault = analyzer(() => refusal(500, 'InternalServerException', 'x'));
    assert.equal((await failed(fault.calls.validatePolicy(QUESTION))).reason, 'serviceFault');
    const broken = analyzer(() => Promise.reject(lost()));
    assert.equal((await failed(broken.calls.validatePolicy(QUESTION))).reason, 'unreachable');
  });

  it('name the Region where the service cannot be found', async () => {
    const options = { analyzer: { region: 'xx-north-9' } };
    const { calls } = analyzer(() => Promise.reject(lost('ENOTFOUND')), options);
    const error = await failed(calls.validatePolicy(QUESTION));
    assert.equal(error.reason, 'unreachable');
    assert.match(error.message, /cannot be reached in the Region xx-north-9/);
    assert.match(error.details.advice ?? '', /Region of the connection/);
  });

  it("say in AWS's words what it refuses", async () => {
    for (const [status, code, reason] of [
      [400, 'ValidationException', 'invalidInput'],
      [400, 'InvalidParameterException', 'invalidInput'],
      [422, 'UnprocessableEntityException', 'invalidInput'],
      [403, 'UnrecognizedClientException', 'credentialsRejected'],
    ] as const) {
      const { calls } = analyzer(() => refusal(status, code, "AWS's words"));
      const error = await failed(calls.validatePolicy(QUESTION));
      assert.equal(error.reason, reason, code);
      assert.match(error.message, /AWS's words/);
    }
  });

  it('do not take what is no answer of Access Analyzer for "no findings"', async () => {
    const strangers: ScriptedAnswer[] = [
      { text: '<html>Sign in</html>' },
      { text: '' },
      { status: 404, text: 'Not found' },
      { status: 403, text: '{"message":"a gateway"}' },
      { status: 302, headers: { location: 'https://login.example/?t=1' }, text: '' },
    ];
    for (const stranger of strangers) {
      const { calls } = analyzer(() => stranger);
      const error = await failed(calls.validatePolicy(QUESTION));
      assert.equal(error.reason, 'notIam', JSON.stringify(stranger));
    }
  });
});

describe('the custom policy checks', () => {
  const fail = {
    result: 'FAIL',
    message: 'It does.',
    reasons: [{ description: 'In statement 0.', statementIndex: 0, statementId: 'S' }],
  };

  it('send what is asked and give the reasons', async () => {
    const { calls, bodies } = analyzer(() => json(fail));
    const policyType = 'IDENTITY_POLICY';
    const answer = await calls.checkNoNewAccess({ existing: '{}', updated: DOCUMENT, policyType });
    assert.deepEqual(answer, { passed: false, message: 'It does.', reasons: fail.reasons });
    await calls.checkAccessNotGranted({
      document: DOCUMENT,
      policyType,
      access: { actions: ['s3:*'], resources: [] },
    });
    await calls.checkNoPublicAccess({ document: DOCUMENT, resourceType: 'AWS::SQS::Queue' });
    assert.deepEqual(
      bodies.map((body) => JSON.parse(body) as unknown),
      [
        { existingPolicyDocument: '{}', newPolicyDocument: DOCUMENT, policyType },
        { policyDocument: DOCUMENT, access: [{ actions: ['s3:*'] }], policyType },
        { policyDocument: DOCUMENT, resourceType: 'AWS::SQS::Queue' },
      ],
    );
  });

  it('are not sent again when they may have been carried out, for AWS charges for each', async () => {
    const question = { document: DOCUMENT, resourceType: 'AWS::SQS::Queue' };
    const broken = analyzer(() => Promise.reject(lost()));
    const error = await failed(broken.calls.checkNoPublicAccess(question));
    assert.equal(error.reason, 'unreachable');
    assert.equal(broken.bodies.length, 1);
    const throttled = analyzer((_, attempt) =>
      attempt < 3 ? refusal(429, 'ThrottlingException', 'x') : json({ result: 'PASS' }),
    );
    assert.ok((await throttled.calls.checkNoPublicAccess(question)).passed);
    assert.equal(throttled.bodies.length, 3);
  });

  it('pass only when AWS says so', async () => {
    for (const [answer, passed] of [
      [{ result: 'PASS' }, true],
      [{}, false],
      [{ result: 'MAYBE' }, false],
    ] as const) {
      const { calls } = analyzer(() => json(answer));
      const question = { document: DOCUMENT, resourceType: 'AWS::SQS::Queue' };
      assert.equal((await calls.checkNoPublicAccess(question)).passed, passed);
    }
  });

  it('are not sent with what AWS would refuse', async () => {
    const { calls, bodies } = analyzer(() => json({ result: 'PASS' }));
    const many = Array.from({ length: 101 }, (_, n) => `s3:Get${n}`);
    for (const access of [
      { actions: [], resources: [] },
      { actions: many, resources: [] },
      { actions: ['GetObject'], resources: [] },
      { actions: [], resources: many },
      { actions: [], resources: ['bucket'] },
      { actions: [], resources: ['arn:aws:s3:::' + 'b'.repeat(2048)] },
      { actions: [], resources: ['arn:aws:s3:*:111122223333:accesspoint/a'] },
    ]) {
      const question = { document: DOCUMENT, access, policyType: 'IDENTITY_POLICY' } as const;
      const error = await failed(calls.checkAccessNotGranted(question));
      assert.equal(error.reason, 'invalidInput');
      assert.match(error.message, /^Nothing was sent\. /);
    }
    const broken = { document: '{"Version":', resourceType: 'AWS::SQS::Queue' };
    assert.match((await failed(calls.checkNoPublicAccess(broken))).message, /is no JSON/);
    assert.deepEqual(bodies, []);
  });
});
