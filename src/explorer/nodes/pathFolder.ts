import type * as vscode from 'vscode';
import { counted } from '../../ui/words';
import { treeItem, type TreeContext, type TreeNode } from '../node';

interface WithPath {
  path: string;
}

/** One part of the paths of groups or users, such as `division` of `/division/team/`. */
export class PathFolderNode<T extends WithPath> implements TreeNode {
  readonly id: string;

  constructor(
    private readonly tree: TreeContext,
    readonly parent: TreeNode,
    private readonly path: string,
    private readonly things: readonly T[],
    private readonly makeLeaf: (thing: T, parent: TreeNode) => TreeNode,
  ) {
    this.id = `${parent.id}/path:${path}`;
  }

  item(): vscode.TreeItem {
    return treeItem(this.id, {
      label: this.path.split('/').at(-2) ?? this.path,
      description: counted(this.things.length, 'entry', 'entries'),
      icon: 'folder',
      contextValue: 'pathFolder',
      state: this.tree.filter === '' ? 'collapsed' : 'expanded',
    });
  }

  children(): TreeNode[] {
    return byPath(this.tree, this, this.path, this.things, this.makeLeaf);
  }
}

/** The folders directly below `path`, then the things that are in it. */
export function byPath<T extends WithPath>(
  tree: TreeContext,
  parent: TreeNode,
  path: string,
  things: readonly T[],
  makeLeaf: (thing: T, parent: TreeNode) => TreeNode,
): TreeNode[] {
  const folders = new Map<string, T[]>();
  const leaves: TreeNode[] = [];
  for (const thing of things) {
    const next = thing.path.slice(path.length).split('/')[0];
    if (!next) {
      leaves.push(makeLeaf(thing, parent));
      continue;
    }
    const below = `${path}${next}/`;
    const inside = folders.get(below);
    if (inside) inside.push(thing);
    else folders.set(below, [thing]);
  }
  const sorted = [...folders].sort(([left], [right]) => left.localeCompare(right));
  return [
    ...sorted.map(([below, inside]) => new PathFolderNode(tree, parent, below, inside, makeLeaf)),
    ...leaves,
  ];
}
