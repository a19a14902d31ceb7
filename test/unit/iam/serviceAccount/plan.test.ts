import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import test from 'node:test';
import { planServiceAccount, type ServiceAccountInput } from '../../../../src/iam/serviceAccount';
import { inputFromJson, inputToJson } from '../../../../src/iam/serviceAccount/input';
import { FakeAccount } from '../fakeAccount';

const FULL = '{"Version": "2012-10-17",\n "Statement": [{"Sid": "It’s"}]}';

function input(change: Partial<ServiceAccountInput> = {}): ServiceAccountInput {
  return {
    userName: 'rsdash',
    path: '/svc/',
    group: { kind: 'new', name: 'RightScaleDash' },
    policy: { kind: 'inline', name: 'FullControl', document: FULL },
    accessKey: true,
    certificate: {
      keyLength: 2048,
      validityDays: 365,
      folder: path.join(os.tmpdir(), "it's here"),
      encrypted: false,
    },
    ...change,
  };
}

test('lists every call in order with its object', async () => {
  const plan = await planServiceAccount(input(), new FakeAccount().account());
  const calls = plan.steps.map(({ call }) => [call.operation, call.object]);
  assert.deepEqual(
    calls.filter(([operation]) => operation !== undefined),
    [
      ['CreateGroup', 'group RightScaleDash'],
      ['PutGroupPolicy', 'FullControl of group RightScaleDash'],
      ['CreateUser', 'user rsdash'],
      ['AddUserToGroup', 'user rsdash to group RightScaleDash'],
      ['UploadSigningCertificate', 'user rsdash'],
      ['CreateAccessKey', 'user rsdash'],
      ['GetCallerIdentity', 'with the new key, until it is accepted'],
    ],
  );
  assert.equal(plan.steps[0]?.id, 'checkFolder');
  assert.deepEqual(plan.problems, []);
  assert.deepEqual(plan.quotas, [
    { label: 'Users of the account', before: 0, after: 1, limit: 5000, exceeded: false },
    {
      label: 'Characters of inline policies of the group',
      before: 0,
      after: 53,
      limit: 5120,
      exceeded: false,
    },
  ]);
});

test('writes the private key before it uploads, and the access key comes last', async () => {
  const plan = await planServiceAccount(input(), new FakeAccount().account());
  const ids = plan.steps.map(({ id }) => id);
  assert.ok(ids.indexOf('privateKey') < ids.indexOf('uploadCertificate'));
  assert.ok(ids.indexOf('uploadCertificate') < ids.indexOf('certificateFile'));
  assert.deepEqual(ids.slice(-2), ['createAccessKey', 'probeAccessKey']);
});

test('finds names that are taken, whatever their case', async () => {
  const fake = new FakeAccount();
  await fake.account().createUser('RSDash');
  await fake.account().createGroup('rightscaledash');
  const { problems } = await planServiceAccount(input(), fake.account());
  assert.match(problems.join('\n'), /user named RSDash exists/);
  assert.match(problems.join('\n'), /group named rightscaledash exists/);
});

test('says what cannot be', async () => {
  const cases: [Partial<ServiceAccountInput>, RegExp][] = [
    [{ userName: 'a b' }, /cannot hold a space/],
    [{ path: 'x' }, /begins and ends with a slash/],
    [{ policy: { kind: 'inline', name: 'P', document: '{' } }, /not valid JSON/],
    [
      { policy: { kind: 'inline', name: 'P', document: `"${'x'.repeat(5119)}"` } },
      /5,121 would be above the quota of 5,120/,
    ],
    [{ group: { kind: 'existing', name: 'nobody' } }, /no group named nobody/],
    [{ accessKey: false, certificate: undefined }, /No credentials/],
  ];
  for (const [change, problem] of cases) {
    const plan = await planServiceAccount(input(change), new FakeAccount().account());
    assert.match(plan.problems.join('\n'), problem);
  }
});

test('finds key and certificate files that are there already', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plan-'));
  try {
    fs.writeFileSync(path.join(folder, 'rsdash-cert.pem'), '');
    const certificate = { ...input().certificate!, folder };
    const plan = await planServiceAccount(input({ certificate }), new FakeAccount().account());
    assert.match(plan.problems.join('\n'), /rsdash-cert\.pem is already there/);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});

test('the same plan as AWS CLI commands', async () => {
  const { commands } = await planServiceAccount(
    input({ userName: '-odd', certificate: undefined }),
    new FakeAccount().account(),
  );
  assert.equal(
    commands.bash,
    [
      'aws iam create-group --group-name RightScaleDash',
      '# Put the policy into a file',
      `printf '%s' '{"Version":"2012-10-17","Statement":[{"Sid":"It\\u2019s"}]}' > policy.json`,
      'aws iam put-group-policy --group-name RightScaleDash --policy-name FullControl --policy-document file://policy.json',
      "aws iam create-user '--user-name=-odd' --path /svc/",
      "aws iam add-user-to-group '--user-name=-odd' --group-name RightScaleDash",
      '# Prints the secret access key, which cannot be shown again',
      "aws iam create-access-key '--user-name=-odd'",
      '',
    ].join('\n'),
  );
  assert.match(
    commands.powershell,
    /^Set-Content -Encoding ascii -NoNewline -Path policy.json -Value '/m,
  );
});

test('its certificate command works where OpenSSL is', async (t) => {
  if (spawnSync('openssl', ['version']).status !== 0 || process.platform === 'win32') {
    t.diagnostic('no openssl: only the text is judged');
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "it's "));
  try {
    const certificate = { ...input().certificate!, folder };
    const changed = input({ userName: 'a+b=c,d', certificate });
    const { commands } = await planServiceAccount(changed, new FakeAccount().account());
    const line = commands.bash.split('\n').find((each) => each.startsWith('openssl'));
    assert.ok(line);
    if (spawnSync('openssl', ['version']).status !== 0 || process.platform === 'win32') return;
    execFileSync('bash', ['-c', line], { stdio: 'pipe' });
    const subject = execFileSync(
      'openssl',
      ['x509', '-noout', '-subject', '-in', path.join(folder, 'a+b=c,d-cert.pem')],
      { encoding: 'utf8' },
    );
    assert.match(subject, /CN ?= ?"?a\+b=c,d"?\n|CN ?= ?a\\\+b=c\\,d\n/);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});

test('the input survives the journal', () => {
  for (const each of [
    input(),
    input({ group: { kind: 'none' }, certificate: undefined, handoverForm: 'csv' }),
    input({ policy: { kind: 'managed', name: 'P', arn: 'arn:aws:iam::aws:policy/P' } }),
  ]) {
    assert.deepEqual(inputFromJson(inputToJson(each)), {
      certificate: undefined,
      handoverForm: undefined,
      ...each,
    });
  }
  assert.equal(inputFromJson({ userName: 'x' }), undefined);
});
