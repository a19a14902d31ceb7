import * as vscode from 'vscode';
import { isIamError, type IamError } from '../iam/errors';
import type { Disposable } from '../iam/events';
import type { AccountChange, EntityRef } from '../iam/model';
import type { ActiveAccount, Connections } from '../services';
import type { TreeContext, TreeNode } from './node';
import { GroupsNode } from './nodes/groups';
import { ManagedPoliciesNode } from './nodes/managedPolicies';
import { RemedyNode } from './nodes/message';
import { UsersNode } from './nodes/users';
import { RefreshQueue } from './refreshQueue';
import { nodesToRefresh } from './refreshScope';
import { Turns } from './turns';

/** Changes that come within this many milliseconds are drawn at once: pages come in bursts. */
const REFRESH_DELAY = 40;
/** After this many items the event loop gets a turn, so that 5,000 users block nobody. */
const ITEMS_PER_TURN = 200;
/** While pages come the tree follows in steps of this many milliseconds after the first. */
const LOADING_DELAY = 700;

/** Draws the active account. Nodes are made when their parent is opened and kept by id. */
export class AccountTreeProvider implements vscode.TreeDataProvider<TreeNode>, Disposable {
  private readonly changed = new vscode.EventEmitter<TreeNode | TreeNode[] | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly nodes = new Map<string, TreeNode>();
  private tree: TreeContext | undefined;
  private accountSubscription: Disposable | undefined;
  private readonly connectionSubscription: Disposable;
  private readonly queue = new RefreshQueue((ids) => this.draw(ids));
  private firstPageDrawn = false;
  private readonly turns = new Turns(ITEMS_PER_TURN);

  constructor(
    private readonly connections: Connections,
    private options: { filter: string; showPaths: boolean },
    /** Loads the account and shows the progress in the view. */
    private readonly load: (active: ActiveAccount) => void,
    /** Told why the account cannot be shown at all; undefined when it can. */
    private readonly onFailure: (error: IamError | undefined) => void,
  ) {
    this.connectionSubscription = connections.onDidChange(() => this.start());
    this.follow(connections.active);
  }

  /** Redraws everything with another filter or with paths shown differently. */
  setOptions(options: Partial<{ filter: string; showPaths: boolean }>): void {
    this.options = { ...this.options, ...options };
    this.start();
  }

  private start(): void {
    this.follow(this.connections.active);
    this.queue.add('all', REFRESH_DELAY);
  }

  private follow(active: ActiveAccount | undefined): void {
    this.accountSubscription?.dispose();
    this.nodes.clear();
    this.firstPageDrawn = false;
    this.tree = active && this.contextOf(active);
    this.accountSubscription = active?.account.onDidChange((change) =>
      this.refresh(active, change),
    );
  }

  private contextOf({ account }: ActiveAccount): TreeContext {
    const { nodes } = this;
    return {
      account,
      ...this.options,
      get now() {
        return new Date();
      },
      node<T extends TreeNode>(id: string, make: () => T): T {
        const known = nodes.get(id) as T | undefined;
        if (known) return known;
        const made = make();
        nodes.set(id, made);
        return made;
      },
    };
  }

  private refresh({ account }: ActiveAccount, change: AccountChange): void {
    const loading = account.users.state === 'loading' || account.groups.state === 'loading';
    const delay = loading && this.firstPageDrawn ? LOADING_DELAY : REFRESH_DELAY;
    this.queue.add(nodesToRefresh(account, change) ?? 'all', delay);
  }

  private draw(ids: ReadonlySet<string> | 'all'): void {
    this.firstPageDrawn = (this.tree?.account.groups.items.length ?? 0) > 0;
    this.changed.fire(ids === 'all' ? undefined : this.withoutNested(ids));
  }

  /** A node below one that is drawn anyway needs no turn of its own; unknown ids are not on screen. */
  private withoutNested(ids: ReadonlySet<string>): TreeNode[] {
    return [...ids]
      .map((id) => this.nodes.get(id))
      .filter((node) => node !== undefined)
      .filter((node) => {
        for (let up = node.parent; up; up = up.parent) if (ids.has(up.id)) return false;
        return true;
      });
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node) return (await node.children?.()) ?? [];
    try {
      const active = this.connections.active ?? (await this.connections.restore());
      return active ? this.roots(active) : [];
    } catch (error) {
      if (!isIamError(error)) throw error;
      return this.failedRoots(error);
    }
  }

  private roots(active: ActiveAccount): TreeNode[] {
    const { tree } = this;
    if (!tree) return [];
    const { users, groups } = active.account;
    if (users.state === 'idle' && groups.state === 'idle') this.load(active);
    const failure = users.error ?? groups.error;
    const nothingCame = users.items.length === 0 && groups.items.length === 0;
    if (failure && failure.reason !== 'accessDenied' && nothingCame) {
      return this.failedRoots(failure);
    }
    this.onFailure(undefined);
    return [
      tree.node('groups', () => new GroupsNode(tree)),
      tree.node('users', () => new UsersNode(tree)),
      tree.node('policies', () => new ManagedPoliciesNode(tree, 'customer')),
      tree.node('awsPolicies', () => new ManagedPoliciesNode(tree, 'aws')),
    ];
  }

  /** Nothing can be shown: what went wrong stands above the tree, what can be done is in it. */
  private failedRoots(error: IamError): TreeNode[] {
    if (error.reason === 'cancelled') return [];
    this.onFailure(error);
    return [new RemedyNode('reconnect'), new RemedyNode('switchConnection')];
  }

  /** The node of a user, group or customer managed policy; undefined when the tree has none. */
  async find(ref: EntityRef): Promise<TreeNode | undefined> {
    // The view must know first that what it shows is out of date, or it does not find the node.
    this.queue.now();
    const place = placeOf(ref);
    const root = (await this.getChildren()).find(({ id }) => id === place?.root);
    const folders = root ? [root] : [];
    for (let folder = folders.pop(); folder; folder = folders.pop()) {
      for (const child of await this.getChildren(folder)) {
        if (child.id === place?.id) return child;
        if (!child.ref && child.children) folders.push(child);
      }
    }
    return undefined;
  }

  getTreeItem(node: TreeNode): Promise<vscode.TreeItem> {
    return this.turns.run(() => node.item());
  }

  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    item.tooltip = node.tooltip?.();
    return item;
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  dispose(): void {
    this.queue.dispose();
    this.accountSubscription?.dispose();
    this.connectionSubscription.dispose();
    this.changed.dispose();
  }
}

/** Ids of the node and of the list that it is in. */
function placeOf(ref: EntityRef): { root: string; id: string } | undefined {
  switch (ref.kind) {
    case 'user':
    case 'group':
      return { root: `${ref.kind}s`, id: `${ref.kind}:${ref.name}` };
    case 'policy':
      return ref.ref.kind === 'managed'
        ? { root: 'policies', id: `policy:${ref.ref.arn}` }
        : undefined;
    default:
      return undefined;
  }
}
