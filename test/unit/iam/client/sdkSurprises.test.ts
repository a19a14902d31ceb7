import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { describe, it } from 'node:test';
import {
  CreateAccessKeyCommand,
  DeleteUserCommand,
  IAMClient,
  ListUsersCommand,
  UpdateUserCommand,
  type IAMClientConfig,
} from '@aws-sdk/client-iam';
import { fromIni } from '@aws-sdk/credential-providers';
import { createSdkClients, type RequestHandler } from '../../../../src/iam/sdk';
import { emptyAnswer, errorAnswer, lost, resultAnswer, type ScriptedAnswer } from '../practice';

/**
 * What the AWS SDK does by itself and why we do not let it. When one of these fails after an update
 * of the SDK, the code that works around it may go.
 */

interface SeenRequest {
  hostname: string;
  headers: Record<string, string>;
}

function scripted(answer: (attempt: number) => ScriptedAnswer): {
  handler: RequestHandler;
  seen: SeenRequest[];
} {
  const seen: SeenRequest[] = [];
  const handler = {
    metadata: { handlerProtocol: 'http/1.1' },
    handle: (request: SeenRequest) => {
      seen.push(request);
      return Promise.resolve().then(() => {
        const { status = 200, headers = {}, text } = answer(seen.length);
        return { response: { statusCode: status, headers, body: Buffer.from(text) } };
      });
    },
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
  };
  return { handler: handler, seen };
}

const CREDENTIALS = { accessKeyId: 'AKIATEST', secretAccessKey: 'test' };

/** A client as anyone makes it. */
function plainClient(handler: RequestHandler, config: IAMClientConfig = {}): IAMClient {
  return new IAMClient({
    region: 'us-east-1',
    credentials: CREDENTIALS,
    requestHandler: handler,
    ...config,
  });
}

const KEY = '<AccessKey><AccessKeyId>AKIA1</AccessKeyId></AccessKey>';

describe('the AWS SDK by itself', () => {
  it('sends CreateAccessKey again when the connection breaks: two keys, one of them nobody has', async () => {
    const { handler, seen } = scripted((attempt) => {
      if (attempt === 1) throw Object.assign(lost(), { name: 'TimeoutError' });
      return resultAnswer('CreateAccessKey', KEY);
    });
    await plainClient(handler).send(new CreateAccessKeyCommand({ UserName: 'a' }));
    assert.equal(seen.length, 2);
  });

  it('repeats LimitExceeded, and does not repeat ConcurrentModification', async () => {
    for (const [code, times] of [
      ['LimitExceeded', 3],
      ['ConcurrentModification', 1],
      ['EntityTemporarilyUnmodifiable', 1],
    ] as const) {
      const { handler, seen } = scripted(() => errorAnswer(409, code, 'x'));
      const command = new UpdateUserCommand({ UserName: 'a' });
      await assert.rejects(plainClient(handler).send(command));
      assert.equal(seen.length, times, code);
    }
  });

  it('takes an HTML page and an empty page for success', async () => {
    for (const text of ['<html><body>Sign in</body></html>', '']) {
      const { handler } = scripted(() => ({ text }));
      await plainClient(handler).send(new DeleteUserCommand({ UserName: 'a' }));
    }
  });

  it('puts the wire code in Code for modelled errors and in name for others', async () => {
    const failure = async (code: string): Promise<{ name: string; Code?: string }> => {
      const { handler } = scripted(() => errorAnswer(400, code, 'x'));
      return plainClient(handler)
        .send(new ListUsersCommand({}))
        .then(
          () => assert.fail('it did not fail'),
          (error: unknown) => error as { name: string; Code?: string },
        );
    };
    const modelled = await failure('NoSuchEntity');
    assert.deepEqual([modelled.name, modelled.Code], ['NoSuchEntityException', 'NoSuchEntity']);
    assert.equal((await failure('AccessDenied')).name, 'AccessDenied');
  });

  it("ignores a profile's endpoint_url, and asks for no code of a plain key's device", async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sdk-'));
    try {
      const filepath = path.join(folder, 'credentials');
      const configFilepath = path.join(folder, 'config');
      fs.writeFileSync(filepath, '[p]\naws_access_key_id = AKIAP\naws_secret_access_key = s\n');
      fs.writeFileSync(
        configFilepath,
        '[profile p]\nmfa_serial = arn:aws:iam::1:mfa/me\nendpoint_url = http://localhost:1\n',
      );
      process.env['AWS_CONFIG_FILE'] = configFilepath;
      process.env['AWS_SHARED_CREDENTIALS_FILE'] = filepath;
      let asked = 0;
      const provider = fromIni({
        profile: 'p',
        filepath,
        configFilepath,
        ignoreCache: true,
        mfaCodeProvider: () => {
          asked++;
          return Promise.resolve('000000');
        },
      });
      assert.equal((await provider()).accessKeyId, 'AKIAP');
      assert.equal(asked, 0);
      const { handler, seen } = scripted(() => resultAnswer('ListUsers', '<Users/>'));
      await plainClient(handler, { profile: 'p', credentials: provider }).send(
        new ListUsersCommand({}),
      );
      assert.equal(seen[0]?.hostname, 'iam.amazonaws.com');
    } finally {
      for (const name of ['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE']) {
        Reflect.deleteProperty(process.env, name);
      }
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('our SDK clients', () => {
  function ours(region: string, handler: RequestHandler, endpoint?: string) {
    return createSdkClients({
      region,
      endpoint,
      stsEndpoint: endpoint,
      analyzer: { region, endpoint },
      useFipsEndpoint: false,
      credentials: () => Promise.resolve(CREDENTIALS),
      requestHandler: handler,
      keepAlive: true,
    });
  }
  const { signal } = new AbortController();

  it("go to the partition's host and sign for its region", async () => {
    const expected: [region: string, host: string][] = [
      ['us-east-1', 'iam.amazonaws.com'],
      ['cn-north-1', 'iam.cn-north-1.amazonaws.com.cn'],
      ['us-gov-west-1', 'iam.us-gov.amazonaws.com'],
    ];
    for (const [region, host] of expected) {
      const { handler, seen } = scripted(() => resultAnswer('ListUsers', '<Users/>'));
      await ours(region, handler).send('ListUsers', {}, signal);
      assert.equal(seen[0]?.hostname, host);
      assert.match(seen[0].headers['authorization'] ?? '', new RegExp(`/${region}/iam/`));
    }
  });

  it('go to Access Analyzer in its Region, whatever the variables say, and sign for it', async () => {
    const expected: [region: string, host: string][] = [
      ['eu-west-1', 'access-analyzer.eu-west-1.amazonaws.com'],
      ['cn-north-1', 'access-analyzer.cn-north-1.amazonaws.com.cn'],
      ['us-gov-west-1', 'access-analyzer.us-gov-west-1.amazonaws.com'],
    ];
    const name = 'AWS_ENDPOINT_URL_ACCESSANALYZER';
    process.env[name] = 'http://elsewhere.example';
    try {
      for (const [region, host] of expected) {
        const { handler, seen } = scripted(() => ({ text: '{"findings":[]}' }));
        const input = { policyDocument: '{}', policyType: 'IDENTITY_POLICY' } as const;
        await ours(region, handler).send('ValidatePolicy', input, signal);
        assert.equal(seen[0]?.hostname, host);
        assert.match(
          seen[0].headers['authorization'] ?? '',
          new RegExp(`/${region}/access-analyzer/`),
        );
      }
    } finally {
      Reflect.deleteProperty(process.env, name);
    }
  });

  it('are not led elsewhere by variables: the endpoint was decided before', async () => {
    const names = ['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_IAM', 'AWS_ENDPOINT_URL_STS'];
    for (const name of names) process.env[name] = 'http://elsewhere.example';
    try {
      const { handler, seen } = scripted((attempt) =>
        attempt === 1
          ? resultAnswer('ListUsers', '<Users/>')
          : resultAnswer('GetCallerIdentity', '<Account>1</Account>'),
      );
      const clients = ours('us-east-1', handler);
      await clients.send('ListUsers', {}, signal);
      await clients.send('GetCallerIdentity', {}, signal);
      assert.deepEqual(
        seen.map(({ hostname }) => hostname),
        ['iam.amazonaws.com', 'sts.us-east-1.amazonaws.com'],
      );
    } finally {
      for (const name of names) Reflect.deleteProperty(process.env, name);
    }
  });

  it('go to an endpoint that is given, for both services', async () => {
    const { handler, seen } = scripted((attempt) =>
      attempt === 1 ? emptyAnswer('DeleteUser') : resultAnswer('GetCallerIdentity', ''),
    );
    const clients = ours('us-east-1', handler, 'http://127.0.0.1:4579');
    await clients.send('DeleteUser', { UserName: 'a' }, signal);
    await clients.send('GetCallerIdentity', {}, signal);
    assert.deepEqual(
      seen.map(({ hostname }) => hostname),
      ['127.0.0.1', '127.0.0.1'],
    );
  });
});
