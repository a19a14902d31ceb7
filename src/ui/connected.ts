import * as vscode from 'vscode';
import type { Account } from '../iam/account';
import { sharedFilePaths } from '../iam/connection/sharedFiles';
import type { ActiveAccount, AvailableConnection, Services } from '../services';
import { BACK, type Choice } from './prompts';

/**
 * The account in use. Connects what is remembered; when there is nothing, says so and offers to
 * choose, and gives undefined.
 */
export async function connectedAccount(services: Services): Promise<ActiveAccount | undefined> {
  const { connections, prompts } = services;
  const active = connections.active ?? (await connections.restore());
  if (active) return active;
  const practice = 'Use the Practice Account';
  const connect = 'Connect to AWS…';
  const chosen = await prompts.warn('IAM is not connected to an account.', practice, connect);
  if (chosen === practice) return connections.use({ kind: 'practice', id: 'practice' });
  if (chosen !== connect) return undefined;
  return pickConnection(services);
}

/** What the list of connections offers beside connections. */
const FILES = [
  { label: 'Open the AWS credentials file', file: 'credentials' },
  { label: 'Open the AWS config file', file: 'config' },
] as const;

/** Lets the person choose among the connections and uses the choice. */
export async function pickConnection({
  connections,
  prompts,
}: Services): Promise<ActiveAccount | undefined> {
  const inUse = connections.active?.resolved.connection.id;
  const answer = await prompts.pick<AvailableConnection | (typeof FILES)[number]>({
    title: 'Switch Connection',
    placeholder: 'Practice account, a profile of your AWS files, or the environment',
    choices: connections.available().then((found) => [
      ...found.map((available) => choiceOf(available, inUse)),
      ...FILES.map((value, index) => ({
        label: value.label,
        icon: 'go-to-file',
        ...(index === 0 ? { group: 'Files' } : {}),
        value,
      })),
    ]),
  });
  if (answer === undefined || answer === BACK) return undefined;
  if ('connection' in answer) return connections.use(answer.connection);
  await openSharedFile(sharedFilePaths(process.env)[answer.file]);
  return undefined;
}

function choiceOf(
  available: AvailableConnection,
  inUse: string | undefined,
): Choice<AvailableConnection> {
  const { connection, description, label } = available;
  return {
    label,
    description: connection.id === inUse ? `${description} · in use` : description,
    icon: connection.kind === 'practice' ? 'beaker' : 'account',
    picked: connection.id === inUse,
    value: available,
  };
}

/** Opens the file, or a new document for it where there is none yet. */
async function openSharedFile(path: string): Promise<void> {
  const file = vscode.Uri.file(path);
  const exists = await vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
  await vscode.window.showTextDocument(exists ? file : file.with({ scheme: 'untitled' }));
}

/** Waits for users, groups and policies of the account; loads them when nobody has yet. */
export async function loaded(account: Account, signal?: AbortSignal): Promise<void> {
  const parts = [account.users, account.groups, account.policies];
  if (parts.every(({ state }) => state === 'ready' || state === 'failed')) return;
  await account.load({ signal });
}
