import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import test from 'node:test';
import { isIamError } from '../../../../src/iam/errors';
import { handoverForm, handoverForms, type Handover } from '../../../../src/iam/handover';
import { saveHandover, warningsBeforeSaving } from '../../../../src/iam/handover/save';

const handover: Handover = {
  userName: 'rsdash',
  accountId: '111122223333',
  accessKey: { id: 'AKIAIOSFODNN7EXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' },
};

async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'handover-'));
  try {
    await use(folder);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

const ignored = (answer: boolean | undefined) => () => Promise.resolve(answer);

for (const form of handoverForms) {
  test(`${form.id} is written whole, for the owner only, over what was there`, () =>
    inFolder(async (folder) => {
      const file = path.join(folder, 'new', 'file');
      fs.mkdirSync(path.dirname(file));
      await saveHandover(form, file, handover);
      fs.chmodSync(file, 0o644);
      await saveHandover(form, file, handover);
      const text = fs.readFileSync(file, 'utf8');
      assert.ok(text.includes(handover.accessKey!.secret));
      assert.equal(text.split(handover.accessKey!.secret).length, 2, 'it stands there once');
      if (process.platform !== 'win32') assert.equal(fs.statSync(file).mode & 0o777, 0o600);
      assert.deepEqual(fs.readdirSync(path.dirname(file)), ['file']);
    }));
}

test('asks before it replaces a profile or a file, and before git could take it', () =>
  inFolder(async (folder) => {
    const file = path.join(folder, 'credentials');
    const profile = handoverForm('credentialsFile')!;
    const env = handoverForm('env')!;
    assert.deepEqual(await warningsBeforeSaving(profile, file, handover, ignored(false)), []);
    assert.deepEqual(await warningsBeforeSaving(env, file, handover, ignored(true)), []);
    assert.deepEqual(await warningsBeforeSaving(env, file, handover, ignored(undefined)), []);
    fs.writeFileSync(file, '[other]\nregion = eu-central-1\n');
    assert.deepEqual(await warningsBeforeSaving(profile, file, handover, ignored(false)), []);
    const both = await warningsBeforeSaving(env, file, handover, ignored(false));
    assert.match(both.join('\n'), /It is replaced[\s\S]+could be committed/);
    await saveHandover(profile, file, handover);
    assert.match(fs.readFileSync(file, 'utf8'), /^\[other\]\nregion = eu-central-1\n/);
    const again = await warningsBeforeSaving(profile, file, handover, ignored(false));
    assert.match(again.join('\n'), /has a profile rsdash already/);
  }));

test('a file that cannot be written is said, without the secret', () =>
  inFolder(async (folder) => {
    const file = path.join(folder, 'none', 'key.csv');
    await assert.rejects(
      saveHandover(handoverForm('csv')!, file, handover),
      (error) =>
        isIamError(error) &&
        error.reason === 'fileFault' &&
        !error.message.includes(handover.accessKey!.secret),
    );
  }));

test('a link to a file stays a link', { skip: process.platform === 'win32' }, () =>
  inFolder(async (folder) => {
    const real = path.join(folder, 'real');
    const link = path.join(folder, 'link');
    fs.writeFileSync(real, 'old');
    fs.symlinkSync(real, link);
    await saveHandover(handoverForm('json')!, link, handover);
    assert.ok(fs.lstatSync(link).isSymbolicLink());
    assert.ok(fs.readFileSync(real, 'utf8').includes('AKIAIOSFODNN7EXAMPLE'));
  }),
);
