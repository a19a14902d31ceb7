import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { writeProfile } from '../../../../src/iam/connection/iniFile';

describe('writeProfile', () => {
  let folder: string;
  before(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ini-'));
  });
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('makes folder and file with private modes', async () => {
    const file = path.join(folder, 'new', '.aws', 'credentials');
    await writeProfile(file, 'credentials', 'rsdash', { aws_access_key_id: 'AKIA1' });
    assert.equal(fs.readFileSync(file, 'utf8'), '[rsdash]\naws_access_key_id = AKIA1\n');
    if (process.platform !== 'win32') {
      assert.equal(fs.statSync(file).mode & 0o777, 0o600);
      assert.equal(fs.statSync(path.dirname(file)).mode & 0o777, 0o700);
    }
    assert.deepEqual(fs.readdirSync(path.dirname(file)), ['credentials']);
  });

  it('tightens the mode of a file that others may read', async () => {
    const file = path.join(folder, 'open');
    fs.writeFileSync(file, '[a]\nregion = x\n', { mode: 0o644 });
    await writeProfile(file, 'credentials', 'a', { region: 'x' });
    if (process.platform !== 'win32') assert.equal(fs.statSync(file).mode & 0o777, 0o600);
  });

  it('keeps bytes that are no UTF-8, and names that are none of ASCII', async () => {
    const file = path.join(folder, 'bytes');
    const odd = Buffer.from([0x23, 0xe4, 0xff, 0x0a]);
    fs.writeFileSync(file, Buffer.concat([odd, Buffer.from('[büro]\nx = 1\n')]));
    await writeProfile(file, 'credentials', 'büro', { x: 'ö' });
    assert.deepEqual(
      fs.readFileSync(file),
      Buffer.concat([odd, Buffer.from('[büro]\nx = ö\n', 'utf8')]),
    );
  });

  it('keeps what several writers add at the same time', async () => {
    const file = path.join(folder, 'shared');
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    await Promise.all(names.map((name) => writeProfile(file, 'credentials', name, { x: name })));
    const text = fs.readFileSync(file, 'utf8');
    for (const name of names) assert.match(text, new RegExp(`\\[${name}\\]\nx = ${name}\n`));
  });

  it('writes through a link and leaves it a link', async () => {
    if (process.platform === 'win32') return;
    const real = path.join(folder, 'real');
    const link = path.join(folder, 'link');
    fs.writeFileSync(real, '');
    fs.symlinkSync(real, link);
    await writeProfile(link, 'credentials', 'a', { x: '1' });
    assert.ok(fs.lstatSync(link).isSymbolicLink());
    assert.equal(fs.readFileSync(real, 'utf8'), '[a]\nx = 1\n');
  });

  it('says which file failed and why, and leaves nothing behind', async () => {
    const file = path.join(folder, 'file');
    fs.writeFileSync(file, '');
    await assert.rejects(writeProfile(path.join(file, 'credentials'), 'credentials', 'a', {}), {
      name: 'IamError',
      reason: 'fileFault',
      message: /could not be written: .*(folder|there)/,
    });
    await assert.rejects(writeProfile(folder, 'credentials', 'a', { x: '1' }), {
      reason: 'fileFault',
    });
    assert.deepEqual(
      fs.readdirSync(folder).filter((name) => name.startsWith('.iam-workbench-')),
      [],
    );
  });
});
