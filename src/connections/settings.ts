import * as vscode from 'vscode';
import type { Connection } from '../iam/connection/connection';
import type { ConnectionSettings } from './connectionManager';

/** "practice", "environment", or "profile:NAME"; anything else names nothing. */
export function connectionOfId(id: string): Connection | undefined {
  if (id === 'practice' || id === 'environment') return { kind: id, id } as Connection;
  const profile = /^profile:(.+)$/s.exec(id)?.[1];
  return profile === undefined ? undefined : { kind: 'profile', id, profile };
}

/** Both settings have application or machine scope: a workspace cannot set them. */
export const readSettings: ConnectionSettings = {
  defaultConnection() {
    const id = vscode.workspace.getConfiguration('iamWorkbench').get<string>('connection.default');
    return id === undefined ? undefined : connectionOfId(id);
  },
};
