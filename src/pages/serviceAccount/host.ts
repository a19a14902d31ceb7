import * as vscode from 'vscode';
import type { Services } from '../../services';
import { showError } from '../../ui/showError';
import { copySecret, saveForm } from './actions';
import { askBeforeLeaving } from './leaving';
import { pageHtml } from './html';
import type { ServiceAccountSession } from './session';
import { parseMessage, type CopyTarget, type HostMessage, type PageMessage } from './state';

/** What the page cannot do itself. */
export interface PageHooks {
  /** Asks the questions again and reviews the new answers. */
  change: () => Promise<void>;
  /** The review was accepted. */
  created: () => void;
}

/** The page in the editor area. It may be closed and opened again; the session stays. */
export class ServiceAccountPage {
  private panel: vscode.WebviewPanel | undefined;

  constructor(
    private readonly services: Services,
    readonly session: ServiceAccountSession,
    private readonly hooks: PageHooks,
  ) {
    session.onDidChange((state) => {
      this.post({ type: 'state', state });
      // What went on behind a closed page must be seen.
      if (!this.panel && !session.isBusy() && session.runState !== 'review') this.openIfNeeded();
    });
  }

  /** Shows the page, in front. */
  show(): void {
    this.services.openPages.add(this);
    if (this.panel) {
      this.panel.reveal();
      return;
    }
    const root = vscode.Uri.joinPath(this.services.context.extensionUri, 'dist', 'pages');
    const panel = vscode.window.createWebviewPanel(
      'iamWorkbench.serviceAccount',
      this.session.state()?.title ?? 'Service account',
      vscode.ViewColumn.Active,
      { enableScripts: true, localResourceRoots: [root] },
    );
    this.panel = panel;
    panel.webview.onDidReceiveMessage((value) => void this.receive(value));
    panel.onDidDispose(() => {
      this.panel = undefined;
      void this.closed();
    });
    panel.webview.html = pageHtml(panel.webview, {
      script: vscode.Uri.joinPath(root, 'serviceAccount.js'),
      style: vscode.Uri.joinPath(root, 'serviceAccount.css'),
    });
  }

  /** For what the page asks, and for tests: only messages of the closed list are answered. */
  async receive(value: unknown): Promise<void> {
    const message = parseMessage(value);
    if (!message) return;
    try {
      await this.answer(message);
    } catch (error) {
      await showError(this.services, error);
    }
  }

  private openIfNeeded(): void {
    const { runState, secretIsAtRisk } = this.session;
    if (secretIsAtRisk || ['failed', 'cancelled', 'undoFailed', 'done'].includes(runState)) {
      this.show();
    }
  }

  private async answer(message: PageMessage): Promise<void> {
    const { session } = this;
    switch (message.type) {
      case 'ready': {
        const state = session.state();
        if (state) this.post({ type: 'state', state });
        return;
      }
      case 'create':
        this.hooks.created();
        return session.create();
      case 'change':
        return this.hooks.change();
      case 'stop':
        session.stop();
        return;
      case 'retry':
        return session.run();
      case 'undo':
        return session.undo();
      case 'keep':
        return this.keep();
      case 'cancel':
      case 'close':
      case 'done':
        this.panel?.dispose();
        return;
      case 'reveal':
      case 'copySecret':
        return this.giveSecret(message.type);
      case 'copy':
        return this.copy(message.what);
      case 'save':
        if (await saveForm(this.services.prompts, message.form, session.handover())) {
          await session.secretIsSafe();
        }
        return;
      case 'showFile':
        return this.showFile(message.which);
    }
  }

  private async keep(): Promise<void> {
    const { hasMade } = this.session;
    await this.session.keep();
    // Where nothing was made the button says "Close".
    if (!hasMade) this.panel?.dispose();
  }

  private async giveSecret(how: 'reveal' | 'copySecret'): Promise<void> {
    const secret = this.session.handover().accessKey?.secret;
    if (secret === undefined) return;
    if (how === 'reveal') {
      this.post({ type: 'secret', secret });
      return;
    }
    await copySecret(secret);
    await this.session.secretIsSafe();
  }

  private async copy(what: CopyTarget): Promise<void> {
    const state = this.session.state();
    const text =
      what === 'bash' || what === 'powershell'
        ? this.session.commands()?.[what]
        : state?.page === 'handover'
          ? state[what]
          : undefined;
    if (text !== undefined) await vscode.env.clipboard.writeText(text);
  }

  private async showFile(which: 'certificate' | 'privateKey'): Promise<void> {
    const { certificate } = this.session.handover();
    const file = which === 'certificate' ? certificate?.certificateFile : certificate?.keyFile;
    if (file === undefined) return;
    await vscode.commands.executeCommand('revealFileInOS', vscode.Uri.file(file));
  }

  private async closed(): Promise<void> {
    const next = await askBeforeLeaving(this.services, this.session).catch(
      async (error: unknown) => {
        await showError(this.services, error);
        return 'show' as const;
      },
    );
    if (next === 'show') this.show();
    else if (!this.session.isBusy()) this.services.openPages.delete(this);
  }

  private post(message: HostMessage): void {
    void this.panel?.webview.postMessage(message);
  }
}
