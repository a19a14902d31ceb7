import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { AccountTreeProvider } from '../../src/explorer/provider';
import { profileConnection } from '../../src/iam/connection/connection';
import { largeAccount } from '../../src/sandbox/largeAccount';
import { practiceAccount, services } from './workbench';

const root = path.resolve(__dirname, '..', '..', '..');
const ignore = (): void => undefined;

describe('an account of 5,000 users and 300 groups', () => {
  let server: ChildProcess;
  let folder: string;
  const configured = process.env.AWS_CONFIG_FILE;

  before(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'iam-workbench-test-'));
    const state = path.join(folder, 'state.json');
    fs.writeFileSync(state, JSON.stringify(largeAccount(5000, 300)));
    server = spawn(
      process.execPath,
      [path.join(root, 'dist', 'sandbox.js'), '--port', '0', '--state', state],
      { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const endpoint = await new Promise<string>((resolve, reject) => {
      server.once('error', reject);
      server.stdout?.once('data', (data: Buffer) => resolve(String(data).trim()));
    });
    process.env.AWS_CONFIG_FILE = path.join(folder, 'config');
    fs.writeFileSync(
      process.env.AWS_CONFIG_FILE,
      `[profile large]\nendpoint_url = ${endpoint}\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = any\n`,
    );
  });
  after(async () => {
    if (configured === undefined) delete process.env.AWS_CONFIG_FILE;
    else process.env.AWS_CONFIG_FILE = configured;
    await practiceAccount();
    server.kill();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('is shown from its first page on, wholly, and narrowed by the filter', async () => {
    const { connections } = await services();
    const { account } = await connections.use(profileConnection('large'));
    let afterFirstPage = 0;
    const subscription = account.onDidChange(() => {
      afterFirstPage ||= account.groups.items.length;
    });
    await account.load();
    subscription.dispose();
    assert.ok(afterFirstPage > 0 && afterFirstPage < 300, `${afterFirstPage} groups came first`);

    const options = { filter: '', showPaths: false };
    const provider = new AccountTreeProvider(connections, options, ignore, ignore);
    try {
      const [groups, users] = await provider.getChildren();
      assert.equal((await provider.getChildren(groups)).length, 300);
      const nodes = await provider.getChildren(users);
      const items = await Promise.all(nodes.map((node) => provider.getTreeItem(node)));
      assert.equal(new Set(items.map(({ id }) => id)).size, 5000);

      const { name } = account.users.items[4321]!;
      provider.setOptions({ filter: name });
      const [, filtered] = await provider.getChildren();
      assert.ok(filtered);
      assert.equal((await provider.getTreeItem(filtered)).description, '1 of 5,000');
    } finally {
      provider.dispose();
    }
  });
});
