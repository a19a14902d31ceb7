import * as vscode from 'vscode';
import type { Account } from '../iam/account';
import type { EntityRef } from '../iam/model';
import { plainText } from '../ui/plainText';

/**
 * One line of the tree. It holds names only and reads the account whenever it is drawn, so a node
 * never shows old data and never writes.
 */
export interface TreeNode {
  /** The same for the same thing after every refresh; the parent's id is its beginning. */
  readonly id: string;
  readonly parent?: TreeNode;
  /** What commands act on. */
  readonly ref?: EntityRef;
  item(): vscode.TreeItem;
  /** Asked for when the pointer rests on the node: formatting dates for thousands would take long. */
  tooltip?(): vscode.MarkdownString;
  /** Absent for a leaf. */
  children?(): TreeNode[] | Promise<TreeNode[]>;
}

/** What nodes are given. */
export interface TreeContext {
  account: Account;
  filter: string;
  showPaths: boolean;
  now: Date;
  /** The cached node of this id, or the one that `make` gives. */
  node<T extends TreeNode>(id: string, make: () => T): T;
}

export interface ItemParts {
  label: string;
  description?: string;
  icon: string;
  /** Of the icon; what it says is said in the description too. */
  color?: string;
  /** What menus go by; absent where there is none. */
  contextValue?: string;
  state?: 'collapsed' | 'expanded';
  command?: vscode.Command;
}

const STATES = {
  collapsed: vscode.TreeItemCollapsibleState.Collapsed,
  expanded: vscode.TreeItemCollapsibleState.Expanded,
};

export function treeItem(id: string, parts: ItemParts): vscode.TreeItem {
  const item = new vscode.TreeItem(
    plainText(parts.label),
    parts.state ? STATES[parts.state] : vscode.TreeItemCollapsibleState.None,
  );
  item.id = id;
  item.description = parts.description && plainText(parts.description);
  item.iconPath = new vscode.ThemeIcon(
    parts.icon,
    parts.color === undefined ? undefined : new vscode.ThemeColor(parts.color),
  );
  item.contextValue = parts.contextValue;
  item.command = parts.command;
  return item;
}

/** Facts one below the other. Values are untrusted: they are appended as text, never as Markdown. */
export function tooltip(
  title: string,
  facts: [string, string | undefined][],
): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString('**');
  markdown.appendText(plainText(title)).appendMarkdown('**\n');
  for (const [name, value] of facts) {
    if (value === undefined || value === '') continue;
    markdown.appendMarkdown(`\n${name}: `).appendText(plainText(value)).appendMarkdown('  ');
  }
  return markdown;
}

/** Date and time in the person's locale, for tooltips. */
export function exactTime(date: Date | undefined): string | undefined {
  return date?.toLocaleString(undefined, { dateStyle: 'long', timeStyle: 'long' });
}

/** Opens a policy's document when its node is clicked. */
export function openPolicyOnClick(node: TreeNode): vscode.Command {
  return { command: 'iamWorkbench.openPolicy', title: 'Open Policy', arguments: [node] };
}
