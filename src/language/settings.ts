import * as vscode from 'vscode';
import { severities, type Severity } from '../policy/finding';

/** What `iamWorkbench.policy.*` says for a document. Values that make no sense count as absent. */
export interface PolicySettings {
  /** Whether documents are checked at all. */
  enabled: boolean;
  levels: Record<string, Severity | 'off'>;
  /** What each statement allows, above it. */
  codeLens: boolean;
  /** How many actions a pattern matches, behind it. */
  inlayHints: boolean;
  /** Links from actions to their pages and from ARNs to what they name. */
  links: boolean;
}

export const SECTION = 'iamWorkbench.policy';

export function policySettings(scope: vscode.TextDocument | vscode.Uri): PolicySettings {
  const configuration = vscode.workspace.getConfiguration(SECTION, scope);
  const checks = configuration.get<unknown>('checks');
  const entries = typeof checks === 'object' && checks !== null ? Object.entries(checks) : [];
  return {
    enabled: configuration.get<boolean>('validate') !== false,
    codeLens: configuration.get<boolean>('codeLens') !== false,
    inlayHints: configuration.get<boolean>('inlayHints') !== false,
    links: configuration.get<boolean>('links') !== false,
    levels: Object.fromEntries(
      entries.filter((entry): entry is [string, Severity | 'off'] => isLevel(entry[1])),
    ),
  };
}

export function isLevel(value: unknown): value is Severity | 'off' {
  return value === 'off' || severities.some((severity) => severity === value);
}
