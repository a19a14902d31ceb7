import * as vscode from 'vscode';
import type { InlineHolder, PolicySize } from '../policy/editorFeatures';
import { selector, type OpenPolicy } from './policyDocuments';

/** Part of the quota from which the size is a warning. */
const NEAR = 0.9;

/** The size of the policy in the language status, as AWS counts it, with the quota. */
export function createSizeItem(): vscode.LanguageStatusItem {
  const item = vscode.languages.createLanguageStatusItem('iamWorkbench.policySize', []);
  item.name = 'Size of the IAM policy';
  return item;
}

export function showSize(
  item: vscode.LanguageStatusItem,
  document: vscode.TextDocument | undefined,
  opened: OpenPolicy | undefined,
): void {
  const size =
    document && opened?.language.editor.size(opened.policy, opened.kind, holderOf(document.uri));
  // An item cannot be hidden, but one for no document is not shown.
  item.selector = size ? selector : [];
  if (!size) return;
  item.text = sizeText(size);
  item.detail = detailOf(size);
  item.severity = severityOf(size);
}

const count = (number: number) => number.toLocaleString('en');

/** `1,204 of 6,144 characters`. */
export function sizeText({ size, quota }: PolicySize): string {
  return `${count(size)} of ${count(quota.maximum)} ${quota.unit}`;
}

function detailOf({ size, quota }: PolicySize): string {
  const over = size > quota.maximum ? `${count(size - quota.maximum)} too many; ` : '';
  const counted = quota.counting === 'without-whitespace' ? ', white space not counted' : '';
  return `${over}${quota.what}${counted}`;
}

function severityOf({ size, quota }: PolicySize): vscode.LanguageStatusSeverity {
  if (size > quota.maximum) return vscode.LanguageStatusSeverity.Error;
  return size >= quota.maximum * NEAR
    ? vscode.LanguageStatusSeverity.Warning
    : vscode.LanguageStatusSeverity.Information;
}

/** Whose inline policy an `iam:` document is, by its path. */
function holderOf({ scheme, path }: vscode.Uri): InlineHolder | undefined {
  if (scheme !== 'iam') return undefined;
  const holder = /\/inline\/(user|group|role)\//.exec(path)?.[1];
  return holder as InlineHolder | undefined;
}
