import * as vscode from 'vscode';
import {
  profileConnection,
  type Connection,
  type ConnectionSettings,
} from '../iam/connection/connection';

/** These settings have application scope: a workspace cannot set them, and so cannot redirect anything. */
const SECTION = 'iamWorkbench.connection';

function read<T>(name: string, fallback: T): T {
  return vscode.workspace.getConfiguration(SECTION).get<T>(name, fallback);
}

/** "practice", "environment", or "profile:NAME"; anything else names nothing. */
export function connectionOfId(id: string): Connection | undefined {
  if (id === 'practice') return { kind: 'practice', id };
  if (id === 'environment') return { kind: 'environment', id };
  const profile = id.startsWith('profile:') ? id.slice('profile:'.length) : '';
  return profile === '' ? undefined : profileConnection(profile);
}

/** The connection of a workspace that has not chosen one. */
export function defaultConnection(): Connection | undefined {
  return connectionOfId(read('default', ''));
}

export function settingsOf(connection: Connection): ConnectionSettings {
  const readOnly = read<string[]>('readOnly', []);
  const names = [
    '*',
    connection.id,
    ...(connection.kind === 'profile' ? [connection.profile] : []),
  ];
  return {
    readOnly: names.some((name) => readOnly.includes(name)),
    allowPlainHttp: read('allowPlainHttp', false),
  };
}

export function onDidChangeSettings(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(SECTION)) listener();
  });
}
