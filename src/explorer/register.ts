import * as vscode from 'vscode';
import type { ResolvedConnection } from '../iam/connection/connection';
import type { IamError } from '../iam/errors';
import type { Disposable } from '../iam/events';
import type { AccountTree, ActiveAccount, Connections } from '../services';
import { errorMessage } from '../ui/errorText';
import { plainText } from '../ui/plainText';
import { dragAndDrop } from './dragAndDrop';
import { AccountTreeProvider } from './provider';

const VIEW = 'iamWorkbench.account';
const SHOW_PATHS = 'iamWorkbench.explorer.showPaths';

export interface Explorer extends AccountTree, Disposable {}

function showPaths(): boolean {
  return vscode.workspace.getConfiguration().get(SHOW_PATHS, false);
}

function setContext(key: string, value: unknown): void {
  void vscode.commands.executeCommand('setContext', `iamWorkbench.${key}`, value);
}

/** Loads with the view's own progress bar. A failure is kept in the account and drawn as a node. */
function load({ account }: ActiveAccount): void {
  void vscode.window.withProgress({ location: { viewId: VIEW } }, () =>
    account.load().catch(() => undefined),
  );
}

/** "Practice account · 111122223333", once the number is known, in the view's title. */
function describe(view: vscode.TreeView<unknown>, connections: Connections): void {
  const { active } = connections;
  setContext('state', active ? 'connected' : 'disconnected');
  setContext('readOnly', active?.resolved.readOnly ?? false);
  setContext('hasConsole', active !== undefined && hasConsole(active.resolved));
  setContext('practice', active?.resolved.connection.kind === 'practice');
  view.title = active ? titleOf(active) : undefined;
  active?.account.identity().then(
    ({ accountId }) => {
      if (connections.active?.account !== active.account) return;
      view.title = plainText(`${titleOf(active)} · ${accountId}`);
    },
    // The tree says why; a title is no place for it.
    () => undefined,
  );
}

/** The AWS console knows nothing of the practice account and of other endpoints. */
function hasConsole({ connection, endpoint }: ResolvedConnection): boolean {
  return connection.kind !== 'practice' && endpoint === undefined;
}

function titleOf({ resolved }: ActiveAccount): string {
  return resolved.connection.kind === 'practice' ? 'Practice account' : plainText(resolved.label);
}

/** The side bar's tree of the account in use. */
export function registerExplorer(connections: Connections): Explorer {
  let filter = '';
  let failure: IamError | undefined;
  const showMessage = (): void => {
    const filtered = filter === '' ? undefined : `Filtered by “${plainText(filter)}”`;
    view.message = failure ? plainText(errorMessage(failure)) : filtered;
  };
  const provider = new AccountTreeProvider(
    connections,
    { filter, showPaths: showPaths() },
    load,
    (error) => {
      failure = error;
      showMessage();
    },
  );
  const view = vscode.window.createTreeView(VIEW, {
    treeDataProvider: provider,
    dragAndDropController: dragAndDrop,
    canSelectMany: true,
    showCollapseAll: true,
  });
  const subscriptions = vscode.Disposable.from(
    view,
    provider,
    connections.onDidChange(() => describe(view, connections)),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(SHOW_PATHS)) provider.setOptions({ showPaths: showPaths() });
    }),
  );
  describe(view, connections);
  return {
    get selection() {
      return view.selection.flatMap(({ ref }) => (ref ? [ref] : []));
    },
    get filter() {
      return filter;
    },
    set filter(text) {
      filter = text;
      setContext('filtered', text !== '');
      showMessage();
      provider.setOptions({ filter: text });
    },
    async reveal(ref) {
      let node = await provider.find(ref);
      if (!node && filter !== '') {
        this.filter = '';
        node = await provider.find(ref);
      }
      if (node) await view.reveal(node, { select: true, focus: true, expand: true });
      return node !== undefined;
    },
    dispose: () => void subscriptions.dispose(),
  };
}
