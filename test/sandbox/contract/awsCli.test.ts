import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { openSandbox } from '../../../src/sandbox';
import { type SandboxServer, serveSandbox } from '../../../src/sandbox/httpServer';
import { certificate } from './certificates';
import { allowAll } from './subject';

const run = promisify(execFile);
const catalogFile = path.join(process.cwd(), 'dist', 'catalog.bin');

/** Runs the AWS CLI, of whose parser botocore is the judge, and gives what it prints as JSON. */
async function aws(url: string, home: string, words: string[], service = 'iam'): Promise<unknown> {
  const { stdout } = await run(
    'aws',
    ['--endpoint-url', url, '--output', 'json', service, ...words],
    {
      env: {
        ...process.env,
        AWS_ACCESS_KEY_ID: 'AKIAEXAMPLEEXAMPLE00',
        AWS_SECRET_ACCESS_KEY: 'not-verified',
        AWS_DEFAULT_REGION: 'us-east-1',
        AWS_CONFIG_FILE: path.join(home, 'config'),
        AWS_SHARED_CREDENTIALS_FILE: path.join(home, 'credentials'),
        AWS_PAGER: '',
      },
    },
  );
  return stdout === '' ? undefined : JSON.parse(stdout);
}

/** Whether the program is there; with a shim in the path it may not be. */
async function hasAwsCli(): Promise<boolean> {
  return run('aws', ['--version']).then(
    () => true,
    () => false,
  );
}

describe('the AWS CLI against the practice account', () => {
  let server: SandboxServer;
  let home: string;
  let present: boolean;
  before(async () => {
    server = await serveSandbox(await openSandbox({ empty: true, catalogFile }), 0);
    home = await mkdtemp(path.join(tmpdir(), 'iam-workbench-cli-'));
    present = await hasAwsCli();
  });
  after(async () => {
    await server.close();
    await rm(home, { recursive: true, force: true });
  });

  test('a service account with group, policy, key and certificate', async (context) => {
    if (!present) {
      context.skip('The AWS CLI is not installed.');
      return;
    }
    const cli = (...words: string[]) => aws(server.url, home, words);
    const certificateFile = path.join(home, 'certificate.pem');
    await writeFile(certificateFile, certificate('rsdash'));

    const group = (await cli('create-group', '--group-name', 'RightScaleDash')) as {
      Group: { Arn: string };
    };
    assert.equal(group.Group.Arn, 'arn:aws:iam::111122223333:group/RightScaleDash');
    const policy = ['--group-name', 'RightScaleDash', '--policy-name', 'FullControl'];
    await cli('put-group-policy', ...policy, '--policy-document', allowAll);
    await cli('create-user', '--user-name', 'rsdash');
    await cli('add-user-to-group', '--group-name', 'RightScaleDash', '--user-name', 'rsdash');
    const key = (await cli('create-access-key', '--user-name', 'rsdash')) as {
      AccessKey: { SecretAccessKey: string };
    };
    assert.equal(key.AccessKey.SecretAccessKey.length, 40);
    const body = ['--certificate-body', `file://${certificateFile}`];
    await cli('upload-signing-certificate', '--user-name', 'rsdash', ...body);

    const details = (await cli('get-account-authorization-details')) as {
      UserDetailList: { GroupList: string[] }[];
      GroupDetailList: { GroupPolicyList: { PolicyDocument: unknown }[] }[];
    };
    assert.deepEqual(details.UserDetailList[0]?.GroupList, ['RightScaleDash']);
    assert.deepEqual(
      details.GroupDetailList[0]?.GroupPolicyList[0]?.PolicyDocument,
      JSON.parse(allowAll),
    );
    await assert.rejects(
      cli('create-user', '--user-name', 'RSDASH'),
      /\(EntityAlreadyExists\) when calling the CreateUser operation: User with name RSDASH already exists\./,
    );
  });

  test("answers are of the shapes that botocore's model names", async (context) => {
    if (!present) {
      context.skip('The AWS CLI is not installed.');
      return;
    }
    const cli = (...words: string[]) => aws(server.url, home, words);
    const summary = (await cli('get-account-summary')) as { SummaryMap: { UsersQuota: number } };
    assert.equal(summary.SummaryMap.UsersQuota, 5000);
    await cli('create-account-alias', '--account-alias', 'practice');
    assert.deepEqual(await cli('list-account-aliases'), { AccountAliases: ['practice'] });
    await cli('create-user', '--user-name', 'tagged', '--tags', 'Key=a,Value=b', 'Key=c,Value=');
    const tags = (await cli('list-user-tags', '--user-name', 'tagged')) as { Tags: unknown };
    assert.deepEqual(tags.Tags, [
      { Key: 'a', Value: 'b' },
      { Key: 'c', Value: '' },
    ]);
    const paged = (await cli('list-users', '--page-size', '1')) as { Users: unknown[] };
    assert.equal(paged.Users.length, 2);
  });

  test('findings of Access Analyzer, page by page', async (context) => {
    if (!present) {
      context.skip('The AWS CLI is not installed.');
      return;
    }
    const cli = (...words: string[]) => aws(server.url, home, words, 'accessanalyzer');
    const document = policyDocument(['s3:GetObjct', 's3:PutObjct', 's3:GetObject']);
    const validate = ['validate-policy', '--policy-type', 'IDENTITY_POLICY'];
    const { findings } = (await cli(
      ...validate,
      ...['--policy-document', document, '--page-size', '1'],
    )) as { findings: { issueCode: string; locations: { span: { start: object } }[] }[] };
    assert.deepEqual(
      findings.map(({ issueCode }) => issueCode),
      ['INVALID_ACTION', 'INVALID_ACTION'],
    );
    const offset = document.indexOf('"s3:GetObjct"');
    assert.deepEqual(findings[0]?.locations[0]?.span.start, { line: 1, column: offset, offset });
    await assert.rejects(
      cli(
        'check-no-public-access',
        '--policy-document',
        '{}',
        '--resource-type',
        'AWS::S3::Bucket',
      ),
      /\(ValidationException\) when calling the CheckNoPublicAccess operation: The practice account does not have/,
    );
  });
});

function policyDocument(actions: string[]): string {
  const statement = { Effect: 'Allow', Action: actions, Resource: 'arn:aws:s3:::b/*' };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}
