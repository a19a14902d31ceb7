import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { promisify } from 'node:util';
import { openSandbox } from '../../../src/sandbox';
import { clientOf } from './sdk';

let folder: string;
let stateFile: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'iam-workbench-state-'));
  stateFile = path.join(folder, 'deep', 'practice.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const names = async (iam: ReturnType<typeof clientOf>) =>
  (await iam.listUsers({})).Users?.map((user) => user.UserName);

test('the state is there after a restart, and for another window at once', async () => {
  const first = clientOf(await openSandbox({ stateFile, empty: true }));
  const second = clientOf(await openSandbox({ stateFile, empty: true }));
  await first.createUser({ UserName: 'ada' });
  assert.deepEqual(await names(second), ['ada']);
  await second.deleteUser({ UserName: 'ada' });
  assert.deepEqual(await names(first), []);
  await first.createUser({ UserName: 'grace' });
  assert.deepEqual(await names(clientOf(await openSandbox({ stateFile }))), ['grace']);
});

test('two windows that start together see one sample account', async () => {
  const [first, second] = await Promise.all([
    openSandbox({ stateFile }),
    openSandbox({ stateFile }),
  ]);
  const certificates = async (sandbox: typeof first) => {
    const iam = clientOf(sandbox);
    const listed = await iam.listSigningCertificates({ UserName: 'build-server' });
    return listed.Certificates?.map((certificate) => certificate.CertificateBody);
  };
  assert.deepEqual(await certificates(first), await certificates(second));
});

test('processes that write at the same time lose nothing', async () => {
  const program = `
    const { openSandbox } = require(${JSON.stringify(path.join(process.cwd(), 'out/src/sandbox'))});
    (async () => {
      const sandbox = await openSandbox({ stateFile: process.argv[1], empty: true });
      for (let index = 0; index < 25; index++) {
        const body = 'Action=CreateUser&Version=2010-05-08&UserName=' + process.argv[2] + index;
        const { status } = await sandbox.handle({ body });
        if (status !== 200) throw new Error(String(status));
      }
    })();`;
  const run = promisify(execFile);
  await Promise.all(
    ['a', 'b', 'c'].map((name) => run(process.execPath, ['-e', program, stateFile, name])),
  );
  const iam = clientOf(await openSandbox({ stateFile }));
  assert.equal((await names(iam))?.length, 75);
  assert.deepEqual(await readdir(path.dirname(stateFile)), ['practice.json']);
});

test('the file holds no secret and is for its owner only', async () => {
  const iam = clientOf(await openSandbox({ stateFile, empty: true }));
  await iam.createUser({ UserName: 'ada' });
  const { AccessKey } = await iam.createAccessKey({ UserName: 'ada' });
  await iam.createLoginProfile({ UserName: 'ada', Password: 'Correct-Horse-9' });
  const text = await readFile(stateFile, 'utf8');
  assert.ok(text.includes(AccessKey?.AccessKeyId ?? 'none'));
  assert.ok(!text.includes(AccessKey?.SecretAccessKey ?? 'none'));
  assert.ok(!text.includes('Correct-Horse'));
  if (process.platform !== 'win32') assert.equal((await stat(stateFile)).mode & 0o777, 0o600);
});

for (const [what, text] of [
  ['cut off', '{"format":1,"accountId":"111122223333","users":{'],
  ['of another version', '{"format":99}'],
  ['empty', ''],
] as const) {
  test(`a file that is ${what} is put aside with a notice, and the account starts anew`, async () => {
    await mkdir(path.dirname(stateFile));
    await writeFile(stateFile, text);
    const notices: string[] = [];
    const sandbox = await openSandbox({ stateFile, onNotice: (notice) => notices.push(notice) });
    assert.ok((await names(clientOf(sandbox)))?.includes('alice'));
    assert.equal(notices.length, 1);
    assert.match(notices[0] ?? '', /could not be read.*starts anew.*kept as/);
    const aside = (await readdir(path.dirname(stateFile))).find((name) =>
      name.includes('.corrupt-'),
    );
    assert.equal(await readFile(path.join(path.dirname(stateFile), aside ?? ''), 'utf8'), text);
  });
}

test('what cannot be written is refused and not half done', async () => {
  const iam = clientOf(await openSandbox({ stateFile, empty: true }));
  await iam.createUser({ UserName: 'ada' });
  const place = path.dirname(stateFile);
  await rename(place, `${place}-gone`);
  await writeFile(place, 'a file where the folder was');
  await assert.rejects(iam.createUser({ UserName: 'grace' }), {
    name: 'ServiceFailureException',
    message: /could not be kept in .*practice\.json: .*Nothing was changed\./,
  });
  await rm(place);
  await rename(`${place}-gone`, place);
  assert.deepEqual(await names(iam), ['ada']);
});

test('a lock that a dead process left does not hold up for ever', async () => {
  const iam = clientOf(await openSandbox({ stateFile, empty: true }));
  const lock = `${stateFile}.lock`;
  await writeFile(lock, '1');
  const longAgo = new Date(Date.now() - 60_000);
  await utimes(lock, longAgo, longAgo);
  await iam.createUser({ UserName: 'ada' });
  assert.equal(existsSync(lock), false);
});

test('a reset brings back the sample account, whatever the file held', async () => {
  const sandbox = await openSandbox({ stateFile });
  const iam = clientOf(sandbox);
  await iam.createUser({ UserName: 'zoe' });
  await sandbox.reset();
  assert.ok(!(await names(iam))?.includes('zoe'));
  assert.ok((await names(clientOf(await openSandbox({ stateFile }))))?.includes('alice'));
});

test('a reset keeps the account that the file belongs to', async () => {
  await openSandbox({ stateFile, accountId: '444455556666' });
  const sandbox = await openSandbox({ stateFile });
  await sandbox.reset();
  assert.equal(sandbox.accountId, '444455556666');
  const { User } = await clientOf(sandbox).getUser({ UserName: 'alice' });
  assert.equal(User?.Arn, 'arn:aws:iam::444455556666:user/alice');
});

test('a file of another account is not taken over', async () => {
  await openSandbox({ stateFile, accountId: '111122223333' });
  await assert.rejects(
    openSandbox({ stateFile, accountId: '444455556666' }),
    /The state file belongs to account 111122223333, not to 444455556666/,
  );
});
