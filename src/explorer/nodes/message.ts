import * as vscode from 'vscode';
import type { IamError } from '../../iam/errors';
import { treeItem, type TreeNode } from '../node';

export interface EmptyAction {
  title: string;
  /** Without `iamWorkbench.` */
  command: string;
  icon?: string;
}

/** A sentence where a list is empty, with the command that fills it on click. */
export class EmptyNode implements TreeNode {
  readonly id: string;

  constructor(
    readonly parent: TreeNode,
    private readonly sentence: string,
    private readonly action?: EmptyAction,
  ) {
    this.id = `${parent.id}/empty`;
  }

  item(): vscode.TreeItem {
    return treeItem(this.id, {
      label: this.sentence,
      description: this.action?.title,
      icon: this.action ? (this.action.icon ?? 'add') : 'info',
      contextValue: 'empty',
      command: this.action && {
        title: this.action.title,
        command: `iamWorkbench.${this.action.command}`,
        arguments: this.parent.ref ? [{ ref: this.parent.ref }] : [],
      },
    });
  }
}

/** Says in place why something cannot be shown; the rest of the tree still works. */
export class FailedNode implements TreeNode {
  readonly id: string;
  /** Set when a permission is missing: "Copy the Statement to Ask For" takes it from here. */
  readonly permission?: string;

  constructor(
    readonly parent: TreeNode,
    private readonly error: IamError,
  ) {
    this.id = `${parent.id}/failed`;
    if (error.reason === 'accessDenied') this.permission = error.details.permission;
  }

  item(): vscode.TreeItem {
    const { reason, message, details } = this.error;
    const denied = reason === 'accessDenied';
    return treeItem(this.id, {
      label: denied ? `${details.permission ?? 'A permission'} is not allowed` : message,
      description: denied ? undefined : 'Try again',
      icon: denied ? 'lock' : 'error',
      color: denied ? undefined : 'list.errorForeground',
      contextValue: this.permission === undefined ? 'failed' : 'denied',
      command: denied ? undefined : { command: 'iamWorkbench.refresh', title: 'Refresh' },
    });
  }

  tooltip(): vscode.MarkdownString {
    const { message, details } = this.error;
    return new vscode.MarkdownString().appendText(
      [message, details.advice].filter((sentence) => sentence !== undefined).join('\n'),
    );
  }
}

const REMEDIES = {
  reconnect: { label: 'Try again', icon: 'refresh' },
  switchConnection: { label: 'Switch connection…', icon: 'account' },
} as const;

/** What can be done where the account cannot be shown at all. */
export class RemedyNode implements TreeNode {
  readonly id: string;

  constructor(private readonly remedy: keyof typeof REMEDIES) {
    this.id = `remedy:${remedy}`;
  }

  item(): vscode.TreeItem {
    const { label, icon } = REMEDIES[this.remedy];
    const command = `iamWorkbench.${this.remedy}`;
    return treeItem(this.id, {
      label,
      icon,
      command: { command, title: label },
    });
  }
}
