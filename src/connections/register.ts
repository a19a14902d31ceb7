import * as vscode from 'vscode';
import type { Connections } from '../services';
import { ConnectionManager } from './connectionManager';
import { createOpener } from './opener';
import { readSettings } from './settings';
import { showStatus } from './statusBar';

/** The connections of this window, and their place in the status bar. */
export function registerConnections(context: vscode.ExtensionContext): Connections {
  const manager = new ConnectionManager(createOpener(), context.workspaceState, readSettings);
  context.subscriptions.push(showStatus(manager));
  return manager;
}
