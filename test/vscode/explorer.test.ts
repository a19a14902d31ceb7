import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { AccountTreeProvider } from '../../src/explorer/provider';
import type { TreeNode } from '../../src/explorer/node';
import type { Account } from '../../src/iam/account';
import { IamError } from '../../src/iam/errors';
import type { Connections } from '../../src/services';
import { practiceAccount, services } from './workbench';

interface Drawn {
  node: TreeNode;
  item: vscode.TreeItem;
  line: string;
}

/** The tree as text, all of it open, except for what is below the named labels. */
async function draw(provider: AccountTreeProvider, closed: string[] = []): Promise<Drawn[]> {
  const drawn: Drawn[] = [];
  const visit = async (node: TreeNode | undefined, depth: number): Promise<void> => {
    for (const child of await provider.getChildren(node)) {
      const item = await provider.getTreeItem(child);
      const label = typeof item.label === 'string' ? item.label : '';
      const description = item.description === undefined ? '' : ` | ${String(item.description)}`;
      drawn.push({ node: child, item, line: `${'  '.repeat(depth)}${label}${description}` });
      if (!closed.includes(label)) await visit(child, depth + 1);
    }
  };
  await visit(undefined, 0);
  return drawn;
}

const ignore = (): void => undefined;
const lines = (drawn: Drawn[]): string[] => drawn.map(({ line }) => line);
/** Longer than the tree waits for further changes before it draws. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 150));
const AWS = 'AWS managed policies';

describe('the tree', () => {
  let account: Account;
  let connections: Connections;
  const providers: AccountTreeProvider[] = [];
  const provide = (options: Partial<{ filter: string; showPaths: boolean }> = {}) => {
    const all = { filter: '', showPaths: false, ...options };
    const provider = new AccountTreeProvider(connections, all, ignore, ignore);
    providers.push(provider);
    return provider;
  };

  before(async () => {
    account = await practiceAccount();
    ({ connections } = await services());
  });
  after(() => providers.forEach((provider) => provider.dispose()));

  it('shows groups with policies and members', async () => {
    const drawn = lines(await draw(provide(), ['Users', 'Customer managed policies', AWS]));
    const from = drawn.indexOf('  Developers | 2 members · 3 policies');
    assert.deepEqual(drawn.slice(from, from + 8), [
      '  Developers | 2 members · 3 policies',
      '    Policies',
      '      DeployToStaging | inline',
      '      AmazonEC2ReadOnlyAccess | AWS managed',
      '      ImageSigning | customer managed',
      '    Members',
      '      alice',
      '      bob',
    ]);
    assert.ok(drawn.includes('      FullControl | inline  ⚠ allows everything'));
    assert.ok(drawn.includes('      No members. | Add a user…'));
  });

  it('shows users with keys, certificates, groups and policies', async () => {
    const drawn = lines(await draw(provide(), ['Groups ', 'Customer managed policies', AWS]));
    const from = drawn.findIndex((line) => line.startsWith('  build-server'));
    const user = drawn.slice(from, from + 10).map((line) => line.replace(/….{4}/, '…'));
    assert.deepEqual(user, [
      '  build-server | 1 group',
      '    Access keys',
      '      AKIA… | inactive ⚠ 380 days · last used 120 days ago (ec2)',
      '      AKIA… | active ⚠ 118 days · last used yesterday (ec2)',
      '    Signing certificates',
      '      MKH7… | active ⚠ expires in 11 days',
      '    Groups',
      '      Operations | 1 policy',
      '    Policies',
      '      FullControl | from group Operations  ⚠ allows everything',
    ]);
    const again = lines(await draw(provide(), ['Groups', AWS]));
    assert.ok(again.includes('  build-server | 2 keys · 1 certificate'));
  });

  it('gives every node an id of its own, and the same node for the same thing', async () => {
    const provider = provide();
    const first = await draw(provider);
    const ids = first.map(({ item }) => item.id);
    assert.equal(new Set(ids).size, ids.length);
    const second = await draw(provider);
    const cached = first.filter(({ node }) => node.ref !== undefined);
    assert.ok(cached.every(({ node }) => second.some((other) => other.node === node)));
  });

  it('loads AWS managed policies when they are opened', async () => {
    assert.equal(account.awsPolicies.state, 'ready', 'the test before opened everything');
    const drawn = lines(await draw(provide({ filter: 'SecurityAudit' })));
    assert.ok(drawn.some((line) => /^ {2}SecurityAudit \|/.test(line)));
    assert.ok(drawn.some((line) => /^AWS managed policies \| \d+ of 1,\d+$/.test(line)));
  });

  it('filters by name, path, tag, ARN and the id of a loaded key', async () => {
    const users = async (filter: string): Promise<string[]> => {
      const drawn = await draw(provide({ filter }), ['Groups', 'Customer managed policies', AWS]);
      return drawn
        .filter(({ node }) => node.ref?.kind === 'user' && node.id.startsWith('user:'))
        .filter(({ node }) => !node.id.includes('/'))
        .map(({ node }) => node.id.slice('user:'.length));
    };
    assert.deepEqual(await users('ALICE'), ['alice']);
    assert.deepEqual(await users('/service/'), ['backup-agent', 'build-server', 'report-reader']);
    assert.deepEqual(await users('team=platform'), ['alice', 'bob']);
    assert.deepEqual(await users('user/external/'), ['dave.contractor']);
    const [key] = (await account.loadCredentials('bob')).accessKeys;
    assert.deepEqual(await users(key!.id.slice(-6)), ['bob']);
    const drawn = lines(await draw(provide({ filter: 'alice' }), [AWS]));
    assert.ok(drawn.includes('Users | 1 of 7'));
    assert.ok(drawn.includes('  Nothing matches the filter. | Clear the filter'));
  });

  it('shows paths as folders where the setting says so', async () => {
    const drawn = lines(await draw(provide({ showPaths: true }), [AWS]));
    const groups = drawn.slice(0, drawn.indexOf('Users | 7'));
    assert.deepEqual(
      groups.filter((line) => /^ {2,4}\S/.test(line) && !/Policies|Members/.test(line)),
      [
        '  external | 1 entry',
        '    Contractors | 0 members · 0 policies',
        '  security | 1 entry',
        '    Auditors | 1 member · 2 policies',
        '  Administrators | 1 member · 1 policy',
        '  Developers | 2 members · 3 policies',
        '  Operations | 1 member · 1 policy',
      ],
    );
  });

  it('draws again only what a write changed', async () => {
    const provider = provide();
    await draw(provider, [AWS]);
    await settled();
    const changed: string[] = [];
    const subscription = provider.onDidChangeTreeData((nodes) => {
      for (const node of [nodes].flat()) changed.push(node?.id ?? 'everything');
    });
    await account.addUserToGroup('carol', 'Developers');
    await settled();
    subscription.dispose();
    await account.removeUserFromGroup('carol', 'Developers');
    assert.deepEqual(changed.sort(), [
      'group:Auditors',
      'group:Developers',
      'user:alice/policies',
      'user:bob/policies',
      'user:carol',
    ]);
  });

  it('says in place what is denied, with the permission to ask for', async () => {
    const error = new IamError('accessDenied', 'You may not list access keys.', {
      permission: 'iam:ListAccessKeys',
    });
    const denying = new Proxy(account, {
      get(target, name) {
        if (name === 'credentials') return () => undefined;
        if (name === 'loadCredentials') return () => Promise.reject(error);
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    const { active } = connections;
    assert.ok(active);
    const denied = { ...connections, active: { ...active, account: denying } };
    const provider = new AccountTreeProvider(
      { ...denied, onDidChange: connections.onDidChange },
      { filter: 'alice', showPaths: false },
      ignore,
      ignore,
    );
    providers.push(provider);
    const drawn = await draw(provider, ['Groups', AWS]);
    const node = drawn.find(({ item }) => item.contextValue === 'denied');
    assert.equal(node?.line, '      iam:ListAccessKeys is not allowed');
    assert.ok(lines(drawn).includes('    Policies'), 'the rest still works');
  });

  it('shows text of others as text', async () => {
    const drawn = await draw(provide(), [AWS]);
    const user = drawn.find(({ node }) => node.id === 'user:alice');
    assert.ok(user);
    const { tooltip } = await Promise.resolve(provide().resolveTreeItem(user.item, user.node));
    assert.ok(typeof tooltip === 'object');
    assert.notEqual(tooltip.isTrusted, true);
    assert.match(tooltip.value, /ARN: .*alice/);
  });
});
