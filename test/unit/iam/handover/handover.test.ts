import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { writeProfile } from '../../../../src/iam/connection/iniFile';
import { handoverForm, handoverForms, type Handover } from '../../../../src/iam/handover';

const handover: Handover = {
  userName: 'rsdash',
  accountId: '111122223333',
  accessKey: { id: 'AKIAIOSFODNN7EXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' },
  certificate: {
    id: 'TA7SMP42TDN5Z26OBPJE7EXAMPLE',
    certificateFile: '/k/c.pem',
    keyFile: '/k/k.pem',
  },
};

function rendered(id: string, what = handover): string {
  const content = handoverForm(id)?.content;
  assert.equal(content?.kind, 'file');
  return content?.kind === 'file' ? content.render(what) : '';
}

/** Removed when the test ends, however it ends. */
function temporaryFolder(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'handover-'));
  context.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('the CSV has the columns of aws configure import and no byte order mark', () => {
  assert.equal(
    rendered('csv'),
    'User Name,Access key ID,Secret access key\r\n' +
      'rsdash,AKIAIOSFODNN7EXAMPLE,wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY\r\n',
  );
  assert.match(rendered('csv', { ...handover, userName: 'a,b' }), /"a,b",AKIA/);
});

test('the environment file names key, account and certificate files', () => {
  assert.deepEqual(rendered('env').trimEnd().split('\n'), [
    "AWS_ACCOUNT_ID='111122223333'",
    "AWS_ACCESS_KEY_ID='AKIAIOSFODNN7EXAMPLE'",
    "AWS_SECRET_ACCESS_KEY='wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'",
    "EC2_CERT='/k/c.pem'",
    "EC2_PRIVATE_KEY='/k/k.pem'",
  ]);
});

test('the JSON holds only what was made', () => {
  const { userName, accountId } = handover;
  assert.deepEqual(JSON.parse(rendered('json', { userName, accountId })), {
    UserName: 'rsdash',
    AccountId: '111122223333',
  });
});

test('the profile is added to the credentials file and the others stay', async (context) => {
  const folder = temporaryFolder(context);
  const file = join(folder, 'credentials');
  writeFileSync(file, '# mine\n[default]\naws_access_key_id = AKIAOTHER');
  const content = handoverForm('credentialsFile')?.content;
  assert.ok(content?.kind === 'profile');
  await writeProfile(file, 'credentials', content.profile(handover), content.values(handover));
  const text = readFileSync(file, 'utf8');
  assert.match(text, /^# mine\n\[default\]\naws_access_key_id = AKIAOTHER\n/);
  assert.match(text, /\[rsdash\]\n(.*\n)*aws_access_key_id ?= ?AKIAIOSFODNN7EXAMPLE\n/);
  if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600);
});

test('the AWS CLI imports the CSV', (context) => {
  const cli = spawnSync('aws', ['--version'], {
    shell: process.platform === 'win32',
    encoding: 'utf8',
  });
  if (!cli.stdout?.startsWith('aws-cli/2')) {
    context.skip('the AWS CLI 2 is not on this machine; version 1 has no import');
    return;
  }
  const folder = temporaryFolder(context);
  writeFileSync(join(folder, 'keys.csv'), rendered('csv'));
  const environment = { ...process.env, AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials') };
  const args = ['configure', 'import', '--csv', `file://${join(folder, 'keys.csv')}`];
  const imported = spawnSync('aws', args, { env: environment, encoding: 'utf8' });
  assert.equal(imported.status, 0, imported.stderr);
  const credentials = readFileSync(join(folder, 'credentials'), 'utf8');
  assert.match(credentials, /\[rsdash\]\s+aws_access_key_id = AKIAIOSFODNN7EXAMPLE/);
});

test('every form that makes a file of secrets asks for it to stay out of version control', () => {
  for (const form of handoverForms.filter(({ content }) => content.kind === 'file')) {
    assert.ok(form.mustBeIgnored, form.id);
  }
});
