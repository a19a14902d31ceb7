import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Account } from '../../src/iam/account';
import type { Services } from '../../src/services';
import { ScriptedPrompter, type ScriptedAnswer } from './scriptedPrompts';

/** The services of the running extension, which it gives away in test mode only. */
export async function services(): Promise<Services> {
  const extension = vscode.extensions.getExtension<{ services: Services }>(
    'iam-workbench.iam-workbench',
  );
  assert.ok(extension, 'the extension is not installed');
  return (await extension.activate()).services;
}

/** The practice account in its sample state, loaded. */
export async function practiceAccount(): Promise<Account> {
  const { connections } = await services();
  await connections.use({ kind: 'practice', id: 'practice' });
  await connections.resetPractice();
  const account = connections.active?.account;
  assert.ok(account);
  await account.load();
  return account;
}

/** Runs a command by its id, answers its questions by a script, and fails when one is left over. */
export async function run(
  command: string,
  args: unknown[],
  ...answers: ScriptedAnswer[]
): Promise<ScriptedPrompter> {
  const prompts = new ScriptedPrompter(...answers);
  (await services()).prompts = prompts;
  await vscode.commands.executeCommand(`iamWorkbench.${command}`, ...args);
  prompts.done();
  return prompts;
}
