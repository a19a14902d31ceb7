import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ERROR_TABLE } from '../../../../src/iam/client/errorTable';
import type { IamErrorReason } from '../../../../src/iam/errors';
import { plainText } from '../../../../src/iam/client/plainText';
import { toIamError } from '../../../../src/iam/client/sdkErrors';
import { errorAnswer, scriptedClient } from '../practice';

async function failure(code: string, message: string, status = 400) {
  const { client } = scriptedClient(() => errorAnswer(status, code, message));
  return client.call('UploadSigningCertificate', { CertificateBody: 'x' }).then(
    () => assert.fail('it did not fail'),
    (error: unknown) => toIamError(error),
  );
}

function network(code: string, extra: object = {}): Error {
  return Object.assign(new Error(`connect ${code}`), { code, ...extra });
}

describe('toIamError', () => {
  it('knows every code of the table by what the real SDK makes of it', async () => {
    for (const [code, rule] of Object.entries(ERROR_TABLE)) {
      if (['throttled', 'busy', 'expired', 'clockSkew', 'serviceFault'].includes(rule.reason))
        continue;
      const error = await failure(code, 'AWS says so');
      assert.equal(error.reason, rule.reason, code);
      assert.equal(error.details.code, code);
      assert.equal(error.details.requestId, 'request-1');
      if (rule.reason !== 'accessDenied') assert.match(error.message, / AWS: AWS says so$/, code);
    }
  });

  it('names the missing permission, the resource and the kind of policy', async () => {
    const user = 'User: arn:aws:iam::123456789012:user/x is not authorized to perform:';
    const missing = await failure(
      'AccessDenied',
      `${user} iam:CreateUser on resource: arn:aws:iam::123456789012:user/a b because no identity-based policy allows the iam:CreateUser action`,
      403,
    );
    assert.equal(missing.details.permission, 'iam:CreateUser');
    assert.equal(
      missing.message,
      'iam:CreateUser is not allowed for this connection. No identity-based policy allows it.',
    );
    assert.equal(
      missing.details.advice,
      'Ask an administrator to allow iam:CreateUser on arn:aws:iam::123456789012:user/a b.',
    );
    const explicit = await failure(
      'AccessDenied',
      `${user} iam:ListUsers on resource: * with an explicit deny in a service control policy`,
      403,
    );
    assert.match(explicit.message, /An explicit deny in a service control policy refuses it\.$/);
    const bare = await failure('AccessDenied', `${user} iam:ListUsers`, 403);
    assert.equal(bare.details.permission, 'iam:ListUsers');
    const silent = await failure('AccessDenied', 'No.', 403);
    assert.equal(silent.details.permission, 'iam:UploadSigningCertificate');
  });

  it('says what a quota is about', async () => {
    const error = await failure(
      'LimitExceeded',
      'Cannot exceed quota for AccessKeysPerUser: 2',
      409,
    );
    assert.match(error.message, /^A user can have 2 access keys, inactive ones included\./);
  });

  it('tells network failures apart by whether the call can have arrived', () => {
    const expected: [Error, IamErrorReason][] = [
      [network('ENOTFOUND'), 'unreachable'],
      [network('EAI_AGAIN'), 'unreachable'],
      [network('ECONNREFUSED'), 'unreachable'],
      [network('ETIMEDOUT', { syscall: 'connect' }), 'unreachable'],
      [network('SELF_SIGNED_CERT_IN_CHAIN'), 'unreachable'],
      [network('ERR_TLS_CERT_ALTNAME_INVALID'), 'unreachable'],
      [network('EPROTO'), 'unreachable'],
      [network('ECONNRESET'), 'answerLost'],
      [network('EPIPE'), 'answerLost'],
      [network('ETIMEDOUT', { syscall: 'read' }), 'answerLost'],
      [new Error('socket hang up'), 'answerLost'],
      [new AggregateError([network('ECONNREFUSED')], 'all failed'), 'unreachable'],
      [new Error('outer', { cause: network('ENOTFOUND') }), 'unreachable'],
      [Object.assign(new Error('x'), { name: 'AbortError' }), 'cancelled'],
      [new Error('something else'), 'unknown'],
    ];
    for (const [error, reason] of expected)
      assert.equal(toIamError(error).reason, reason, String(error));
  });

  it('tells expired sessions from missing credentials', () => {
    const provider = (message: string): Error =>
      Object.assign(new Error(message), { name: 'CredentialsProviderError' });
    assert.equal(
      toIamError(provider('The SSO session associated with this profile has expired.')).reason,
      'expired',
    );
    assert.equal(toIamError(provider('Could not load credentials')).reason, 'noCredentials');
  });

  it('keeps no secret, no control character and nothing of the raw answer', async () => {
    const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
    const { client } = scriptedClient(() => ({
      status: 400,
      text: errorAnswer(
        400,
        'ValidationError',
        `Value 'hunter2' at 'password' failed; ${secret} &#27;[31mred&#x202e; -----BEGIN RSA PRIVATE KEY-----\nabc`,
      ).text,
    }));
    const error = await client.call('ListUsers', {}).catch((each: unknown) => toIamError(each));
    const text = JSON.stringify(error, Object.getOwnPropertyNames(error));
    for (const each of ['hunter2', secret, 'RSA PRIVATE', '\\u001b', '\u202e']) {
      assert.ok(!text.includes(each), `${each} in ${text}`);
    }
    const broken = scriptedClient(() => ({
      text: `<CreateAccessKeyResponse><CreateAccessKeyResult><AccessKey><SecretAccessKey>${secret}</SecretAccessKey>`,
    }));
    const lost = await broken.client
      .call('CreateAccessKey', { UserName: 'a' })
      .catch((each: unknown) => toIamError(each));
    assert.ok(!JSON.stringify(lost, Object.getOwnPropertyNames(lost)).includes(secret));
    assert.ok('reason' in lost && lost.reason === 'answerLost', 'a key may have been made');
  });

  it('gives back an IamError as it is, and takes anything thrown', () => {
    const error = toIamError(new Error('x'));
    assert.equal(toIamError(error), error);
    assert.equal(toIamError('text').message, 'The call failed. text');
    assert.equal(toIamError(undefined).reason, 'unknown');
  });
});

describe('plainText', () => {
  it('cuts what is long and hides what is given as secret', () => {
    assert.equal(plainText('x'.repeat(5000)).length, 1001);
    assert.equal(plainText('code 123456 refused', ['123456']), 'code (hidden) refused');
    assert.equal(plainText('a\u0000\n\tb  c'), 'a b c');
    assert.equal(
      plainText('arn:aws:iam::123456789012:user/some/long/path/with/many/parts/indeed'),
      'arn:aws:iam::123456789012:user/some/long/path/with/many/parts/indeed',
    );
  });
});
