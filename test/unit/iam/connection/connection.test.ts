import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { after, before, describe, it } from 'node:test';
import {
  environmentHasCredentials,
  listProfiles,
  profileConnection,
  resolveConnection,
  type ResolvedConnection,
} from '../../../../src/iam/connection/connection';
import { partitionOf } from '../../../../src/iam/connection/partition';
import { sharedFilePaths, type Environment } from '../../../../src/iam/connection/sharedFiles';

const SETTINGS = { readOnly: false };

describe('profiles and connections', () => {
  let folder: string;
  let environment: Record<string, string>;

  before(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'profiles-'));
    environment = {
      AWS_CONFIG_FILE: path.join(folder, 'config'),
      AWS_SHARED_CREDENTIALS_FILE: path.join(folder, 'credentials'),
    };
  });
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  function write(config: string, credentials = ''): void {
    fs.writeFileSync(path.join(folder, 'config'), config);
    fs.writeFileSync(path.join(folder, 'credentials'), credentials);
  }

  function resolve(profile: string, extra: Environment = {}): Promise<ResolvedConnection> {
    return resolveConnection(profileConnection(profile), SETTINGS, { ...environment, ...extra });
  }

  it('finds the profiles of both files and how they get credentials', async () => {
    write(
      [
        '\uFEFF[default]',
        'region = eu-central-1',
        '[profile admin]',
        'role_arn = arn:aws:iam::111122223333:role/admin',
        'source_profile = default',
        '[profile "my profile"]',
        'sso_session = corp',
        '[sso-session corp]',
        'sso_region = us-east-1',
        '[profile tool]',
        'credential_process = /bin/tool',
        '[profile web]',
        'role_arn = arn:aws:iam::111122223333:role/x',
        'web_identity_token_file = /t',
        '[not a profile]',
        'region = x',
      ].join('\r\n'),
      '[default]\naws_access_key_id = AKIA1\naws_secret_access_key = s\n[only here]\nx = 1',
    );
    const profiles = await listProfiles(environment);
    assert.deepEqual(
      profiles.map(({ name, source }) => [name, source]),
      [
        ['admin', 'role'],
        ['default', 'access key'],
        ['my profile', 'IAM Identity Center'],
        ['only here', 'none'],
        ['tool', 'process'],
        ['web', 'web identity'],
      ],
    );
    assert.equal(profiles[1]?.region, 'eu-central-1');
    assert.ok(!JSON.stringify(profiles).includes('AKIA1'));
  });

  it('has no profiles where there are no files', async () => {
    const nowhere = { AWS_CONFIG_FILE: path.join(folder, 'x', 'y'), HOME: folder };
    assert.deepEqual(await listProfiles(nowhere), []);
    assert.deepEqual(sharedFilePaths({ HOME: folder, AWS_CONFIG_FILE: '~/c' }), {
      config: path.join(folder, 'c'),
      credentials: path.join(folder, '.aws', 'credentials'),
    });
  });

  it('knows where buckets may be asked for', async () => {
    write(
      [
        '[profile aws]',
        'region = us-east-1',
        '[profile emulator]',
        'endpoint_url = http://localhost:1',
        '[profile parts]',
        'services = parts',
        '[profile s3-only]',
        'services = s3-only',
        '[services parts]',
        'iam =',
        '  endpoint_url = http://localhost:2',
        '[services s3-only]',
        's3 =',
        '  endpoint_url = http://localhost:3',
      ].join('\n'),
    );
    const s3 = async (profile: string, extra?: Environment) => (await resolve(profile, extra)).s3;
    assert.deepEqual(await s3('aws'), {});
    assert.deepEqual(await s3('emulator'), { endpoint: 'http://localhost:1' });
    assert.deepEqual(await s3('s3-only'), { endpoint: 'http://localhost:3' });
    assert.equal(await s3('parts'), undefined, "an emulator's credentials are not for AWS");
    const variable = { AWS_ENDPOINT_URL_S3: 'http://localhost:4' };
    assert.deepEqual(await s3('parts', variable), { endpoint: 'http://localhost:4' });
    const unencrypted = { AWS_ENDPOINT_URL_S3: 'http://s3.example' };
    assert.equal(await s3('aws', unencrypted), undefined);
    const practice = await resolveConnection({ kind: 'practice', id: 'practice' }, SETTINGS);
    assert.equal(practice.s3, undefined);
  });

  it('knows who may be asked for a code', async () => {
    write(
      [
        '[profile key]',
        'mfa_serial = arn:aws:iam::111122223333:mfa/me',
        '[profile role]',
        'source_profile = key',
        '[profile chain]',
        'source_profile = role',
        '[profile circle]',
        'source_profile = circle',
        '[profile plain]',
        'region = us-east-1',
      ].join('\n'),
    );
    const asks = async (profile: string) => (await resolve(profile)).asksForCode ?? false;
    assert.deepEqual(await Promise.all(['key', 'role', 'chain', 'circle', 'plain'].map(asks)), [
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it("asks Access Analyzer in the connection's own Region, and where its endpoint says", async () => {
    write(
      [
        '[profile here]',
        'region = eu-west-1',
        '[profile nowhere]',
        'output = json',
        '[profile global]',
        'region = aws-global',
        '[profile gov]',
        'region = us-gov-east-1',
        '[profile china]',
        'region = cn-northwest-1',
        '[profile emulator]',
        'endpoint_url = http://localhost:1',
        '[profile own]',
        'region = eu-west-1',
        'services = local',
        '[services local]',
        'accessanalyzer =',
        '  endpoint_url = http://localhost:2',
      ].join('\n'),
    );
    const analyzer = async (profile: string, extra: Environment = {}) =>
      (await resolve(profile, extra)).analyzer;
    assert.deepEqual(await analyzer('here'), { region: 'eu-west-1' });
    assert.deepEqual(await analyzer('nowhere'), { region: 'us-east-1' });
    assert.deepEqual(await analyzer('nowhere', { AWS_REGION: 'ap-south-1' }), {
      region: 'ap-south-1',
    });
    assert.deepEqual(await analyzer('global'), { region: 'us-east-1' });
    assert.deepEqual(await analyzer('gov'), { region: 'us-gov-east-1' });
    assert.deepEqual(await analyzer('china'), { region: 'cn-northwest-1' });
    const local = (port: number) => `http://localhost:${port}`;
    assert.equal((await analyzer('emulator'))?.endpoint, local(1));
    assert.deepEqual(await analyzer('own'), { region: 'eu-west-1', endpoint: local(2) });
    const variable = { AWS_ENDPOINT_URL_ACCESSANALYZER: local(3) };
    assert.equal((await analyzer('own', variable))?.endpoint, local(3));
    const open = { AWS_ENDPOINT_URL_ACCESSANALYZER: 'http://example.com' };
    await assert.rejects(analyzer('own', open), { reason: 'invalidInput' });
  });

  it('takes the endpoint in the order that AWS documents', async () => {
    write(
      [
        '[profile plain]',
        'endpoint_url = http://localhost:1',
        '[profile emulator]',
        'endpoint_url = http://localhost:1',
        'services = local',
        '[services local]',
        'iam =',
        '  endpoint_url = http://localhost:2',
        's3 =',
        '  endpoint_url = http://localhost:3',
        '[profile aws]',
        'region = us-east-1',
        '[profile ignoring]',
        'endpoint_url = http://localhost:1',
        'ignore_configured_endpoint_urls = true',
        '[profile iam-only]',
        'services = local',
      ].join('\n'),
    );
    const endpoints = async (profile: string, extra: Environment = {}): Promise<unknown[]> => {
      const resolved = await resolve(profile, extra);
      return [resolved.endpoint, resolved.stsEndpoint];
    };
    const local = (port: number): string => `http://localhost:${port}`;
    assert.deepEqual(await endpoints('plain'), [local(1), local(1)]);
    assert.deepEqual(await endpoints('emulator'), [local(2), local(1)]);
    assert.deepEqual(await endpoints('aws'), [undefined, undefined]);
    assert.deepEqual(await endpoints('ignoring'), [undefined, undefined]);
    assert.deepEqual(await endpoints('iam-only'), [local(2), local(2)]);
    const general = { AWS_ENDPOINT_URL: local(4) };
    assert.deepEqual(await endpoints('emulator', general), [local(4), local(4)]);
    const own = { ...general, AWS_ENDPOINT_URL_IAM: local(5), AWS_ENDPOINT_URL_STS: local(6) };
    assert.deepEqual(await endpoints('emulator', own), [local(5), local(6)]);
    const ignored = { ...own, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' };
    assert.deepEqual(await endpoints('emulator', ignored), [undefined, undefined]);
  });

  it('sends nothing unencrypted over a network unless it is allowed', async () => {
    write(
      [
        '[profile remote]',
        'endpoint_url = http://emulator.example:4566',
        '[profile odd]',
        'endpoint_url = ftp://localhost',
        '[profile password]',
        'endpoint_url = https://me:hunter2@iam.example',
        '[profile six]',
        'endpoint_url = http://[::1]:4566',
        '[profile tls]',
        'endpoint_url = https://iam.example',
        '[profile trick]',
        'endpoint_url = http://localhost.example:4566',
      ].join('\n'),
    );
    for (const profile of ['remote', 'odd', 'password', 'trick']) {
      await assert.rejects(resolve(profile), (error: Error) => {
        assert.equal((error as Error & { reason: string }).reason, 'invalidInput');
        assert.ok(!error.message.includes('hunter2'));
        return true;
      });
    }
    for (const profile of ['six', 'tls']) assert.ok((await resolve(profile)).endpoint);
    const allowed = { readOnly: true, allowPlainHttp: true };
    const remote = await resolveConnection(profileConnection('remote'), allowed, environment);
    assert.equal(remote.endpoint, 'http://emulator.example:4566');
    assert.equal(remote.readOnly, true);
  });

  it('finds the partition by the region of the profile', async () => {
    write(
      [
        '[profile china]',
        'region = cn-northwest-1',
        '[profile gov]',
        'region = us-gov-east-1',
        '[profile none]',
        'output = json',
      ].join('\n'),
    );
    const of = async (profile: string, extra: Environment = {}): Promise<string[]> => {
      const { partition, region } = await resolve(profile, extra);
      return [partition, region];
    };
    assert.deepEqual(await of('china', { AWS_REGION: 'us-east-1' }), ['aws-cn', 'cn-north-1']);
    assert.deepEqual(await of('gov'), ['aws-us-gov', 'us-gov-west-1']);
    assert.deepEqual(await of('none'), ['aws', 'us-east-1']);
    assert.deepEqual(await of('none', { AWS_REGION: 'cn-north-1' }), ['aws-cn', 'cn-north-1']);
    assert.equal(partitionOf('eusc-de-east-1').id, 'aws-eusc');
    assert.equal(partitionOf('us-isob-east-1').id, 'aws-iso-b');
  });

  it('says which profile is missing and where it was looked for', async () => {
    write('');
    await assert.rejects(resolve('gone'), { reason: 'noCredentials', message: /"gone"/ });
  });

  it('resolves practice account and environment', async () => {
    write('');
    const practice = await resolveConnection({ kind: 'practice', id: 'practice' }, SETTINGS, {
      ...environment,
      AWS_ENDPOINT_URL: 'http://localhost:1',
    });
    assert.equal(practice.endpoint, undefined);
    assert.equal(practice.label, 'practice account');
    const variables = { ...environment, AWS_REGION: 'us-gov-west-1', AWS_ACCESS_KEY_ID: 'AKIA' };
    const connection = { kind: 'environment', id: 'environment' } as const;
    assert.equal(
      (await resolveConnection(connection, SETTINGS, variables)).partition,
      'aws-us-gov',
    );
    assert.equal(environmentHasCredentials(variables), true);
    assert.equal(environmentHasCredentials(environment), false);
  });
});
