import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import * as os from 'node:os';
import * as path from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import {
  profileConnection,
  resolveConnection,
  type Connection,
} from '../../../../src/iam/connection/connection';
import { readCredentials, type AskMfaCode } from '../../../../src/iam/connection/credentials';
import { createAccount } from '../../../../src/iam/connection/openAccount';
import type { Environment } from '../../../../src/iam/connection/sharedFiles';
import { openSandbox } from '../../../../src/sandbox/index';

/** An STS that answers with a session, and an IAM: what an emulator behind endpoint_url is. */
class FakeAws {
  readonly calls: URLSearchParams[] = [];
  readonly keys: string[] = [];
  endpoint = '';
  refuse = false;
  private server: http.Server | undefined;

  async start(): Promise<void> {
    const sandbox = await openSandbox({});
    this.server = http.createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const form = new URLSearchParams(body);
        this.calls.push(form);
        const { authorization } = request.headers;
        this.keys.push(/Credential=(\w+)/.exec(authorization ?? '')?.[1] ?? '');
        const action = form.get('Action') ?? '';
        if (/SessionToken|AssumeRole/.test(action)) {
          this.session(action, response);
          return;
        }
        void sandbox.handle({ body, authorization }).then((answer) => {
          response.writeHead(answer.status, answer.headers).end(answer.body);
        });
      });
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    this.endpoint = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }

  private session(action: string, response: http.ServerResponse): void {
    if (this.refuse) {
      response
        .writeHead(403)
        .end(
          '<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>MultiFactorAuthentication failed with invalid MFA one time pass code.</Message></Error></ErrorResponse>',
        );
      return;
    }
    const expires = new Date(Date.now() + 3_600_000).toISOString();
    response.end(
      `<${action}Response><${action}Result><Credentials><AccessKeyId>ASIASESSION</AccessKeyId><SecretAccessKey>session</SecretAccessKey><SessionToken>token</SessionToken><Expiration>${expires}</Expiration></Credentials></${action}Result></${action}Response>`,
    );
  }
}

describe('readCredentials', () => {
  const aws = new FakeAws();
  let folder: string;
  let environment: Record<string, string>;

  before(async () => {
    await aws.start();
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'credentials-'));
    environment = {
      AWS_CONFIG_FILE: path.join(folder, 'config'),
      AWS_SHARED_CREDENTIALS_FILE: path.join(folder, 'credentials'),
    };
  });
  beforeEach(() => {
    aws.calls.length = 0;
    aws.keys.length = 0;
    aws.refuse = false;
  });
  after(() => {
    aws.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  function write(config: string[], credentials: string[] = []): void {
    const key = ['[base]', 'aws_access_key_id = AKIABASE', 'aws_secret_access_key = base'];
    fs.writeFileSync(path.join(folder, 'config'), config.join('\n'));
    fs.writeFileSync(path.join(folder, 'credentials'), [...key, ...credentials].join('\n'));
  }

  async function read(
    connection: Connection | string,
    extra: Environment = {},
    askMfaCode: AskMfaCode = () => Promise.resolve(undefined),
  ) {
    const all = { ...environment, ...extra };
    const which = typeof connection === 'string' ? profileConnection(connection) : connection;
    const resolved = await resolveConnection(which, { readOnly: false }, all);
    return readCredentials({ resolved, environment: all, askMfaCode });
  }

  it('reads a key, also of a profile that the SDK cannot see', async () => {
    write(['\uFEFF[profile "a b"]', 'aws_access_key_id = AKIAAB', 'aws_secret_access_key = ab']);
    assert.equal((await read('base')).accessKeyId, 'AKIABASE');
    assert.equal((await read('a b')).accessKeyId, 'AKIAAB');
  });

  it('reads changed files anew', async () => {
    write([
      '[profile p]',
      'role_arn = arn:aws:iam::111122223333:role/r',
      'source_profile = base',
      `endpoint_url = ${aws.endpoint}`,
    ]);
    await read('p');
    fs.writeFileSync(
      path.join(folder, 'credentials'),
      '[base]\naws_access_key_id = AKIACHANGED\naws_secret_access_key = x\n',
    );
    await read('p');
    assert.deepEqual(aws.keys, ['AKIABASE', 'AKIACHANGED']);
  });

  it('assumes a role at the endpoint of the profile, with a code when a device is named', async () => {
    write([
      '[profile role]',
      'role_arn = arn:aws:iam::111122223333:role/r',
      'source_profile = base',
      'mfa_serial = arn:aws:iam::111122223333:mfa/me',
      `endpoint_url = ${aws.endpoint}`,
    ]);
    const asked: string[] = [];
    const credentials = await read('role', {}, (serial) => {
      asked.push(serial);
      return Promise.resolve('123 456');
    });
    assert.equal(credentials.accessKeyId, 'ASIASESSION');
    assert.ok(credentials.expiration);
    assert.deepEqual(asked, ['arn:aws:iam::111122223333:mfa/me']);
    assert.equal(aws.calls[0]?.get('Action'), 'AssumeRole');
    assert.equal(aws.calls[0]?.get('TokenCode'), '123456');
    await assert.rejects(read('role'), { reason: 'cancelled' });
  });

  it('gets a session for a plain key with a device, which the SDK does not', async () => {
    write([
      '[profile base]',
      'mfa_serial = arn:aws:iam::111122223333:mfa/me',
      `endpoint_url = ${aws.endpoint}`,
    ]);
    const code = (): Promise<string> => Promise.resolve('654321');
    assert.equal((await read('base', {}, code)).accessKeyId, 'ASIASESSION');
    assert.equal(aws.calls[0]?.get('Action'), 'GetSessionToken');
    assert.equal(aws.calls[0]?.get('TokenCode'), '654321');
    aws.refuse = true;
    await assert.rejects(read('base', {}, code), (error: Error) => {
      assert.equal((error as Error & { reason: string }).reason, 'accessDenied');
      assert.ok(!JSON.stringify(error).includes('654321'));
      return true;
    });
  });

  it('runs a credential_process and repeats nothing of what it prints', async () => {
    const script = path.join(folder, 'process.js');
    const run = (text: string): void => {
      fs.writeFileSync(script, `process.stdout.write(${JSON.stringify(text)})`);
    };
    write(['[profile tool]', `credential_process = "${process.execPath}" "${script}"`]);
    run('{"Version":1,"AccessKeyId":"AKIATOOL","SecretAccessKey":"x"}');
    assert.equal((await read('tool')).accessKeyId, 'AKIATOOL');
    run('{"Version":1,"SecretAccessKey":"very-secret');
    await assert.rejects(read('tool'), (error: Error) => {
      assert.match(error.message, /credential_process of profile "tool" failed/);
      assert.ok(!JSON.stringify(error, Object.getOwnPropertyNames(error)).includes('very-secret'));
      return true;
    });
  });

  it('says how to sign in again where a session has expired', async () => {
    write([
      '[profile sso]',
      'sso_session = corp-for-tests',
      'sso_account_id = 111122223333',
      'sso_role_name = admin',
      '[sso-session corp-for-tests]',
      'sso_start_url = https://corp.awsapps.com/start',
      'sso_region = us-east-1',
    ]);
    const previous = { ...process.env };
    Object.assign(process.env, environment);
    try {
      await assert.rejects(read('sso'), (error: Error & { details?: { advice?: string } }) => {
        assert.match(error.details?.advice ?? '', /aws sso login --profile sso/);
        return true;
      });
    } finally {
      for (const name of Object.keys(environment)) {
        if (previous[name] === undefined) Reflect.deleteProperty(process.env, name);
      }
    }
  });

  it('takes the environment in the order of the SDKs', async () => {
    write(
      ['[profile other]', 'region = us-east-1'],
      ['[other]', 'aws_access_key_id = AKIAOTHER', 'aws_secret_access_key = o'],
    );
    const connection = { kind: 'environment', id: 'environment' } as const;
    const key = {
      AWS_ACCESS_KEY_ID: 'AKIAENV',
      AWS_SECRET_ACCESS_KEY: 'e',
      AWS_SESSION_TOKEN: 't',
    };
    const own = await read(connection, key);
    assert.deepEqual([own.accessKeyId, own.sessionToken], ['AKIAENV', 't']);
    assert.equal(
      (await read(connection, { ...key, AWS_PROFILE: 'other' })).accessKeyId,
      'AKIAOTHER',
    );
    await assert.rejects(read(connection, { AWS_PROFILE: 'gone' }), { reason: 'noCredentials' });
  });

  it('says so when the SDK cannot find a profile that is there', async () => {
    const role = ['role_arn = arn:aws:iam::111122223333:role/r', 'source_profile = base'];
    write(['[profile "a b"]', ...role]);
    await assert.rejects(read('a b'), (error: Error & { details?: { advice?: string } }) =>
      /name without spaces/.test(error.details?.advice ?? ''),
    );
  });

  it('says what a profile lacks', async () => {
    write(['[profile empty]', 'region = us-east-1']);
    await assert.rejects(read('empty'), { reason: 'noCredentials' });
  });

  it('opens an account that uses the endpoint and the credentials of its profile', async () => {
    write(['[profile base]', `endpoint_url = ${aws.endpoint}`]);
    const resolved = await resolveConnection(
      profileConnection('base'),
      { readOnly: true },
      environment,
    );
    const account = createAccount(resolved, { environment });
    try {
      await account.load();
      assert.ok(account.users.items.length > 0);
      assert.deepEqual(new Set(aws.keys), new Set(['AKIABASE']));
      await assert.rejects(account.createUser('a'), { reason: 'readOnly' });
      assert.ok(aws.calls.every((call) => call.get('Action') !== 'CreateUser'));
    } finally {
      account.dispose();
    }
  });

  it('reads a changed file without being told', async () => {
    write(['[profile base]', `endpoint_url = ${aws.endpoint}`]);
    const connection = profileConnection('base');
    const resolved = await resolveConnection(connection, { readOnly: true }, environment);
    const account = createAccount(resolved, { environment });
    try {
      await account.summary();
      fs.writeFileSync(
        path.join(folder, 'credentials'),
        '[base]\naws_access_key_id = AKIANEXT\naws_secret_access_key = next\n',
      );
      const until = Date.now() + 10_000;
      while (!aws.keys.includes('AKIANEXT') && Date.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, 200));
        await account.summary();
      }
      assert.equal(aws.keys.at(-1), 'AKIANEXT');
    } finally {
      account.dispose();
    }
  });
});
