import type { Group, Loadable, ManagedPolicy, User } from '../../iam/model';
import { matchesFilter } from '../filter';
import type { TreeContext, TreeNode } from '../node';
import { EmptyNode, FailedNode, type EmptyAction } from './message';
import { byPath } from './pathFolder';

type Thing = User | Group | ManagedPolicy;

/** How one of the lists at the top of the tree differs from the others. */
export interface ListParts<T extends Thing> {
  items: Loadable<T>;
  makeLeaf: (thing: T, parent: TreeNode) => TreeNode;
  empty: { sentence: string; action?: EmptyAction };
}

export function filtered<T extends Thing>(tree: TreeContext, list: Loadable<T>): readonly T[] {
  if (tree.filter === '') return list.items;
  return list.items.filter((thing) => matchesFilter(tree.account, thing, tree.filter));
}

/** Children of a list: what was loaded so far, then why the rest is missing, or that it is empty. */
export function listChildren<T extends Thing>(
  tree: TreeContext,
  parent: TreeNode,
  { items: list, makeLeaf, empty }: ListParts<T>,
): TreeNode[] {
  const shown = filtered(tree, list);
  const nodes = tree.showPaths
    ? byPath(tree, parent, '/', shown, makeLeaf)
    : shown.map((thing) => makeLeaf(thing, parent));
  if (list.state === 'failed' && list.error) nodes.push(new FailedNode(parent, list.error));
  if (nodes.length === 0 && list.state === 'ready') {
    nodes.push(
      list.items.length > 0
        ? new EmptyNode(parent, 'Nothing matches the filter.', {
            title: 'Clear the filter',
            command: 'clearFilter',
            icon: 'filter',
          })
        : new EmptyNode(parent, empty.sentence, empty.action),
    );
  }
  return nodes;
}
