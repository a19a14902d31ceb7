import { execFile } from 'node:child_process';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { handoverForm, type Handover } from '../../iam/handover';
import { saveHandover, warningsBeforeSaving } from '../../iam/handover/save';
import type { Prompter } from '../../ui/prompts';

const CLIPBOARD_MILLISECONDS = 60_000;

/** Copies a secret, and takes it out of the clipboard after a minute if it is still there. */
export async function copySecret(secret: string): Promise<void> {
  await vscode.env.clipboard.writeText(secret);
  setTimeout(() => void clearFromClipboard(secret), CLIPBOARD_MILLISECONDS).unref();
}

async function clearFromClipboard(secret: string): Promise<void> {
  if ((await vscode.env.clipboard.readText()) === secret) await vscode.env.clipboard.writeText('');
}

/** Asks where to, and writes one form. False when the person left. Rejects with an IamError. */
export async function saveForm(
  prompts: Prompter,
  formId: string,
  handover: Handover,
): Promise<boolean> {
  const form = handoverForm(formId);
  if (!form || !handover.accessKey) return false;
  const target = await prompts.saveFile({
    title: `Save as ${form.label}`,
    openLabel: 'Save',
    defaultUri: vscode.Uri.file(defaultFile(form.fileName(handover))),
  });
  if (!target) return false;
  const warnings = await warningsBeforeSaving(form, target.fsPath, handover, isIgnoredByGit);
  if (warnings.length > 0) {
    const save = 'Save Anyway';
    const answer = await prompts.confirm({
      message: `Save the access key to ${path.basename(target.fsPath)}?`,
      detail: warnings.join('\n'),
      actions: [save],
    });
    if (answer !== save) return false;
  }
  await saveHandover(form, target.fsPath, handover);
  return true;
}

function defaultFile(name: string): string {
  if (name.startsWith('~/')) return path.join(os.homedir(), name.slice(2));
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return path.join(folder?.scheme === 'file' ? folder.fsPath : os.homedir(), name);
}

/** Without the repository's own programs: a repository must not run anything by being asked. */
function isIgnoredByGit(file: string): Promise<boolean | undefined> {
  const args = ['-c', 'core.fsmonitor=false', 'check-ignore', '--quiet', '--no-index', '--', file];
  return new Promise((resolve) => {
    execFile('git', args, { cwd: path.dirname(file), timeout: 5_000 }, (error) => {
      if (!error) resolve(true);
      else resolve(error.code === 1 ? false : undefined);
    });
  });
}
