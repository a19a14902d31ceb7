import assert from 'node:assert/strict';
import { createPrivateKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Account } from '../../src/iam/account';
import type { AccessKey, SigningCertificate } from '../../src/iam/model';
import { practiceAccount, run } from './workbench';

const node = ({ kind, userName, id }: AccessKey | SigningCertificate) => ({
  ref: { kind, userName, id },
});

describe('access keys', () => {
  let account: Account;
  let key: AccessKey;
  const keys = async (): Promise<AccessKey[]> => account.listAccessKeys('bob');
  beforeEach(async () => {
    account = await practiceAccount();
    key = (await keys())[0]!;
  });

  it('are deactivated, activated, and both undone', async () => {
    const { messages } = await run('deactivateAccessKey', [node(key)]);
    assert.deepEqual(messages, [
      `info: Deactivated access key ${key.id} of bob. What uses it is refused from now on.`,
    ]);
    assert.equal((await keys())[0]?.status, 'Inactive');
    await run('activateAccessKey', [], { pick: 'bob' }, { pick: key.id });
    assert.equal((await keys())[0]?.status, 'Active');
    await run('deactivateAccessKey', [node(key)], { press: 'Undo' });
    assert.equal((await keys())[0]?.status, 'Active');
  });

  it('are deleted after a question that offers to deactivate instead', async () => {
    await account.loadCredentials('bob');
    await run('deleteAccessKey', [node(key)], { press: 'Deactivate Instead' });
    assert.equal((await keys())[0]?.status, 'Inactive');
    await run('deleteAccessKey', [node(key)], { press: 'Delete' });
    assert.deepEqual(await keys(), []);
  });

  it('say so when a user has none', async () => {
    const { messages } = await run('activateAccessKey', [], { pick: 'carol' });
    assert.deepEqual(messages, ['info: carol has no access key for that.']);
  });
});

describe('signing certificates', () => {
  let account: Account;
  let folder: string;
  beforeEach(async () => {
    account = await practiceAccount();
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'iam-workbench-test-'));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  const create = (user: string) =>
    run(
      'createSigningCertificate',
      [{ ref: { kind: 'user', name: user } }],
      { pick: 'RSA 2048' },
      { text: '0', says: 'whole number' },
      { text: '30' },
      { pick: 'With a passphrase' },
      { text: 'short', says: '8 characters' },
      { text: 'correct horse' },
      { text: 'another one', says: 'do not match' },
      { text: 'correct horse' },
      { file: vscode.Uri.file(folder) },
    );

  it('are made here: key and certificate in the folder, the certificate uploaded', async () => {
    await create('alice');
    const [uploaded] = await account.listSigningCertificates('alice');
    const certificate = new X509Certificate(fs.readFileSync(path.join(folder, 'alice-cert.pem')));
    const pem = fs.readFileSync(path.join(folder, 'alice-key.pem'), 'utf8');
    assert.match(pem, /BEGIN ENCRYPTED PRIVATE KEY/);
    const key = createPrivateKey({ key: pem, passphrase: 'correct horse' });
    assert.ok(certificate.checkPrivateKey(key));
    assert.equal(new X509Certificate(uploaded!.body).fingerprint256, certificate.fingerprint256);
    if (process.platform !== 'win32') {
      assert.equal(fs.statSync(path.join(folder, 'alice-key.pem')).mode & 0o777, 0o600);
    }
  });

  it('overwrite no file, and leave none behind when that stops them', async () => {
    fs.writeFileSync(path.join(folder, 'alice-cert.pem'), 'mine');
    await assert.rejects(create('alice'));
    assert.deepEqual(fs.readdirSync(folder), ['alice-cert.pem']);
    assert.equal(fs.readFileSync(path.join(folder, 'alice-cert.pem'), 'utf8'), 'mine');
    assert.deepEqual(await account.listSigningCertificates('alice'), []);
  });

  it('are not asked for where the user has two', async () => {
    const { messages } = await run('createSigningCertificate', [
      { ref: { kind: 'user', name: 'backup-agent' } },
    ]);
    assert.match(messages[0] ?? '', /^warning: backup-agent has two signing certificates/);
  });

  it('are uploaded from a file, without the private key in it', async () => {
    await create('alice');
    const certificate = fs.readFileSync(path.join(folder, 'alice-cert.pem'), 'utf8');
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const file = path.join(folder, 'both.pem');
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
    fs.writeFileSync(file, `Bag Attributes\r\n${String(key)}\r\n${certificate}`);
    const [first] = await account.listSigningCertificates('alice');
    await account.deleteSigningCertificate('alice', first!.id);
    await run(
      'uploadSigningCertificate',
      [{ ref: { kind: 'user', name: 'carol' } }],
      { file: vscode.Uri.file(file) },
      { press: 'Upload' },
    );
    const [uploaded] = await account.listSigningCertificates('carol');
    assert.ok(!uploaded!.body.includes('PRIVATE KEY'));
  });

  it('are deactivated and deleted', async () => {
    const [certificate] = await account.listSigningCertificates('report-reader');
    await run('deactivateSigningCertificate', [node(certificate!)]);
    assert.equal((await account.listSigningCertificates('report-reader'))[0]?.status, 'Inactive');
    await run('deleteSigningCertificate', [node(certificate!)], { press: 'Delete' });
    assert.deepEqual(await account.listSigningCertificates('report-reader'), []);
  });
});
