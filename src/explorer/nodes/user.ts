import type * as vscode from 'vscode';
import type { User } from '../../iam/model';
import { counted } from '../../ui/words';
import { exactTime, tooltip, treeItem, type TreeContext, type TreeNode } from '../node';
import { AccessKeysNode } from './accessKeys';
import { MembershipsNode } from './memberships';
import { PoliciesNode, policiesOf } from './policies';
import { SigningCertificatesNode } from './signingCertificates';

/** AWS attaches a policy of this name to a user whose key it found in public. */
const QUARANTINE = /^AWSCompromisedKeyQuarantine/;

export class UserNode implements TreeNode {
  readonly id: string;
  readonly ref;

  constructor(
    private readonly tree: TreeContext,
    private readonly name: string,
    readonly parent: TreeNode,
  ) {
    this.id = `user:${name}`;
    this.ref = { kind: 'user', name } as const;
  }

  item(): vscode.TreeItem {
    const user = this.tree.account.user(this.name);
    const compromised = user?.attachedPolicies.some(({ name }) => QUARANTINE.test(name)) ?? false;
    return treeItem(this.id, {
      label: this.name,
      description: compromised ? '⚠ AWS found a key of this user in public' : this.summary(user),
      icon: compromised ? 'warning' : 'person',
      color: compromised ? 'list.warningForeground' : undefined,
      contextValue: 'user',
      state: 'collapsed',
    });
  }

  /** Of what is loaded only: a label never costs a call. */
  private summary(user: User | undefined): string {
    const known = this.tree.account.credentials(this.name);
    if (known) {
      const missed = (known.failures ?? []).map(({ details }) => details.operation);
      const parts = [
        missed.includes('ListAccessKeys') ? undefined : counted(known.accessKeys.length, 'key'),
        missed.includes('ListSigningCertificates')
          ? undefined
          : counted(known.certificates.length, 'certificate'),
      ];
      return parts.filter((part) => part !== undefined).join(' · ');
    }
    const groups = user?.groups.length ?? 0;
    const policies = user ? policiesOf(user) : 0;
    const parts = [
      groups > 0 ? counted(groups, 'group') : undefined,
      policies > 0 ? counted(policies, 'policy', 'policies') : undefined,
    ];
    return parts.filter((part) => part !== undefined).join(' · ');
  }

  tooltip(): vscode.MarkdownString {
    const user = this.tree.account.user(this.name);
    const known = this.tree.account.credentials(this.name);
    const blockers: [number, string, string?][] = [
      [known?.hasLoginProfile ? 1 : 0, 'console password'],
      [known?.accessKeys.length ?? 0, 'access key'],
      [known?.certificates.length ?? 0, 'signing certificate'],
      [user?.groups.length ?? 0, 'group'],
      [user ? policiesOf(user) : 0, 'policy', 'policies'],
    ];
    const inTheWay = blockers.filter(([number]) => number > 0).map((parts) => counted(...parts));
    return tooltip(this.name, [
      ['ARN', user?.arn],
      ['Id', user?.id],
      ['Path', user?.path],
      ['Created', exactTime(user?.created)],
      ['Permissions boundary', user?.permissionsBoundary],
      ['Console password', consolePassword(known?.hasLoginProfile)],
      ['Tags', user?.tags.map(({ key, value }) => `${key}=${value}`).join(', ')],
      ['In the way of a deletion', inTheWay.join(', ')],
    ]);
  }

  children(): TreeNode[] {
    const holder = { kind: 'user', name: this.name } as const;
    const { tree, id, name } = this;
    return [
      tree.node(`${id}/accessKeys`, () => new AccessKeysNode(tree, name, this)),
      tree.node(`${id}/certificates`, () => new SigningCertificatesNode(tree, name, this)),
      tree.node(`${id}/groups`, () => new MembershipsNode(tree, name, this)),
      tree.node(`${id}/policies`, () => new PoliciesNode(tree, holder, this)),
    ];
  }
}

function consolePassword(has: boolean | undefined): string | undefined {
  if (has === undefined) return undefined;
  return has ? 'yes' : 'none';
}
