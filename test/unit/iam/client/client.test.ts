import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { IamError } from '../../../../src/iam/errors';
import {
  emptyAnswer,
  errorAnswer,
  lost,
  openPractice,
  resultAnswer,
  scriptedClient,
  type ScriptedAnswer,
} from '../practice';

const DELETE = ['DeleteGroup', { GroupName: 'a' }] as const;

describe('IamClient', () => {
  it('refuses every write of a read-only connection before it is sent, and lets reads through', async () => {
    const { client, log } = await openPractice({ empty: true }, { readOnly: true });
    await assert.rejects(client.call('CreateUser', { UserName: 'a' }), { reason: 'readOnly' });
    await assert.rejects(client.call(...DELETE), { reason: 'readOnly' });
    assert.deepEqual(log, []);
    assert.deepEqual((await client.call('ListUsers', {})).Users, []);
    assert.equal((await client.call('GetCallerIdentity', {})).Account, '111122223333');
  });

  it('logs operation, outcome and request id, and no input', async () => {
    const { client, log } = await openPractice();
    await client.call('CreateUser', { UserName: 'secret-name' });
    await assert.rejects(client.call('CreateUser', { UserName: 'secret-name' }));
    assert.deepEqual(
      log.map(({ operation, outcome, attempt }) => [operation, outcome, attempt]),
      [
        ['CreateUser', 'ok', 1],
        ['CreateUser', 'alreadyExists', 1],
      ],
    );
    assert.ok(log.every(({ requestId, milliseconds }) => requestId && milliseconds >= 0));
    assert.ok(!JSON.stringify(log).includes('secret-name'));
  });

  it('repeats throttled calls, of any kind, with growing waits', async () => {
    const { client, sandbox, log, clock } = await openPractice();
    const throttled = { kind: 'error', status: 400, code: 'Throttling', message: 'Rate exceeded' };
    sandbox.addFault({ times: 3, effect: throttled as never });
    await client.call('CreateUser', { UserName: 'a' });
    assert.deepEqual(
      log.map(({ outcome }) => outcome),
      ['throttled', 'throttled', 'throttled', 'ok'],
    );
    assert.deepEqual(clock.sleeps, [375, 750, 1500]);
  });

  it('repeats a read and a repeatable write whose answer was lost', async () => {
    const { client, sandbox, calls } = await openPractice();
    await client.call('CreateUser', { UserName: 'a' });
    await client.call('CreateGroup', { GroupName: 'g' });
    for (const kind of ['lostBefore', 'lostAfter'] as const) {
      sandbox.addFault({ effect: { kind } });
      await client.call('AddUserToGroup', { UserName: 'a', GroupName: 'g' });
    }
    sandbox.addFault({ effect: { kind: 'lostAfter' } });
    assert.equal((await client.call('ListUsers', {})).Users?.length, 1);
    assert.equal(calls().filter((name) => name === 'AddUserToGroup').length, 4);
  });

  it('takes "not there" for done when an earlier attempt may have removed it', async () => {
    const { client, sandbox } = await openPractice();
    await client.call('CreateGroup', { GroupName: 'a' });
    sandbox.addFault({ operation: 'DeleteGroup', effect: { kind: 'lostAfter' } });
    await client.call(...DELETE);
    await assert.rejects(client.call(...DELETE), { reason: 'notFound' });
  });

  it('sends CreateAccessKey once only, whatever happens to its answer', async () => {
    const { client, sandbox, calls } = await openPractice();
    await client.call('CreateUser', { UserName: 'a' });
    const effects = [
      { kind: 'lostBefore' },
      { kind: 'lostAfter' },
      { kind: 'html' },
      { kind: 'error', status: 500, code: 'ServiceFailure', message: 'x' },
    ] as const;
    for (const effect of effects) {
      const before = calls().length;
      sandbox.addFault({ operation: 'CreateAccessKey', effect });
      await assert.rejects(client.call('CreateAccessKey', { UserName: 'a' }), {
        reason: 'answerLost',
        message: /^The answer to CreateAccessKey was lost: it may have taken effect\./,
      });
      assert.equal(calls().length - before, 1, effect.kind);
    }
    const { AccessKeyMetadata } = await client.call('ListAccessKeys', { UserName: 'a' });
    assert.equal(AccessKeyMetadata?.length, 1);
  });

  it('repeats a call that must be sent once when it surely was not carried out', async () => {
    const { client, bodies } = scriptedClient((_, attempt) => {
      if (attempt === 1) throw lost('ECONNREFUSED');
      if (attempt === 2) return errorAnswer(400, 'Throttling', 'Rate exceeded');
      return resultAnswer('CreateAccessKey', '<AccessKey><AccessKeyId>A</AccessKeyId></AccessKey>');
    });
    await client.call('CreateAccessKey', { UserName: 'a' });
    assert.equal(bodies.length, 3);
  });

  it('never repeats LimitExceeded, and does repeat what the SDK gives up on', async () => {
    const count = async (code: string): Promise<number> => {
      const { client, bodies } = scriptedClient(() => errorAnswer(409, code, 'x'));
      await assert.rejects(client.call('UpdateUser', { UserName: 'a', NewPath: '/b/' }));
      return bodies.length;
    };
    assert.equal(await count('LimitExceeded'), 1);
    assert.equal(await count('EntityAlreadyExists'), 1);
    assert.equal(await count('ConcurrentModification'), 5);
    assert.ok((await count('EntityTemporarilyUnmodifiable')) > 5);
  });

  it('waits up to ten seconds for what was made a moment ago', async () => {
    const { client, clock } = scriptedClient((_, attempt) =>
      attempt < 5 ? errorAnswer(404, 'NoSuchEntity', 'x') : emptyAnswer('PutUserPolicy'),
    );
    const input = { UserName: 'a', PolicyName: 'p', PolicyDocument: '{}' };
    await client.call('PutUserPolicy', input, { awaitsEntity: true });
    const never = scriptedClient(() => errorAnswer(404, 'NoSuchEntity', 'x'));
    await assert.rejects(never.client.call('PutUserPolicy', input, { awaitsEntity: true }), {
      reason: 'notFound',
    });
    const waited = never.clock.sleeps.reduce((sum, each) => sum + each, 0);
    assert.ok(waited > 7_000 && waited <= 10_000, String(waited));
    assert.ok(clock.sleeps.length === 4);
  });

  it('does not take a sign-in page or an empty page for success', async () => {
    const strangers: ScriptedAnswer[] = [
      { status: 200, text: '<html><body>Sign in</body></html>' },
      { status: 200, text: '' },
      { status: 200, text: '<Foo/>' },
      { status: 302, headers: { location: 'https://login.example/x?token=1' }, text: '' },
      { status: 403, headers: { 'content-type': 'application/json' }, text: '{"message":"no"}' },
    ];
    for (const stranger of strangers) {
      const { client } = scriptedClient(() => stranger);
      await assert.rejects(client.call(...DELETE), (error: IamError) => {
        assert.equal(error.reason, 'notIam', JSON.stringify(stranger));
        assert.ok(!error.message.includes('token'));
        return true;
      });
    }
    const gateway = scriptedClient((_, attempt) =>
      attempt === 1
        ? { status: 502, text: '<html>Bad gateway</html>' }
        : emptyAnswer('DeleteGroup'),
    );
    await gateway.client.call(...DELETE);
  });

  it('gives up a call that is not answered in time', async () => {
    const silent = (): Promise<ScriptedAnswer> => new Promise(() => undefined);
    const { client, bodies } = scriptedClient(silent, { timeoutMilliseconds: 20 });
    await assert.rejects(client.call('ListUsers', {}), {
      reason: 'unreachable',
      message: 'AWS did not answer within 0.02 seconds.',
    });
    assert.equal(bodies.length, 4);
    await assert.rejects(client.call('CreateUser', { UserName: 'a' }), { reason: 'answerLost' });
    assert.equal(bodies.length, 5);
  });

  it('stops a read at once when it is cancelled, also one that waits for its turn', async () => {
    const silent = (): Promise<ScriptedAnswer> => new Promise(() => undefined);
    const { client, bodies } = scriptedClient(silent);
    const abort = new AbortController();
    const calls = Array.from({ length: 6 }, () =>
      client.call('ListUsers', {}, { signal: abort.signal }),
    );
    const settled = Promise.allSettled(calls);
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(bodies.length, 4, 'four calls run at once');
    abort.abort();
    for (const result of await settled) {
      assert.equal(result.status, 'rejected');
      assert.equal((result.reason as IamError).reason, 'cancelled');
    }
    assert.equal(bodies.length, 4);
  });

  it('lets a write that was sent go on when it is cancelled, so that its outcome is known', async () => {
    let answer: (given: ScriptedAnswer) => void = () => undefined;
    const { client } = scriptedClient(() => new Promise((resolve) => (answer = resolve)));
    const abort = new AbortController();
    const call = client.call(...DELETE, { signal: abort.signal });
    await new Promise((resolve) => setTimeout(resolve, 50));
    abort.abort();
    answer(emptyAnswer('DeleteGroup'));
    await call;
    await assert.rejects(client.call(...DELETE, { signal: abort.signal }), { reason: 'cancelled' });
  });

  it('follows a write in doubt to its end', async () => {
    const abort = new AbortController();
    const { client, bodies } = scriptedClient((_, attempt) => {
      if (attempt > 1) return emptyAnswer('DeleteGroup');
      abort.abort();
      throw lost();
    });
    await client.call(...DELETE, { signal: abort.signal });
    assert.equal(bodies.length, 2);
  });

  it('is closed by dispose', async () => {
    const { client } = await openPractice();
    client.dispose();
    await assert.rejects(client.call('ListUsers', {}), { reason: 'cancelled' });
  });

  it('keeps credentials until they expire, change or are refused', async () => {
    let reads = 0;
    const refused = (_: string, attempt: number): ScriptedAnswer =>
      attempt === 3
        ? errorAnswer(403, 'ExpiredToken', 'The security token included in the request is expired')
        : resultAnswer('ListUsers', '<IsTruncated>false</IsTruncated><Users/>');
    const { client, bodies, log } = scriptedClient(refused, {
      readCredentials: () => {
        reads++;
        return Promise.resolve({ accessKeyId: `AKIA${reads}`, secretAccessKey: 's' });
      },
    });
    await client.call('ListUsers', {});
    await client.call('ListUsers', {});
    assert.equal(reads, 1);
    await client.call('ListUsers', {});
    assert.equal(reads, 2, 'an expired session is read anew, and the call repeated');
    assert.equal(bodies.length, 4);
    client.renew();
    await client.call('ListUsers', {});
    assert.equal(reads, 3);
    assert.deepEqual(
      log.map(({ outcome }) => outcome),
      ['ok', 'ok', 'expired', 'ok', 'ok'],
    );
  });

  it('signs with the credentials that were read last', async () => {
    const seen: string[] = [];
    let key = 'AKIAOLD';
    const handler = {
      metadata: { handlerProtocol: 'http/1.1' },
      handle: (request: { headers: Record<string, string> }) => {
        seen.push(/Credential=(\w+)/.exec(request.headers['authorization'] ?? '')?.[1] ?? '');
        const { text } = resultAnswer('ListUsers', '<Users/>');
        return Promise.resolve({
          response: { statusCode: 200, headers: {}, body: Buffer.from(text) },
        });
      },
      updateHttpClientConfig: () => undefined,
      httpHandlerConfigs: () => ({}),
    };
    const { client } = scriptedClient(() => emptyAnswer(''), {
      requestHandler: () => Promise.resolve(handler as never),
      readCredentials: () => Promise.resolve({ accessKeyId: key, secretAccessKey: 's' }),
    });
    await client.call('ListUsers', {});
    key = 'AKIANEW';
    await client.call('ListUsers', {});
    client.renew();
    await client.call('ListUsers', {});
    assert.deepEqual(seen, ['AKIAOLD', 'AKIAOLD', 'AKIANEW']);
  });

  it('says why there are no credentials, and asks again with the next call', async () => {
    let reads = 0;
    const failure = Object.assign(new Error('Could not resolve credentials using profile: [x]'), {
      name: 'CredentialsProviderError',
    });
    const { client } = scriptedClient(() => emptyAnswer('ListUsers'), {
      readCredentials: () => {
        reads++;
        return Promise.reject(failure);
      },
    });
    await assert.rejects(client.call('CreateAccessKey', { UserName: 'a' }), {
      reason: 'noCredentials',
    });
    await assert.rejects(client.call('ListUsers', {}), { reason: 'noCredentials' });
    assert.equal(reads, 2);
  });

  it('corrects a wrong clock once by the time that AWS says', async () => {
    const { client, bodies } = scriptedClient((_, attempt) =>
      attempt === 1
        ? {
            ...errorAnswer(
              403,
              'SignatureDoesNotMatch',
              'Signature expired: 20261125T010000Z is now earlier than 20261125T020000Z',
            ),
            headers: { date: new Date(Date.now() + 3_600_000).toUTCString() },
          }
        : resultAnswer('ListUsers', '<Users/>'),
    );
    await client.call('ListUsers', {});
    assert.equal(bodies.length, 2);
  });
});
